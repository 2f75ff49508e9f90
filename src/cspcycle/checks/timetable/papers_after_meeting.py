"""Papers that go out after the meeting they are for.

Why it matters: a meeting decides on what it has read.
Instead: correct `papers_out_on:`, or the day of the meeting.
Source: two statements that cannot both be true. Where the group gives notice, `meetings/papers-out-late` says it.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such meeting of a group that gives no notice, whose papers no other check looks at."""
    gives_notice = {group.id for group in context.dossier.groups if group.meets and group.meets.notice_clear_days}
    meetings = [meeting for meeting in context.dossier.meetings if meeting.group in gives_notice]
    elsewhere = {meeting.at(key) for meeting in meetings for key in ("held_on", "planned_on") if meeting.has(key)}
    yield from (fault for fault in found_in_timetable(context, "papers-after-meeting") if fault.at not in elsewhere)


CHECK = Check(
    "timetable/papers-after-meeting", Severity.WARNING, find, fix="correct `papers_out_on:`, or the day of the meeting"
)
