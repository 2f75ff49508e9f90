"""The same crimes in two sources.

Why it matters: crimes on the police map are those of the ONS tables again; added together they would be counted
twice.
Instead: take the level from ONS and the pattern from the map.
Source: data.police.uk beside the ONS table for the same twelve months.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/two-sources",
    Severity.NOTE,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
