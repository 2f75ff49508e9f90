"""An action whose day has passed.

Why it matters: actions drift unseen; some were found open two years after their date.
Instead: write `done_on:`, or a new `due:` with an entry in `history:` that says why it moved, or `status: dropped`.
Source: practice; boards keep an action log and take the overdue first.
"""

from collections.abc import Iterator

from cspcycle.checks.actions import actions_with_priority, due_days, last_reported_on
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import counted, day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each open action after the latest day it was to be done by; a deadline is met all day long."""
    for action, _ in actions_with_priority(context.dossier):
        days = due_days(action)
        if not days or days[-1] >= context.on or not action.is_open:
            continue
        late = counted((context.on - days[-1]).days, "day")
        moved = f", after its date moved {_times(len(days) - 1)}" if len(days) > 1 else ""
        reported = last_reported_on(action)
        silent = f"; last reported on {day_in_words(reported)}" if reported and reported <= context.on else ""
        yield Fault(
            action.at("due"),
            f"the action {quoted(action.what)} was due by {day_in_words(days[-1])}, {late} ago{moved}{silent}",
        )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


CHECK = Check(
    "priorities/action-overdue",
    Severity.WARNING,
    find,
    fix="write `done_on:`, or a new `due:` and the reason under `history:`, or `status: dropped`",
)
