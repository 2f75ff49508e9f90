"""An indicator that is cited and that the evidence does not hold.

Why it matters: a figure that nobody can look up convinces nobody, and a misspelt id hides a right one.
Instead: cite an indicator that `cspcycle evidence show` lists, or add the file that holds it.
Source: practice; the assessment shows levels, patterns and changes (SI 2007/1830 reg. 6), so its figures need a
source.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/indicator-not-held",
    Severity.ERROR,
    find,
    fix="add its file with `cspcycle evidence add`, or cite an indicator that `cspcycle evidence show` lists",
)
