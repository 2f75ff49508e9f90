"""A rise or fall in the text that chance alone may explain.

Why it matters: small differences between two counts are usual; plans built on them chase noise.
Instead: say that there is no clear change.
Source: an exact comparison of two counts at 95 %: Przyborowski and Wilenski, Biometrika 31 (1940).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/no-clear-change",
    Severity.WARNING,
    find,
    fix="say that there is no clear change",
)
