"""A decision dated before the consultation it waits for has closed.

Why it matters: views that come after the decision cannot inform it, and a decision taken before they are in can be
challenged.
Instead: let it close earlier, or decide later.
Source: SI 2007/1830 reg. 12 and SI 2007/3076 reg. 10 (views are obtained for preparing the plan); practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "consultation-after-decision")


CHECK = Check(
    "timetable/consultation-after-decision", Severity.ERROR, find, fix="close the consultation earlier, or decide later"
)
