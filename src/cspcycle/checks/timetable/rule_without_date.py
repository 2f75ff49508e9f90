"""A rule for meetings that gives no date for part of the year.

Why it matters: a group that should meet each quarter and has no possible day in one of them will not meet in it.
Instead: give that meeting a date, or loosen the rule.
Source: practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "rule-without-date")


CHECK = Check("timetable/rule-without-date", Severity.WARNING, find, fix="give that meeting a date, or loosen the rule")
