"""Accessible SVG charts, each with the table that says the same; the same figures give the same bytes."""
