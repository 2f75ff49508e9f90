"""A priority that does not say what should change.

Why it matters: actions and measures can only be judged against what they were meant to change.
Instead: write `objectives:`, or `aims:` in a sentence each where objectives are not used.
Source: practice; Crime and Disorder Act 1998 s. 6 as enacted asked for objectives.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority with neither objectives nor aims."""
    for priority in context.dossier.priorities:
        if not is_written(priority, "objectives") and not is_written(priority, "aims"):
            message = f"the priority {quoted(priority.title)} does not say what should change"
            yield Fault(priority.at("title"), message)


CHECK = Check(
    "priorities/without-objective", Severity.WARNING, find, fix="add `objectives:`, or `aims:` in a sentence each"
)
