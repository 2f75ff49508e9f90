"""A timetable in which the strategic assessment comes after the plan.

Why it matters: the plan has to consider the assessment, which it cannot do before there is one.
Instead: let the assessment be completed, and received, before the plan is revised.
Source: SI 2007/1830 reg. 10; SI 2007/3076 reg. 8.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import find_after_plan
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each assessment that falls after the plan that was to consider it."""
    yield from find_after_plan(context, "strategic-assessment")


CHECK = Check(
    "timetable/assessment-after-plan",
    Severity.WARNING,
    find,
    fix="let the assessment be completed before the plan is revised",
)
