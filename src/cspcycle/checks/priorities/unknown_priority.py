"""A linked plan that maps to a priority which is not here.

Why it matters: the map to other plans is what partners read first; a line that leads nowhere hides a link.
Instead: write the priority's id exactly as it stands under `priorities:`.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_in, suggestion, told_once
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each id under a linked plan's `priorities` that no priority has."""
    known = defined_in(context.dossier, "priorities")
    if not known.is_complete:
        return
    yield from told_once(
        (
            name if known else "",
            Fault(
                plan.at("priorities", number),
                f"{quoted(plan.title)} maps to {quoted(name)}, which is no priority here",
                fix=suggestion(name, known, "priorities") if known else "",
            ),
        )
        for plan in context.dossier.linked_plans
        for number, name in enumerate(plan.priorities)
        if name not in known
    )


CHECK = Check("priorities/unknown-priority", Severity.ERROR, find, fix="add the priority, or take the id out")
