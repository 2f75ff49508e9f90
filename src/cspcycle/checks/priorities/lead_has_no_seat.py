"""A priority led by a body that does not sit on the partnership.

Why it matters: a lead that is not at the table cannot report on the priority or be asked about it.
Instead: give the lead a seat under `membership:`, or name a lead that has one.
Source: practice; leads are drawn from the members so that each priority is answered for at the board.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.law import register
from cspcycle.model.membership import Seat
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each lead that no seat, past seats aside, and no group is named as."""
    dossier = context.dossier
    if not dossier.membership:
        return
    groups = {_plain(words) for group in dossier.groups for words in (group.id, group.name, group.known_as) if words}
    for priority in dossier.priorities:
        if priority.lead is None or _plain(priority.lead) in groups:
            continue
        seats = [seat for seat in dossier.membership if _is_named(seat, priority.lead)]
        if any(seat.until is None or context.on < seat.until for seat in seats):
            continue
        ended = max((seat.until for seat in seats if seat.until is not None), default=None)
        since = f" since {day_in_words(ended)}" if ended else ""
        yield Fault(
            priority.at("lead"),
            f"{quoted(priority.lead)} leads the priority {quoted(priority.title)} but has no seat{since}",
        )


def _is_named(seat: Seat, lead: str) -> bool:
    names = {_plain(words) for words in (seat.body, seat.organisation, seat.known_as, seat.post) if words}
    if _plain(lead) in names:
        return True
    body = register.body(lead) or register.body_by_words(lead)
    return body is not None and body.code == seat.body


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split()).removeprefix("the ")


CHECK = Check(
    "priorities/lead-has-no-seat",
    Severity.WARNING,
    find,
    fix="give it a seat under `membership:`, or name a lead that has one",
)
