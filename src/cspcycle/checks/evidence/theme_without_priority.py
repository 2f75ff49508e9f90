"""A theme that is high on the evidence and that no priority takes up.

Why it matters: a board may choose otherwise than its own matrix says, and will be asked why.
Instead: take it up, or give the reason under `not_taken_up_because:` of the theme.
Source: practice; a matrix weighs and the board decides. High is: as high as a theme that a priority takes up.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/theme-without-priority",
    Severity.NOTE,
    find,
    fix="name it under a priority's `includes:`, or add `not_taken_up_because:` to the theme",
)
