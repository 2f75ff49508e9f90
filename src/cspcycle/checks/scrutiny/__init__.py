"""What can be wrong in the record of the crime and disorder committee."""
