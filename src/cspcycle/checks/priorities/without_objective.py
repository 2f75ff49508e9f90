"""A priority that does not say what should change.

Why it matters: actions and measures can only be judged against what they were meant to change.
Instead: write `objectives:`, or `aims:` in a sentence each where objectives are not used.
Source: practice; Crime and Disorder Act 1998 s. 6 as enacted asked for objectives.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.priority_parts import is_bare, missing_parts
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority with neither objectives nor aims, which also names what else is missing."""
    for priority in context.dossier.priorities:
        if is_bare(priority):
            message = f"the priority {quoted(priority.title)} has no objective, no action and no measure"
            yield Fault(
                priority.at("title"), message, fix="add `objectives:`, each with its `actions:` and `measures:`"
            )
        elif "objective" in missing_parts(priority):
            message = f"the priority {quoted(priority.title)} does not say what should change"
            yield Fault(priority.at("title"), message)


CHECK = Check(
    "priorities/without-objective", Severity.WARNING, find, fix="add `objectives:`, or `aims:` in a sentence each"
)
