"""A time that is not written on the 24-hour clock.

Why it matters: calendars and agendas are made from it, and "2.00" is an afternoon to one reader and a night to another.
Instead: write hours and minutes with a colon: `starts_at: "14:00"`.
Source: the form that the calendar needs.
"""

import re
from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity

_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]\Z")
_SPOKEN = re.compile(r"([0-9]{1,2})(?:[:.]?([0-5][0-9]))?\s*(?:(am|pm|noon|midday)|hrs?)?\Z", re.IGNORECASE)


def find(context: Context) -> Iterator[Fault]:
    """A fault for each meeting whose time is in another form."""
    for meeting in context.dossier.meetings:
        if meeting.starts_at is not None and not _CLOCK.match(meeting.starts_at):
            meant = _on_the_clock(meeting.starts_at)
            yield Fault(
                meeting.at("starts_at"),
                f"the time {quoted(meeting.starts_at)} is not written on the 24-hour clock",
                fix=f'write `starts_at: "{meant}"`' if meant else "",
            )


def _on_the_clock(text: str) -> str | None:
    """What was probably meant; None for an hour that could be morning or afternoon.

    >>> _on_the_clock("2.30pm"), _on_the_clock("14.00"), _on_the_clock("half past two")
    ('14:30', '14:00', None)
    """
    found = _SPOKEN.match(text.strip().replace("a.m.", "am").replace("p.m.", "pm"))
    if found is None:
        return None
    hour, minutes, half = int(found[1]), found[2] or "00", (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (0 if half == "am" else 12)
    elif not 13 <= hour <= 23:
        return None
    return f"{hour:02}:{minutes}"


CHECK = Check(
    "meetings/starts-at-form", Severity.ERROR, find, fix='write hours and minutes, such as `starts_at: "14:00"`'
)
