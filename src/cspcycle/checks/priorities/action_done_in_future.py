"""An action recorded as done on a day that has not come.

Why it matters: a slip in the year closes an action that is still open, and it drops out of every list.
Instead: correct `done_on:`; a day that is planned belongs under `due:`.
Source: two statements that cannot both be true on the day asked about.
"""

from collections.abc import Iterator

from cspcycle.checks.actions import actions_with_priority
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each action done after the day asked about."""
    for action, _ in actions_with_priority(context.dossier):
        if action.done_on is not None and action.done_on > context.on:
            yield Fault(
                action.at("done_on"),
                f"the action {quoted(action.what)} is recorded as done on {day_in_words(action.done_on)}, "
                f"which is after {day_in_words(context.on)}",
            )


CHECK = Check(
    "priorities/action-done-in-future",
    Severity.WARNING,
    find,
    fix="correct `done_on:`; write a day that is planned as `due:`",
)
