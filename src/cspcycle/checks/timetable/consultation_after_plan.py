"""A timetable in which people are asked after the plan is settled.

Why it matters: consultation is a step in making the plan; afterwards there is nothing left to inform.
Instead: let the consultation close before the plan is agreed.
Source: SI 2007/1830 reg. 12 and SI 2007/3076 reg. 10 (consultation in preparing the plan); practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import find_after_plan
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each consultation that falls after the plan it could have informed."""
    yield from find_after_plan(context, "consultation")


CHECK = Check(
    "timetable/consultation-after-plan",
    Severity.WARNING,
    find,
    fix="let the consultation close before the plan is agreed",
)
