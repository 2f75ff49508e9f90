"""Offences that are found by looking for them.

Why it matters: counts of drug and weapon offences follow searches and operations at least as much as how common the
thing is.
Instead: say so under `caveat:`, and use other sources for how common it is.
Source: Home Office, user guide to crime statistics for England and Wales.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/police-activity",
    Severity.NOTE,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
