"""One file a data source."""
