"""Reports on an action that are not in the order of their days.

Why it matters: the last report is taken as how the action stands; out of order, an old one speaks for today.
Instead: keep `history:` oldest first, and `updated_on:` no earlier than its last entry.
Source: practice; an action log grows at its end.
"""

from collections.abc import Iterator
from itertools import pairwise

from cspcycle.checks.actions import actions_with_priority
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault at the first report of an action that is older than the one before it."""
    for action, _ in actions_with_priority(context.dossier):
        reports = [(update.on, update.at("on")) for update in action.history]
        if action.updated_on is not None:
            reports.append((action.updated_on, action.at("updated_on")))
        for (earlier, place), (later, here) in pairwise(reports):
            if later < earlier:
                yield Fault(
                    here,
                    f"the report of {day_in_words(later)} on the action {quoted(action.what)} "
                    f"comes after that of {day_in_words(earlier)}",
                    see=(place,),
                )
                break


CHECK = Check(
    "priorities/action-history-out-of-order",
    Severity.WARNING,
    find,
    fix="correct the day, or keep the reports oldest first",
)
