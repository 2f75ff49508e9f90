"""Outcomes of crimes that are still being investigated.

Why it matters: recent months always look unsolved.
Instead: compare the outcomes of months that are half a year old or older.
Source: data.police.uk, about the data: the last outcome known on the day of the download.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/outcomes-immature",
    Severity.NOTE,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
