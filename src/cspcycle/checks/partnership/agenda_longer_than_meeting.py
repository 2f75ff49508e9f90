"""An agenda that takes longer than the meeting lasts.

Why it matters: the last items are never reached, and those are often actions and money.
Instead: shorten parts of the agenda, or let the meeting last as long as its agenda.
Source: practice: two-hour boards with fixed hours for progress and for action.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each usual agenda, and each agenda of a meeting still to come, that is longer than the group's meetings."""
    for group in context.dossier.groups:
        lasts = group.meets.minutes if group.meets else None
        takes = sum(part.minutes or 0 for part in group.agenda)
        if lasts is not None and takes > lasts:
            yield Fault(
                group.at("agenda"),
                f'the usual agenda of "{group.name}" takes {takes} minutes; its meetings last {lasts}',
            )
    for meeting in context.dossier.meetings:
        group_of = context.dossier.group_ids.get(meeting.group or "")
        lasts = group_of.meets.minutes if group_of and group_of.meets else None
        is_to_come = (
            meeting.planned_on and meeting.planned_on >= context.on and not (meeting.held_on or meeting.cancelled_on)
        )
        takes = sum(item.minutes or 0 for item in meeting.agenda)
        if group_of and meeting.planned_on and is_to_come and lasts is not None and takes > lasts:
            yield Fault(
                meeting.at("agenda"),
                f"the agenda for {day_in_words(meeting.planned_on)} takes {takes} minutes; "
                f'meetings of "{group_of.name}" last {lasts}',
            )


CHECK = Check(
    "partnership/agenda-longer-than-meeting", Severity.WARNING, find, fix="shorten the agenda, or lengthen the meeting"
)
