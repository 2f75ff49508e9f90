"""A strategic assessment that rests on data from after its completion.

Why it matters: one of the two dates is wrong, and every figure in the document is read against them.
Instead: correct `data_to:` or `completed_on:`.
Source: two statements that cannot both be true; seen in a published assessment.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the last day of the data is after the day of completion."""
    assessment = context.dossier.strategic_assessment
    if assessment is None or assessment.data_to is None or assessment.completed_on is None:
        return
    if assessment.data_to > assessment.completed_on:
        yield Fault(
            assessment.at("data_to"),
            f"the strategic assessment's data runs to {day_in_words(assessment.data_to)}, "
            f"after it was completed on {day_in_words(assessment.completed_on)}",
            see=(assessment.at("completed_on"),),
        )


CHECK = Check(
    "assessment/data-ends-after-completion", Severity.ERROR, find, fix="correct `data_to:` or `completed_on:`"
)
