"""What the law requires, and from when."""
