"""Official counts without residents to divide by.

Why it matters: counts of areas of different size do not compare.
Instead: add the edition of the ONS tables that has rates, or the mid-year estimates.
Source: practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/no-population",
    Severity.NOTE,
    find,
    fix="add the ONS tables or the mid-year estimates",
)
