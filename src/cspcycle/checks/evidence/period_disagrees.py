"""A period for which the evidence holds no figure of the cited indicator.

Why it matters: a figure of one year under the name of another misleads, and later years are spoken of before they are
published.
Instead: name a period that the evidence holds, or add the edition that covers it.
Source: practice; two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/period-disagrees",
    Severity.ERROR,
    find,
    fix="correct the period, or add the edition that holds it",
)
