"""A meeting that was both held and cancelled.

Why it matters: calendars drop a cancelled meeting, minutes keep a held one, and nobody can tell which it was.
Instead: keep what happened; a meeting held on another day in its stead is a record of its own.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each meeting with a day for both."""
    for meeting in context.dossier.meetings:
        if meeting.held_on is not None and meeting.cancelled_on is not None:
            yield Fault(
                meeting.at("cancelled_on"),
                f"the meeting held on {day_in_words(meeting.held_on)} is also cancelled, "
                f"on {day_in_words(meeting.cancelled_on)}",
                see=(meeting.at("held_on"),),
            )


CHECK = Check(
    "meetings/held-and-cancelled",
    Severity.ERROR,
    find,
    fix="take one of the two out; write a meeting held in its stead as a record of its own",
)
