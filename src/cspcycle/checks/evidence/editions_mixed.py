"""Two years that are compared and come from different editions.

Why it matters: publishers revise earlier years, so a revision can look like a change.
Instead: add one edition that holds both years.
Source: practice; ONS revises its tables with each edition.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/editions-mixed",
    Severity.WARNING,
    find,
    fix="add one edition that holds both years",
)
