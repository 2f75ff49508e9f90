"""A strategic assessment received by a meeting before it was completed.

Why it matters: the minutes then record a decision on a document that did not exist yet, or on a draft.
Instead: correct one of the days; if the meeting received a draft, write the meeting that received the final one.
Source: practice; priorities are agreed on the finished assessment.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the day it was received is before the day it was completed."""
    assessment = context.dossier.strategic_assessment
    if assessment is None or assessment.received is None or assessment.completed_on is None:
        return
    received_on = assessment.received.on
    if received_on is not None and received_on < assessment.completed_on:
        yield Fault(
            assessment.received.at("on"),
            f"the strategic assessment was received on {day_in_words(received_on)}, "
            f"before it was completed on {day_in_words(assessment.completed_on)}",
            see=(assessment.at("completed_on"),),
        )


CHECK = Check(
    "assessment/received-before-completed",
    Severity.WARNING,
    find,
    fix="correct one of the days, or write the meeting that received the final assessment",
)
