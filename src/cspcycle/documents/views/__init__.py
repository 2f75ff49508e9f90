"""What templates may see, one part of the view a file: plain data, in the words of the partnership."""
