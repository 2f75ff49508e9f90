"""A priority under which nothing is to be done.

Why it matters: the plan must say what steps the authorities need to take; a priority without one is a wish.
Instead: add at least one action, with who leads it and by when, under the priority or under one of its objectives.
Source: SI 2007/1830 reg. 11 and SI 2007/3076 reg. 9 ask for the steps; a step for each priority is practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.priority_parts import is_bare, missing_parts
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without an action of its own, of an objective, or of a plan that is linked to it.

    A priority of which nothing but the title is written is left to the check of objectives.
    """
    linked = {name for plan in context.dossier.linked_plans if plan.activities for name in plan.priorities}
    for priority in context.dossier.priorities:
        if "action" in missing_parts(priority) and not is_bare(priority) and priority.id not in linked:
            yield Fault(priority.at("title"), f"the priority {quoted(priority.title)} has no action")


CHECK = Check("priorities/without-action", Severity.WARNING, find, fix="add `actions:` with what will be done")
