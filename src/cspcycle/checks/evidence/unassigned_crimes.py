"""A figure of a force that assigned many crimes to no partnership, or more than the year before.

Why it matters: such crimes are missing from every partnership of the force, so a local fall may only be missing
records.
Instead: say so under `caveat:`, and rest no finding on the local change alone.
Source: the unassigned rows of the ONS tables; the limits of 5 % of the force's crimes and 1 point of change are ours.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/unassigned-crimes",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
