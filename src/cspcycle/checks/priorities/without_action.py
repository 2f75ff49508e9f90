"""A priority under which nothing is to be done.

Why it matters: the plan must say what steps the authorities need to take; a priority without one is a wish.
Instead: add at least one action, with who leads it and by when, under the priority or under one of its objectives.
Source: SI 2007/1830 reg. 11 and SI 2007/3076 reg. 9 ask for the steps; a step for each priority is practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.model.priorities import Priority
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without an action of its own, of an objective, or of a plan that is linked to it."""
    linked = {name for plan in context.dossier.linked_plans if plan.activities for name in plan.priorities}
    for priority in context.dossier.priorities:
        if priority.id not in linked and not _has_actions(priority):
            yield Fault(priority.at("title"), f"the priority {quoted(priority.title)} has no action")


def _has_actions(priority: Priority) -> bool:
    lost_objectives = is_written(priority, "objectives") and not priority.objectives
    return lost_objectives or any(is_written(holder, "actions") for holder in (priority, *priority.objectives))


CHECK = Check("priorities/without-action", Severity.WARNING, find, fix="add `actions:` with what will be done")
