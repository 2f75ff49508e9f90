"""More spent than there was.

Why it matters: the difference was paid by somebody; a value-for-money review and the funder will ask by whom.
Instead: correct the figure, or write the other source of the money as its own entry.
Source: practice; SI 2007/1830 reg. 3(5) and SI 2007/3076 reg. 3(5) ask for a review of spending.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each sum of which more was spent than was given."""
    for money in context.dossier.funding:
        if money.amount is not None and money.spent is not None and money.spent > money.amount:
            yield Fault(
                money.at("spent"),
                f"£{money.spent:,} was spent of £{money.amount:,} from {quoted(money.source)}",
                see=(money.at("amount"),),
            )


CHECK = Check(
    "funding/spent-more-than-granted",
    Severity.WARNING,
    find,
    fix="correct the figure, or write the other source as its own entry",
)
