"""A consultation that opens on days on which the partnership plans nothing.

Why it matters: people asked in a recess, at holiday time or before an election do not answer, or may not be asked.
Instead: open it before or after, or take the days out of `closures:`.
Source: the partnership's own `closures:`; conventions on publicity before elections.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "consultation-in-blackout")


CHECK = Check(
    "timetable/consultation-in-blackout",
    Severity.WARNING,
    find,
    fix="open it before or after those days",
)
