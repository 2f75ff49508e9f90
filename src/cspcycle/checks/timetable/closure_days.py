"""A closure that ends before it begins, or lasts longer than a year.

Why it matters: it is left out of the count, so dates fall on days when nobody is there.
Instead: exchange the two days, or correct the year of one.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "closure-days")


CHECK = Check("timetable/closure-days", Severity.ERROR, find, fix="correct the days")
