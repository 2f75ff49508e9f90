"""A meeting on a bank holiday, at a weekend, or when the offices are closed.

Why it matters: members will not come, and papers counted from that day are counted wrongly.
Instead: move it to a working day, or correct its date.
Source: GOV.UK, UK bank holidays; practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "meeting-on-day-off")


CHECK = Check("timetable/meeting-on-day-off", Severity.WARNING, find, fix="move it to a working day")
