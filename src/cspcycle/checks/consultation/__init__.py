"""What can be wrong in how views are obtained: when people were asked, and what it could still inform."""
