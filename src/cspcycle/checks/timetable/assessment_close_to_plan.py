"""An assessment that comes too soon before the plan for anybody to use it.

Why it matters: priorities, consultation and papers all stand between the two; an assessment that arrives last changes
nothing.
Instead: receive the assessment earlier, or write fewer `days_from_assessment_to_plan:`.
Source: the partnership's own `days_from_assessment_to_plan:`; practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable."""
    yield from found_in_timetable(context, "assessment-close-to-plan")


CHECK = Check("timetable/assessment-close-to-plan", Severity.WARNING, find, fix="receive the assessment earlier")
