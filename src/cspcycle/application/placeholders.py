"""Words that somebody meant to replace: a final document must not go out with them."""

import re
from collections.abc import Iterator

from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted
from cspcycle.source.yaml_reader import Mapping, Sequence

PLACEHOLDER = re.compile(
    r"\b(?:TBC|TBA|TBD|TODO|FIXME|XXX+)\b|\?\?\?|lorem ipsum"
    r"|[\[<{](?:insert|add|name of|to follow|date|to be)\b[^\]>}]*[\]>}]",
    re.IGNORECASE,
)


def find_placeholders(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each text of the dossier that still holds a placeholder, where it stands."""
    for section, value in dossier.written.items():
        at = dossier.place_of(section)
        for place, text in _texts(value, at):
            if (held := PLACEHOLDER.search(text)) is not None:
                message = f"{quoted(held[0])} still waits to be replaced"
                fix = "write the words, or leave the key out"
                yield Diagnostic(place, "document/placeholder", message, Severity.ERROR, fix)


def _texts(value: object, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, Location(value.file, *value.places[key][2:]))
    elif isinstance(value, Sequence):
        for place, item in zip(value.places, value, strict=True):
            yield from _texts(item, Location(value.file, *place))
