"""Papers that went out later than the group's own notice.

Why it matters: members who had no time to read cannot decide, and an absent one can object.
Instead: send papers in time for the clear days the group gives; neither the day they go out nor the meeting counts.
Source: the group's own rule (`meets.notice_clear_days`); practice.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import counted, day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each meeting whose papers left fewer clear days, weekends counted in the group's favour."""
    for meeting in context.dossier.meetings:
        group = context.dossier.group_ids.get(meeting.group or "")
        notice = group.meets.notice_clear_days if group and group.meets else None
        if group is None or notice is None or meeting.papers_out_on is None:
            continue
        if meeting.when is None or meeting.cancelled_on is not None:
            continue
        clear_days = (meeting.when - meeting.papers_out_on).days - 1
        if clear_days < notice:
            yield Fault(
                meeting.at("papers_out_on"),
                f"the papers for {quoted(group.name)} on {day_in_words(meeting.when)} go out on "
                f"{day_in_words(meeting.papers_out_on)}, which {_what_it_leaves(clear_days)}; "
                f"the group gives {counted(notice, 'clear day')}",
            )


def _what_it_leaves(clear_days: int) -> str:
    if clear_days >= 0:
        return f"leaves {counted(clear_days, 'clear day')}"
    return "is the day itself" if clear_days == -1 else "is after it"


CHECK = Check(
    "meetings/papers-out-late",
    Severity.WARNING,
    find,
    fix="send the papers earlier, or correct `papers_out_on:` or the group's `notice_clear_days:`",
)
