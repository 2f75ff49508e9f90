"""An area for which the publisher withholds rates.

Why it matters: its resident population is too small to divide by.
Instead: use counts, and compare them over time.
Source: ONS, police force area data tables, shorthand [u1].
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/no-rate",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
