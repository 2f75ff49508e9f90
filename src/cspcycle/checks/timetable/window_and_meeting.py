"""A step that is open for weeks and goes to one meeting.

Why it matters: a meeting is one day; the window is left out, and its weeks are not counted.
Instead: make the window a milestone of its own, and let the meeting come after it.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "window-and-meeting")


CHECK = Check("timetable/window-and-meeting", Severity.ERROR, find, fix="make the window a milestone of its own")
