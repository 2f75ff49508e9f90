"""A version of a strategic assessment that is dated before the one it follows.

Why it matters: readers cannot tell which version was agreed; committees have been given the older one.
Instead: correct the number or the day of the version.
Source: two statements that cannot both be true; seen in the version control of published documents.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.version_order import find_backwards
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each version dated before the one that its number, or the list, puts before it."""
    document = context.dossier.strategic_assessment
    if document is not None:
        yield from find_backwards(document.versions)


CHECK = Check("assessment/versions-backwards", Severity.ERROR, find, fix="correct the number or the day")
