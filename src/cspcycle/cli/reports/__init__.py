"""How findings look: one file a format."""
