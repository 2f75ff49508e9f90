"""Money for a priority that the partnership does not have.

Why it matters: what the money bought cannot be shown beside the priority it was meant for.
Instead: use the id of a priority under `priorities:`.
Source: practice: value for money is reviewed by priority (SI 2007/1830 reg. 3(5) asks for a review of spending).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_in, suggestion, told_once
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each unknown id once; only the first of all where no priority is written, which is one mistake."""
    known = defined_in(context.dossier, "priorities")
    if not known.is_complete:
        return
    none = "no priority has that id" if known else "no priorities are written"
    yield from told_once(
        (
            money.priority if known else "",
            Fault(
                money.at("priority"),
                f'money from {quoted(money.source)} serves "{money.priority}", but {none}',
                fix=suggestion(money.priority, known, "priorities"),
            ),
        )
        for money in context.dossier.funding
        if money.priority and money.priority not in known
    )


CHECK = Check("funding/unknown-priority", Severity.ERROR, find, fix="use the id of a priority under `priorities:`")
