"""What was written, even where it could not be understood: a mistake already named is not named again as a gap."""

from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.source.yaml_reader import Mapping, Sequence


def is_written(record: Record, name: str) -> bool:
    """Whether something stands behind the key, also if it was left out because it could not be understood."""
    raw: Mapping = record.raw
    return name in raw.places and (name not in raw or raw[name] is not None)


def written_ids(dossier: Dossier, section: str, *keys: str) -> frozenset[str]:
    """The ids in a list of records: the section itself, or the list under `keys` in it."""
    value = dossier.written.get(section)
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if not isinstance(value, Sequence):
        return frozenset()
    return frozenset(item["id"] for item in value if isinstance(item, Mapping) and isinstance(item.get("id"), str))
