"""A length of time in words that cannot be counted.

Why it matters: it is taken as no time at all, so every date that follows comes out too early.
Instead: write a number and a unit: “10 working days”, “6 weeks”, “two months”.
Source: the language of the files.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "lead-time")


CHECK = Check("timetable/lead-time", Severity.ERROR, find, fix="write a number of days, working days, weeks or months")
