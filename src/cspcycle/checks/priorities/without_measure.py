"""A priority that nothing measures.

Why it matters: without a measure the partnership cannot tell, at review, whether the priority moved.
Instead: give each priority at least one measure, with its baseline and its source.
Source: practice; Crime and Disorder Act 1998 s. 6 as enacted asked for performance targets.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.model.priorities import Priority
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without a measure of its own or of an objective."""
    for priority in context.dossier.priorities:
        if not _has_measures(priority):
            yield Fault(priority.at("title"), f"the priority {quoted(priority.title)} has no measure")


def _has_measures(priority: Priority) -> bool:
    lost_objectives = is_written(priority, "objectives") and not priority.objectives
    return lost_objectives or any(is_written(holder, "measures") for holder in (priority, *priority.objectives))


CHECK = Check(
    "priorities/without-measure",
    Severity.WARNING,
    find,
    fix="add `measures:` with at least one measure, its baseline and its source",
)
