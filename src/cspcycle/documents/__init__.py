"""A view, through a template, in a format."""
