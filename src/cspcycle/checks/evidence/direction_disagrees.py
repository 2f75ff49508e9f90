"""A rise that is called a fall, or a fall that is called a rise.

Why it matters: the direction is what readers remember.
Instead: say the direction of the figures.
Source: practice; two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/direction-disagrees",
    Severity.ERROR,
    find,
    fix="correct the direction",
)
