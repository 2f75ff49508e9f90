"""A decision of a meeting that was short of its quorum, never ratified.

Why it matters: under the group's own rules it is no decision; what rests on it can be undone.
Instead: have the next quorate meeting, or the members by email, ratify it, and write `ratified_on:`.
Source: practice; boards record who was present and ratify what an inquorate meeting agreed.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.model.events import Meeting
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each decision without a day of ratification, of a meeting said not to be quorate."""
    for meeting in context.dossier.meetings:
        if meeting.quorate is not False:
            continue
        for decision in meeting.decisions:
            if not is_written(decision, "ratified_on"):
                yield Fault(
                    decision.at("what"),
                    f"{_whose(meeting, context)} decided {quoted(decision.what)} without its quorum, and nothing says "
                    "that it was ratified",
                    see=(meeting.at("quorate"),),
                )


def _whose(meeting: Meeting, context: Context) -> str:
    group = context.dossier.group_ids.get(meeting.group or "")
    return quoted(group.name) if group else "the meeting"


CHECK = Check("meetings/decided-without-quorum", Severity.WARNING, find, fix="have it ratified and add `ratified_on:`")
