"""An area in the group of similar areas of which the evidence holds no figures.

Why it matters: it is left out of every comparison without a word in the documents.
Instead: write the name or code that ONS gives the partnership.
Source: practice; the names of the ONS police force area data tables.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/similar-area-not-held",
    Severity.WARNING,
    find,
    fix="write the name or code that ONS gives the partnership",
)
