"""An indicator whose publisher has probably published newer figures.

Why it matters: an assessment on old figures describes a place that may have changed.
Instead: add the newer edition, or say under `caveat:` why the older one is used. Age counts up to the day the
assessment was completed.
Source: the publishers' rhythms, as `cspcycle evidence list` shows them.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/stale",
    Severity.WARNING,
    find,
    fix="add the newer edition, or say under `caveat:` why the older one is used",
)
