"""A period on the cover that differs from the plan's dates.

Why it matters: a cover that says one period and a foreword that says another is what readers notice first.
Instead: let `period:`, the title, `starts_on:` and `ends_on:` say the same years.
Source: two statements that cannot both be true; seen in several published plans.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.labels import Label, periods_in, single_years_in
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.partnership_plan import PartnershipPlan
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for `period` and for the title if they name years, none of which agree with the dates or each other.

    Where the two agree with each other and not with the dates, one of them speaks for both.
    """
    plan = context.dossier.partnership_plan
    if plan is None or (plan.starts_on and plan.ends_on and plan.ends_on < plan.starts_on):
        return
    in_period = _labels(plan.period)
    in_title = periods_in(plan.title) if plan.title else []
    agree_with_each_other = bool(set(in_title).intersection(in_period))
    dates = _dates_in_words(plan)
    if in_period and not any(_agrees(label, plan) for label in in_period):
        message = f"the plan's period is {quoted(str(plan.period))}, but it {dates}"
        yield Fault(plan.at("period"), message, see=(plan.at("starts_on"),))
    if not in_title or agree_with_each_other:
        return
    if not any(_agrees(label, plan) for label in in_title):
        message = f"the title {quoted(str(plan.title))} names another period: the plan {dates}"
        yield Fault(plan.at("title"), message, see=(plan.at("starts_on"),))
    elif in_period and plan.starts_on is None:
        message = f"the title {quoted(str(plan.title))} names another period than {quoted(str(plan.period))}"
        yield Fault(plan.at("title"), message, see=(plan.at("period"),))


def _labels(text: str | None) -> list[Label]:
    return (periods_in(text) or [Label(year, year) for year in single_years_in(text)]) if text else []


def _agrees(label: Label, plan: PartnershipPlan) -> bool:
    first = plan.starts_on.year if plan.starts_on else None
    last = plan.ends_on.year if plan.ends_on else None
    if label.first_year == label.last_year:
        return (first is None or first <= label.first_year) and (last is None or label.last_year <= last)
    return first in {None, label.first_year} and last in {None, label.last_year}


def _dates_in_words(plan: PartnershipPlan) -> str:
    words = [
        f"{verb} on {day_in_words(day)}"
        for verb, day in (("starts", plan.starts_on), ("ends", plan.ends_on))
        if day is not None
    ]
    return " and ".join(words)


CHECK = Check("plan/period-against-dates", Severity.ERROR, find, fix="correct the years, `starts_on:` or `ends_on:`")
