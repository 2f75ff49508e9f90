"""What can be wrong in who sits where."""
