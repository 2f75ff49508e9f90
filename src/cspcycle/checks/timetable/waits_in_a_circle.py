"""Milestones that wait for each other in a circle.

Why it matters: none of them can ever come first, so none of them gets a date.
Instead: take out the `after:` or `before:` that closes the circle.
Source: statements that cannot all be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "waits-in-a-circle")


CHECK = Check(
    "timetable/waits-in-a-circle", Severity.ERROR, find, fix="take out the `after:` or `before:` that closes the circle"
)
