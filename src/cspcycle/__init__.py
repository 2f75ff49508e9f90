"""The version of cspcycle; nothing else, so that importing it costs nothing."""

__version__ = "0.1.0"
