"""An open action on which nobody has reported for six months.

Why it matters: a status half a year old says nothing about today, and silence hides drift until the date passes.
Instead: ask its lead, then write `status:` and `updated_on:`, and keep the earlier report under `history:`.
Source: practice; boards that meet quarterly review every open action, and those that meet twice a year each half year.
"""

from collections.abc import Iterator

from cspcycle.checks.actions import actions_with_priority, due_days, last_reported_on
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.priorities import Action
from cspcycle.source.diagnostic import Severity
from cspcycle.timetable.dates import add_months

_MONTHS_OF_SILENCE = 6


def find(context: Context) -> Iterator[Fault]:
    """A fault for each open action last reported over six months ago, or never although it is said to be under way.

    An overdue action is left to its own check, and one not started waits for its turn.
    """
    silent_since = add_months(context.on, -_MONTHS_OF_SILENCE)
    plan = context.dossier.partnership_plan
    is_settled = plan is not None and plan.starts_on is not None and plan.starts_on < silent_since
    for action, _ in actions_with_priority(context.dossier):
        days = due_days(action)
        if not action.is_open or action.status == "not-started" or (days and days[-1] < context.on):
            continue
        reported = last_reported_on(action)
        if reported is not None and reported < silent_since:
            yield Fault(
                action.at("updated_on" if action.updated_on == reported else "history"),
                f"nobody has reported on the action {quoted(action.what)} since {day_in_words(reported)}",
            )
        elif reported is None and is_settled and _is_under_way(action):
            yield Fault(
                action.at("status"),
                f"the action {quoted(action.what)} is {quoted(str(action.status))}, but nothing says as at which day",
            )


def _is_under_way(action: Action) -> bool:
    return action.status in {"on-track", "delayed"}


CHECK = Check(
    "priorities/action-not-updated",
    Severity.WARNING,
    find,
    fix="ask its lead, then write `status:` and `updated_on:`",
)
