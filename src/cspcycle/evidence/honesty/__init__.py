"""What must be said beside a figure: one module a rule, each with `find(Facts)`."""
