"""Figures from elsewhere into our records."""
