"""A step dated for a meeting of a group on a day on which the group does not meet.

Why it matters: the decision is promised for a day on which nobody is there to take it.
Instead: take the day of a meeting, or leave `due:` out and let the step go to the next meeting it can reach.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.checks.unread import unread_in
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable, once every meeting can be read and is one of a group there is."""
    dossier = context.dossier
    of_groups = {meeting.group for meeting in dossier.meetings if meeting.group}
    if not unread_in(dossier, "meetings") and of_groups <= dossier.group_ids.keys():
        yield from found_in_timetable(context, "no-meeting-that-day")


CHECK = Check(
    "timetable/no-meeting-that-day", Severity.WARNING, find, fix="take the day of a meeting, or leave the day out"
)
