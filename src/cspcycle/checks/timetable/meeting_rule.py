"""A rule for meetings that is not understood.

Why it matters: the group gets no dates, and whatever goes to its next meeting gets none either.
Instead: write it like “first Tuesday of the quarter”, or give each meeting its date.
Source: the language of the files.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "meeting-rule")


CHECK = Check("timetable/meeting-rule", Severity.ERROR, find, fix="write it like “first Tuesday of the quarter”")
