"""A milestone with nothing that could date it.

Why it matters: it appears in no calendar, and whoever must do it is not told when.
Instead: give it `due:`, or say what it comes `after:` or `before:`, or at which meeting it is taken.
Source: practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each milestone without any tie; what it is tied to has a fault of its own, of whatever kind."""
    timetable, groups = context.dossier.timetable, context.dossier.group_ids
    tied = {
        each.at("due" if each.has("due") else "task")
        for each in (timetable.milestones if timetable else ())
        if each.has("due")
        or each.after
        or each.before
        or (each.at_next_meeting_of and each.at_next_meeting_of not in groups)
    }
    yield from (fault for fault in found_in_timetable(context, "no-date") if fault.at not in tied)


CHECK = Check("timetable/no-date", Severity.ERROR, find, fix="give it a date, or something to hang on")
