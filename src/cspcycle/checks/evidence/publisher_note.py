"""A warning of the publisher about the figure, or months without data.

Why it matters: the publisher knows what its figure does not bear.
Instead: repeat the warning under `caveat:`, in your own words.
Source: the notes in the publisher's own file.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/publisher-note",
    Severity.WARNING,
    find,
    fix="say under `caveat:` what the figure does not bear",
)
