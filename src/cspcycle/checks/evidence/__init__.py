"""What the files say of figures, against the evidence, and what must be said beside figures."""
