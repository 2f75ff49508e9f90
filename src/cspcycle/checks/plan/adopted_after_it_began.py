"""A plan that a body approves after the plan's first day.

Why it matters: the plan is to be settled before its year begins; until it is agreed, nobody is bound by it.
Instead: plan every approval, council steps included, to fall before `starts_on:`; the timetable works back from there.
Source: SI 2007/1830 reg. 10(2), SI 2007/3076 reg. 8: revised before the start of each year; adoption by practice.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.unread import unread_within
from cspcycle.checks.words import counted, day_in_words, quoted
from cspcycle.model.partnership_plan import PartnershipPlan
from cspcycle.model.values import last_day_of
from cspcycle.source.diagnostic import Severity

_LAW = {"england": "SI 2007/1830 reg. 10(2)", "wales": "SI 2007/3076 reg. 8"}
_A_YEAR = timedelta(days=365)
_HALF_A_YEAR = timedelta(days=183)


def find(context: Context) -> Iterator[Fault]:
    """The first approval held or planned in the plan's first year, unless it is of the next year's revision."""
    plan = context.dossier.partnership_plan
    if plan is None or plan.starts_on is None or unread_within(context.dossier, plan.at()):
        return
    groups = context.dossier.group_ids
    late = _late_days(plan, plan.starts_on)
    approvals = [(day, each) for each in plan.approvals if (day := each.on or each.planned_on) in late and day]
    for day, approval in approvals[:1]:
        by = groups[approval.by].name if approval.by in groups else approval.by
        verb = "approved the plan" if approval.on else "is to approve the plan"
        also = [each.at("on" if each.on else "planned_on") for _, each in approvals]
        others = f"; {counted(len(also) - 1, 'other approval')} came, or will come, after it too" if also[1:] else ""
        yield Fault(
            also[0],
            f"{quoted(by)} {verb} on {day_in_words(day)}, {counted((day - plan.starts_on).days, 'day')} after it began "
            f"on {day_in_words(plan.starts_on)}{others}",
            see=(plan.at("starts_on"), *also[1:]),
            law=_LAW[context.nation],
        )


def _late_days(plan: PartnershipPlan, starts_on: date) -> set[date]:
    days = {day for approval in plan.approvals if (day := approval.on or approval.planned_on)}
    revisions = {
        (revision.for_year.first_day, last_day_of(when))
        for revision in plan.revisions
        if (when := revision.revised_on or revision.due)
    }
    in_first_year = [day for day in days if timedelta(0) < day - starts_on < _A_YEAR]
    return {day for day in in_first_year if not _approves_a_revision(day, revisions)}


def _approves_a_revision(day: date, revisions: set[tuple[date, date]]) -> bool:
    """Whether a revision for a year that begins after the day was, or is to be, made within half a year of it."""
    return any(day < year_begins and abs(revised_on - day) < _HALF_A_YEAR for year_begins, revised_on in revisions)


CHECK = Check(
    "plan/adopted-after-it-began",
    Severity.WARNING,
    find,
    fix="bring the approval forward; next time, plan it to fall before the plan begins",
)
