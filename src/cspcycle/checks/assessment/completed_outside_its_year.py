"""A strategic assessment completed outside the year it is said to be for.

Why it matters: the duty is one assessment during each year from April to March; a slip in it leaves one year without.
Instead: write under `year:` the April-March year during which it was completed.
Source: SI 2007/1830 reg. 5 and SI 2007/3076 reg. 5; two statements that cannot both be true.
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import counted, day_in_words
from cspcycle.model.strategic_assessment import EarlierAssessment, StrategicAssessment
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for the assessment, and each earlier one, whose day of completion is not in its year."""
    assessment = context.dossier.strategic_assessment
    if assessment is None:
        return
    records: list[StrategicAssessment | EarlierAssessment] = [assessment, *assessment.earlier]
    for record in records:
        year, day = record.year, record.completed_on
        if year is not None and day is not None and day not in year:
            yield Fault(
                record.at("completed_on"),
                f"the strategic assessment for {year.label} was completed on {day_in_words(day)}, "
                f"{_how_far(day, year)}",
            )


def _how_far(day: date, year: FinancialYear) -> str:
    if day < year.first_day:
        return f"{counted((year.first_day - day).days, 'day')} before that year began"
    return f"{counted((day - year.last_day).days, 'day')} after that year ended"


CHECK = Check(
    "assessment/completed-outside-its-year",
    Severity.ERROR,
    find,
    fix="write the year from April to March during which it was completed, or correct the day",
)
