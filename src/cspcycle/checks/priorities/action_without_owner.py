"""An open action that nobody owns.

Why it matters: an action without an owner is not begun, and nobody can be asked for an update.
Instead: name the authority that leads it, the post that is accountable for it, or the group that follows it.
Source: practice; action tables name a lead for each action.
"""

from collections.abc import Iterator

from cspcycle.checks.actions import actions_with_priority
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each open action without lead, champion or group."""
    for action, _ in actions_with_priority(context.dossier):
        if action.is_open and not any(is_written(action, name) for name in ("lead", "champion", "group")):
            yield Fault(action.at("what"), f"nobody owns the action {quoted(action.what)}")


CHECK = Check(
    "priorities/action-without-owner",
    Severity.WARNING,
    find,
    fix="add `lead:` with the authority, `champion:` with the post, or `group:` with the group that follows it",
)
