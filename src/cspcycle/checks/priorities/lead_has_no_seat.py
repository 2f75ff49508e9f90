"""A priority led by a body that does not sit on the partnership.

Why it matters: a lead that is not at the table cannot report on the priority or be asked about it.
Instead: give the lead a seat under `membership:`, or name a lead that has one.
Source: practice; leads are drawn from the members so that each priority is answered for at the board.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.unread import unknown_body_within, unread_within
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.membership import Seat
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each lead that no seat, past seats aside, and no group is named as; once every seat can be read."""
    dossier = context.dossier
    members = dossier.place_of("membership")
    if not dossier.membership or unread_within(dossier, members) or unknown_body_within(dossier, members):
        return
    groups = {_plain(words) for group in dossier.groups for words in (group.id, group.name, group.known_as) if words}
    seats = _seats_by_name(dossier)
    for priority in dossier.priorities:
        if priority.lead is None or _plain(priority.lead) in groups:
            continue
        named = [seat for name in _names(priority.lead) for seat in seats.get(name, ())]
        if any(seat.until is None or context.on < seat.until for seat in named):
            continue
        ended = max((seat.until for seat in named if seat.until is not None), default=None)
        since = f" since {day_in_words(ended)}" if ended else ""
        yield Fault(
            priority.at("lead"),
            f"{quoted(priority.lead)} leads the priority {quoted(priority.title)} but has no seat{since}",
        )


def _seats_by_name(dossier: Dossier) -> dict[str, list[Seat]]:
    seats: dict[str, list[Seat]] = {}
    for seat in dossier.membership:
        for name in {_plain(words) for words in (seat.body, seat.organisation, seat.known_as, seat.post) if words}:
            seats.setdefault(name, []).append(seat)
    return seats


def _names(lead: str) -> set[str]:
    body = register.body(lead) or register.body_by_words(lead)
    return {_plain(lead), _plain(body.code)} if body else {_plain(lead)}


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split()).removeprefix("the ")


CHECK = Check(
    "priorities/lead-has-no-seat",
    Severity.WARNING,
    find,
    fix="give it a seat under `membership:`, or name a lead that has one",
)
