"""A rate that divides by residents whose number has been revised since.

Why it matters: a revised population changes the rate, though no crime was counted differently.
Instead: say so under `caveat:`, or use the rate of the later edition.
Source: ONS, mid-year population estimates: each edition revises earlier years.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/population-revised",
    Severity.NOTE,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
