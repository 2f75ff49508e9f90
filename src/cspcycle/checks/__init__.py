"""What can be wrong."""
