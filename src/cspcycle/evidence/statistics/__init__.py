"""Small, named and sourced methods for counts of crime; nothing here reads a file."""
