"""A date counted over days whose bank holidays are not published.

Why it matters: a bank holiday nobody knows of yet moves the date, and papers are late by a day.
Instead: check the date by hand; write bank holidays you know of as `closures:`.
Source: GOV.UK, UK bank holidays, which reaches two or three years ahead.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "past-known-bank-holidays")


CHECK = Check("timetable/past-known-bank-holidays", Severity.WARNING, find, fix="check this date by hand")
