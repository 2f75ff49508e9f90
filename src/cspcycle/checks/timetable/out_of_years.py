"""A date that leaves the calendar.

Why it matters: a lead time of a million weeks is a slip, and everything after it has no date.
Instead: check its date, its lead times and its window.
Source: a slip of the pen.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "out-of-years")


CHECK = Check("timetable/out-of-years", Severity.ERROR, find, fix="check its date, its lead times and its window")
