"""A timetable in which the plan is ready only after its year has begun.

Why it matters: the plan must be revised before the start of each year; a timetable that ends in July plans to be late.
Instead: work back from 1 April: board, scrutiny, cabinet and council each need their step and their papers before it.
Source: SI 2007/1830 reg. 10(2); SI 2007/3076 reg. 8. The summary (reg. 14; Wales reg. 12) has no date in law; practice
publishes it as the year begins.
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import first_day_of, fixed_day, kept, plan_year
from cspcycle.checks.words import counted, day_in_words, quoted, when_in_words
from cspcycle.model.values import FinancialYear, Month, last_day_of
from cspcycle.source.diagnostic import Severity

_LAW = {
    "england": "SI 2007/1830 reg. 10(2)",
    "wales": "SI 2007/3076 reg. 8",
}


def find(context: Context) -> Iterator[Fault]:
    """A fault for each milestone that completes the plan in its year, or publishes the summary after its April."""
    timetable = context.dossier.timetable
    year = plan_year(timetable) if timetable else None
    if year is None:
        return
    latest = {"partnership-plan": year.first_day, "plan-summary": Month(year.starts_in, 5).first_day}
    for milestone in kept(timetable):
        when = fixed_day(milestone)
        if milestone.serves not in latest or when is None or first_day_of(when) not in year:
            continue
        day = last_day_of(when)
        if day >= latest[milestone.serves]:
            yield Fault(
                milestone.at("done_on" if milestone.done_on else "due"),
                f"{quoted(milestone.task)}: {when_in_words(when)} is {_how_late(day, year)}",
                law=_LAW[context.nation] if milestone.serves == "partnership-plan" else "",
            )


def _how_late(day: date, year: FinancialYear) -> str:
    days = (day - year.first_day).days
    if days == 0:
        return "the day the year begins, and the plan comes before it"
    return f"{counted(days, 'day')} after the year began on {day_in_words(year.first_day)}"


CHECK = Check(
    "timetable/plan-after-year-begins",
    Severity.WARNING,
    find,
    fix="plan it before 1 April; start from that day and work back",
)
