"""A rate that divides by the residents of an earlier year.

Why it matters: populations are estimated later than crimes are counted, and grow at different speeds.
Instead: name the year of the population under `caveat:`.
Source: ONS, police force area data tables, notes on rates.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/population-year",
    Severity.NOTE,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
