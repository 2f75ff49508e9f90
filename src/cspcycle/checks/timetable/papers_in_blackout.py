"""Papers that fall due on days when nothing is published.

Why it matters: papers due in a recess or before an election go out late, and the meeting may not decide on them.
Instead: send them before those days, or move the meeting.
Source: the partnership's own `closures:`; conventions on publicity before elections.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "papers-in-blackout")


CHECK = Check(
    "timetable/papers-in-blackout", Severity.WARNING, find, fix="send them before those days, or move the meeting"
)
