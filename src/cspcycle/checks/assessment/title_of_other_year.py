"""A title that names another year than the assessment is of.

Why it matters: last year's cover on this year's document is the commonest slip of all, and it is what gets printed.
Instead: correct the title or `year:`.
Source: two statements that cannot both be true; seen in published documents.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.labels import Label, periods_in, single_years_in
from cspcycle.checks.words import quoted
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the title names years, and none of them holds the assessment's year.

    Some partnerships put the plan year that follows on the cover; that is taken as it is meant.
    """
    assessment = context.dossier.strategic_assessment
    if assessment is None or assessment.title is None or assessment.year is None:
        return
    named = periods_in(assessment.title) or [Label(year, year) for year in single_years_in(assessment.title)]
    if named and not any(_may_be(label, assessment.year) for label in named):
        yield Fault(
            assessment.at("title"),
            f"the title {quoted(assessment.title)} names another year than {assessment.year.label}, "
            "the year of the assessment",
            see=(assessment.at("year"),),
        )


def _may_be(label: Label, year: FinancialYear) -> bool:
    starts_in = year.starts_in
    if label.first_year == label.last_year:
        return label.first_year in {starts_in, starts_in + 1}
    is_within = label.first_year <= starts_in and starts_in + 1 <= label.last_year
    return is_within or label == (starts_in + 1, starts_in + 2)


CHECK = Check("assessment/title-of-other-year", Severity.WARNING, find, fix="correct the title or `year:`")
