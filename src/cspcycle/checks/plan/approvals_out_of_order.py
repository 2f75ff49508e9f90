"""Approvals of the plan that are not in the order of their days.

Why it matters: the list is the plan's route; a cabinet dated before the board it relies on is a slip, or a step missed.
Instead: write the bodies in the order in which they agree the plan, and check the days.
Source: practice; council steps begin once the board has agreed.
"""

from collections.abc import Iterator
from itertools import pairwise

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each approval, held or planned, that is dated before the one written above it."""
    plan = context.dossier.partnership_plan
    if plan is None:
        return
    groups = context.dossier.group_ids
    dated = [(day, approval) for approval in plan.approvals if (day := approval.on or approval.planned_on)]
    for (earlier, before), (later, approval) in pairwise(dated):
        if later < earlier:
            names = [groups[each.by].name if each.by in groups else each.by for each in (approval, before)]
            yield Fault(
                approval.at("on" if approval.on else "planned_on"),
                f"the approval of the plan by {quoted(names[0])} is dated {day_in_words(later)}, "
                f"before that by {quoted(names[1])} on {day_in_words(earlier)}, which stands above it",
                see=(before.at("by"),),
            )


CHECK = Check(
    "plan/approvals-out-of-order",
    Severity.WARNING,
    find,
    fix="write the bodies in the order in which they agree the plan, or correct the day",
)
