"""A lead time below nothing.

Why it matters: a step that comes two weeks before what it follows follows nothing.
Instead: use `before:` in place of `after:`, or the other way round, with a positive time.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "negative-lag")


CHECK = Check(
    "timetable/negative-lag", Severity.ERROR, find, fix="use `before:` in place of `after:`, or the other way round"
)
