"""A kind of crime that the police map places far less often than it is recorded.

Why it matters: a map or level drawn from the places that are known misses the rest, and not at random.
Instead: take the level from ONS, and draw no ranking of places from these records.
Source: data.police.uk beside the ONS table for the same twelve months; the limit of 85 % is ours.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/under-located",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
