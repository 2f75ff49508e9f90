"""A milestone and a meeting, or another line of the calendar, under one id.

Why it matters: `cspcycle why` is asked by id, and calendars that people imported know an entry by it.
Instead: give one of them an id of its own; leave the older one as it is.
Source: practice: a reference that is used for two things is read in two ways.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "second-id")


CHECK = Check("timetable/second-id", Severity.ERROR, find, fix="give one of them an id of its own")
