"""A finished death review without a decision to hold one, or with a decision not to.

Why it matters: the decision and its day are what the Home Office is told, and the time for the report runs from it.
Instead: write `decided_on:` and `decision: review`.
Source: statutory guidance for domestic homicide reviews (Domestic Violence, Crime and Victims Act 2004 s. 9(3)).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such review."""
    for review in context.dossier.reviews:
        if review.completed_on is None:
            continue
        finished = f"{review.reference} was finished on {day_in_words(review.completed_on)}"
        if review.decision == "no-review":
            yield Fault(
                review.at("decision"),
                f"{finished}, although it was decided not to review",
                see=(review.at("completed_on"),),
                fix="correct `decision:`, or take out `completed_on:`",
            )
        elif not is_written(review, "decision") and not is_written(review, "decided_on"):
            yield Fault(review.at("completed_on"), f"{finished}, but no decision to review is recorded")


CHECK = Check(
    "reviews/completed-without-decision", Severity.WARNING, find, fix="write `decided_on:` and `decision: review`"
)
