"""A priority that nothing measures.

Why it matters: without a measure the partnership cannot tell, at review, whether the priority moved.
Instead: give each priority at least one measure, with its baseline and its source.
Source: practice; Crime and Disorder Act 1998 s. 6 as enacted asked for performance targets.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.priority_parts import is_bare, missing_parts
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without a measure of its own or of an objective.

    A priority of which nothing but the title is written is left to the check of objectives.
    """
    for priority in context.dossier.priorities:
        if "measure" in missing_parts(priority) and not is_bare(priority):
            yield Fault(priority.at("title"), f"the priority {quoted(priority.title)} has no measure")


CHECK = Check(
    "priorities/without-measure",
    Severity.WARNING,
    find,
    fix="add `measures:` with at least one measure, its baseline and its source",
)
