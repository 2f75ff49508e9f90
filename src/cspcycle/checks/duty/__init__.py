"""What can be wrong in what a partnership says of its own duties."""
