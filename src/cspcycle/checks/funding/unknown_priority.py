"""Money for a priority that the partnership does not have.

Why it matters: what the money bought cannot be shown beside the priority it was meant for.
Instead: use the id of a priority under `priorities:`.
Source: practice: value for money is reviewed by priority (SI 2007/1830 reg. 3(5) asks for a review of spending).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_ids, suggestion
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such sum; only the first where no priority at all is written, which is one mistake."""
    known = defined_ids(context.dossier, "priorities")
    for money in context.dossier.funding:
        if money.priority and money.priority not in known:
            none = "no priority has that id" if known else "no priorities are written"
            yield Fault(
                money.at("priority"),
                f'money from {quoted(money.source)} serves "{money.priority}", but {none}',
                fix=suggestion(money.priority, known, "priorities"),
            )
            if not known:
                return


CHECK = Check("funding/unknown-priority", Severity.ERROR, find, fix="use the id of a priority under `priorities:`")
