"""A number in the text, or a figure, that the cited indicator does not bear out.

Why it matters: one wrong number in a published assessment puts all the others in doubt.
Instead: write the number that the evidence holds, or cite the indicator that the number comes from, under
`also_cites:` if it is a second one.
Source: practice; two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/figure-disagrees",
    Severity.ERROR,
    find,
    fix="correct the number, or cite the indicator that it comes from",
)
