"""A quorum that the group cannot reach with the seats it has.

Why it matters: no meeting of the group could decide anything.
Instead: lower the quorum in the terms of reference, or write the seats that are missing.
Source: practice: quorums outlive mergers and departures (boards that met without one, and ratified by email later).
"""

import re
from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import counted
from cspcycle.model.membership import Seat
from cspcycle.source.diagnostic import Severity

_ONLOOKERS = frozenset({"observer", "adviser", "invited"})
_SEVERAL_PEOPLE = re.compile(
    r"\(s\)|\b(?:representatives|members|officers|leads|leaders|heads|managers|chairs|councillors)\b", re.IGNORECASE
)


def find(context: Context) -> Iterator[Fault]:
    """Each group with some seats but fewer than its quorum; a seat for several people leaves the number open."""
    seats_on: dict[str, list[Seat]] = {}
    for seat in context.seats:
        for group_id, role in seat.sits_on.items():
            if role not in _ONLOOKERS:
                seats_on.setdefault(group_id, []).append(seat)
    for group in context.dossier.groups:
        quorum = group.quorum
        if quorum is None or quorum.members is None:
            continue
        seats = seats_on.get(group.id, [])
        if any(_SEVERAL_PEOPLE.search(f"{seat.post} {seat.organisation}") for seat in seats):
            continue
        if seats and len(seats) < quorum.members:
            yield Fault(
                quorum.at("members"),
                f'the quorum of "{group.name}" is {quorum.members}, but it has {counted(len(seats), "seat")}',
            )


CHECK = Check(
    "partnership/quorum-larger-than-group",
    Severity.WARNING,
    find,
    fix="correct `members:` under `quorum:`, or give the missing members a seat under `membership:`",
)
