"""What was written, even where it could not be understood: a mistake already named is not named again as a gap."""

from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.source.yaml_reader import Mapping, Sequence


def is_written(record: Record, name: str) -> bool:
    """Whether something stands behind the key, also if it was left out because it could not be understood."""
    raw: Mapping = record.raw
    return name in raw.places and (name not in raw or raw[name] is not None)


def ids_under(dossier: Dossier, section: str, name: str) -> frozenset[str]:
    """The ids in the list that stands under a key of a section."""
    whole = dossier.written.get(section)
    items = whole.get(name) if isinstance(whole, Mapping) else None
    if not isinstance(items, Sequence):
        return frozenset()
    return frozenset(item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), str))
