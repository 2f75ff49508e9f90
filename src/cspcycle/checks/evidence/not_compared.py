"""Figures that were not compared with the evidence, because its support is not installed.

Why it matters: without the comparison, nothing is said of wrong figures.
Instead: install the support once; it is large, so it is left out unless asked for.
Source: the evidence support of this program (SciPy).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/not-compared",
    Severity.NOTE,
    find,
    fix='install it with: pip install "cspcycle[evidence]"',
)
