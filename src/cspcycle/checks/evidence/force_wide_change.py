"""A change in which all partnerships of the force moved together.

Why it matters: what happens in every area of a force at once is more often a change of recording than of crime.
Instead: ask the force what changed before explaining it locally, and say so under `caveat:`.
Source: practice; the changes of the other partnerships of the force in the same ONS table.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/force-wide-change",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
