"""A number of clear days' notice that cannot be meant.

Why it matters: every papers day of the group is counted from it.
Instead: write the days of notice the group gives, from 0 to 100.
Source: a slip of the pen.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "clear-days")


CHECK = Check("timetable/clear-days", Severity.ERROR, find, fix="correct the number")
