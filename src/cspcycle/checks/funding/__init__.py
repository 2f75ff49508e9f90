"""What can be wrong in the record of money."""
