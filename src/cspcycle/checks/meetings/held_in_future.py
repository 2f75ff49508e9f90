"""A meeting recorded as held on a day that has not come.

Why it matters: a slip in the year makes a coming meeting look done: no reminder is sent and a duty seems met.
Instead: write a coming meeting as `planned_on:`, or correct the year.
Source: two statements that cannot both be true on the day asked about.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each meeting held after the day asked about."""
    for meeting in context.dossier.meetings:
        if meeting.held_on is not None and meeting.held_on > context.on:
            yield Fault(
                meeting.at("held_on"),
                f"a meeting is recorded as held on {day_in_words(meeting.held_on)}, "
                f"which is after {day_in_words(context.on)}",
            )


CHECK = Check("meetings/held-in-future", Severity.WARNING, find, fix="write it as `planned_on:`, or correct the day")
