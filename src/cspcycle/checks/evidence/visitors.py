"""A rate far above the national one, in an area whose visitors are not among its residents.

Why it matters: a rate divides by residents; city and town centres have many more people in them.
Instead: compare with areas of a like centre, and say so under `caveat:`.
Source: ONS, notes to the police force area data tables, on city centres; the limit of 1.5 times is ours.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/visitors",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
