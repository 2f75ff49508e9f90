"""What was written, even where it could not be understood: a mistake already named is not named again as a gap."""

from cspcycle.model.record import Record
from cspcycle.source.yaml_reader import Mapping


def is_written(record: Record, name: str) -> bool:
    """Whether something stands behind the key, also if it was left out because it could not be understood."""
    raw: Mapping = record.raw
    return name in raw.places and (name not in raw or raw[name] is not None)
