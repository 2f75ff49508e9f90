"""A window that closes before it opens.

Why it matters: no step can be open for less than no time, and what follows it has no date to follow.
Instead: write a positive length under `open_for:`.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "negative-window")


CHECK = Check("timetable/negative-window", Severity.ERROR, find, fix="write a positive length")
