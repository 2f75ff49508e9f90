"""What a partnership says of duties: its own word under `duties`, its page's words under `stated_duties`."""

from collections.abc import Iterator
from typing import NamedTuple

from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Location


class Stated(NamedTuple):
    """A duty that the partnership's own page speaks of: where its id stands; the words, and their place."""

    duty_id: str
    at: Location
    says: str
    says_at: Location
    is_alone: bool  # whether the words speak of no other duty


def stated(dossier: Dossier) -> Iterator[Stated]:
    """Every duty of every statement, in the order of the file."""
    for words in dossier.stated_duties:
        for index, duty_id in enumerate(words.duties):
            yield Stated(duty_id, words.at("duties", index), words.says, words.at("says"), len(words.duties) == 1)


def mentioned(dossier: Dossier) -> Iterator[tuple[str, Location]]:
    """Every id of a duty that the partnership writes, and where."""
    if dossier.duties:
        written = dossier.written["duties"]
        for duty_id in dossier.duties:
            yield duty_id, Location(written.file, *written.places[duty_id][:2])
    yield from ((each.duty_id, each.at) for each in stated(dossier))
