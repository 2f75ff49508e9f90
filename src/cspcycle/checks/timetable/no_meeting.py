"""A step that goes to a meeting the group does not have.

Why it matters: a plan that needs a decision in March has none if the board last meets in February.
Instead: add the date of that meeting, or a rule that reaches it.
Source: practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each step at a meeting of a known group that has none; an unknown group is told as such."""
    timetable, groups = context.dossier.timetable, context.dossier.group_ids
    steps = timetable.milestones if timetable else ()
    elsewhere = {each.at("task") for each in steps if each.at_next_meeting_of not in groups}
    yield from (fault for fault in found_in_timetable(context, "no-meeting") if fault.at not in elsewhere)


CHECK = Check(
    "timetable/no-meeting", Severity.ERROR, find, fix="add the date of that meeting, or a rule that reaches it"
)
