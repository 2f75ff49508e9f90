"""A timetable in which the plan is ready only after its year has begun.

Why it matters: the plan must be revised before the start of each year; a timetable that ends in July plans to be
late.
Instead: work back from 1 April: board, scrutiny, cabinet and council each need their step and their papers before it.
Source: SI 2007/1830 reg. 10(2); SI 2007/3076 reg. 8. The summary (reg. 14; Wales reg. 12) has no date in law;
practice publishes it as the year begins.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "plan-after-year-begins")


CHECK = Check(
    "timetable/plan-after-year-begins",
    Severity.WARNING,
    find,
    fix="plan it before 1 April; start from that day and work back",
)
