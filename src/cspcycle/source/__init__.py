"""Text files, and the place of every word in them."""
