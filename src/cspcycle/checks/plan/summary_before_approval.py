"""A summary published before anybody approved the plan.

Why it matters: the public then holds the summary of a draft.
Instead: correct the day, or publish the summary once the plan is agreed.
Source: practice; the summary that SI 2007/1830 reg. 14 and SI 2007/3076 reg. 12 ask for is one of the plan.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the summary is dated before the first approval, held or planned."""
    plan = context.dossier.partnership_plan
    if plan is None or plan.summary is None or plan.summary.published_on is None:
        return
    days = [day for approval in plan.approvals if (day := approval.on or approval.planned_on)]
    if days and plan.summary.published_on < min(days):
        yield Fault(
            plan.summary.at("published_on"),
            f"the summary of the plan was published on {day_in_words(plan.summary.published_on)}, "
            f"before the first approval of the plan on {day_in_words(min(days))}",
            see=(plan.at("approvals"),),
        )


CHECK = Check(
    "plan/summary-before-approval",
    Severity.WARNING,
    find,
    fix="correct the day, or publish the summary once the plan is agreed",
)
