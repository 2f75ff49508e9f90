"""One post with two seats on the same group.

Why it matters: a quorum counts it twice, and where the two differ nobody knows which is right.
Instead: keep one seat, or tell the posts apart if they are two people.
Source: practice: pages that list the same member once as a statutory authority and once by post.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import described
from cspcycle.model.membership import Seat
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each later seat of the same organisation and post on a group; without a post, of the same class too."""
    names = {group.id: group.name for group in context.dossier.groups}
    firsts: dict[tuple[str, ...], Seat] = {}
    for seat in context.seats:
        for group in seat.sits_on:
            post = _plain(seat.post) if seat.post else seat.seat_class
            first = firsts.setdefault((group, _plain(seat.organisation), post, str(seat.post is None)), seat)
            if first is not seat:
                name = names.get(group, group)
                yield Fault(
                    seat.at(),
                    f'{described(seat)} has two seats on "{name}", the first on line {first.at().line}',
                    see=(first.at(),),
                )
                break


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


CHECK = Check(
    "membership/listed-twice", Severity.WARNING, find, fix="keep one seat, or tell the two posts apart under `post:`"
)
