"""A meeting planned for days on which the partnership plans nothing.

Why it matters: in a recess or before an election members do not come, and nothing can be decided.
Instead: move the meeting, or take the days out of `closures:`.
Source: the partnership's own `closures:`; conventions on publicity before elections.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "meeting-in-blackout")


CHECK = Check(
    "timetable/meeting-in-blackout",
    Severity.WARNING,
    find,
    fix="move the meeting before or after those days",
)
