"""Take what cannot be read out of a copy of a section; what was to be kept back stays so, whatever the slip."""

from typing import Any

from cspcycle.source.near import nearest
from cspcycle.source.yaml_reader import Mapping, Sequence

KEPT_BACK = "restricted"
MEANT = (KEPT_BACK, "confidential", "exempt", "private", "not_public")  # what people write in its place
_INSTEAD = {"basis": "partnership-only", "reason": "the files say so, in words that cannot be read"}


def copy_of(value: Any) -> Any:
    """A copy of the containers, places kept; the reader bounds how deep they go."""
    if isinstance(value, Mapping):
        mapping = Mapping(value.file, value.line, value.column)
        mapping.update((key, copy_of(inner)) for key, inner in value.items())
        mapping.places = dict(value.places)
        return mapping
    if isinstance(value, Sequence):
        sequence = Sequence(value.file, value.line, value.column)
        sequence.extend(copy_of(item) for item in value)
        sequence.places = list(value.places)
        return sequence
    return value


def take_out(container: Any, key: int | str, left_out: set[tuple[int, str]]) -> None:
    """Take a key or an item out; a restriction that cannot be read still restricts."""
    if isinstance(container, Mapping):
        is_first = (id(container), str(key)) not in left_out
        left_out.add((id(container), str(key)))
        container.pop(str(key), None)
        if key == KEPT_BACK and is_first:
            keep_back(container, key)
    elif isinstance(key, int) and key < len(container):
        del container[key]
        del container.places[key]


def is_to_keep_back(name: str) -> bool:
    """Whether a key that there is not was meant to keep something back."""
    return nearest(name, MEANT) is not None


def keep_back(container: Mapping, written: str) -> None:
    """Restrict the record that `container` describes, for its key `written`, which cannot be read."""
    places = container.places[written]
    restriction = Mapping(container.file, *places[2:])
    restriction.update(_INSTEAD)
    restriction.places = dict.fromkeys(_INSTEAD, places)
    container[KEPT_BACK] = restriction
    container.places.setdefault(KEPT_BACK, places)
