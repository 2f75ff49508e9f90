"""What a partnership writes."""
