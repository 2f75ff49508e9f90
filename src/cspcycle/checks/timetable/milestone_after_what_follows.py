"""A milestone whose fixed day contradicts what it waits for.

Why it matters: either the day or the order is wrong, and every date worked out from them is too.
Instead: correct the day, or the `after:` or `before:` that it contradicts; a month counts as its last day.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "milestone-after-what-follows")


CHECK = Check(
    "timetable/milestone-after-what-follows",
    Severity.ERROR,
    find,
    fix="correct the day, or the `after:` or `before:` that it contradicts",
)
