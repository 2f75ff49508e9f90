"""A period of data that ends before it begins.

Why it matters: the period is printed on the cover and under every figure.
Instead: write the first day under `data_from:` and the last under `data_to:`.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the last day of the data is before its first."""
    assessment = context.dossier.strategic_assessment
    if assessment is None or assessment.data_from is None or assessment.data_to is None:
        return
    if assessment.data_to < assessment.data_from:
        yield Fault(
            assessment.at("data_to"),
            f"the strategic assessment's data ends on {day_in_words(assessment.data_to)}, "
            f"before it begins on {day_in_words(assessment.data_from)}",
            see=(assessment.at("data_from"),),
        )


CHECK = Check("assessment/data-period-backwards", Severity.ERROR, find, fix="correct `data_from:` or `data_to:`")
