"""One meeting with two dates.

Why it matters: minutes that give two dates for one meeting leave every decision of it open to doubt.
Instead: let the title, the record and the minutes give the day on which it was held.
Source: two statements that cannot both be true; seen in published minutes of a partnership.
"""

import re
from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.labels import days_in, without_days
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.dossier import Dossier
from cspcycle.model.events import Meeting
from cspcycle.source.diagnostic import Location, Severity

_NUMBERED = re.compile(r"(?<![0-9/-])[0-9]{1,3}\Z")
_WORDS = set(
    re.findall(
        r"\w+",
        "a and agenda annual board draft extra extraordinary group held in meeting minutes notes of on ordinary "
        "partnership public quarterly special steering strategy the",
    )
)


def find(context: Context) -> Iterator[Fault]:
    """A fault for a title, of a meeting or its minutes, with another day, and for a numbered meeting with two days."""
    seen: dict[tuple[str | None, str], Meeting] = {}
    for meeting in context.dossier.meetings:
        if meeting.when is None or meeting.cancelled_on is not None:
            continue
        if (title := _title_with_another_day(meeting, context.dossier)) is not None:
            text, place = title
            verb = "was held" if meeting.held_on else "is planned"
            yield Fault(
                place,
                f"{quoted(text)} names another day than {day_in_words(meeting.when)}, when the meeting {verb}",
                see=(meeting.at("held_on" if meeting.held_on else "planned_on"),),
            )
        elif (earlier := _same_meeting(meeting, seen)) and earlier.when and earlier.when != meeting.when:
            place = earlier.at("title")
            yield Fault(
                meeting.at("title"),
                f"{quoted(str(meeting.title))} is on {day_in_words(meeting.when)} here and on "
                f"{day_in_words(earlier.when)} in {place.file}, line {place.line}",
                see=(place,),
            )


def _title_with_another_day(meeting: Meeting, dossier: Dossier) -> tuple[str, Location] | None:
    """The title that is nothing but a name for the meeting with a day, and that day is not one of the meeting's."""
    texts = [(meeting.title, meeting.at("title"))]
    if meeting.minutes_document is not None:
        texts.append((meeting.minutes_document.title, meeting.minutes_document.at("title")))
    dates = {meeting.held_on, meeting.planned_on}
    group = dossier.group_ids.get(meeting.group or "")
    names = [dossier.partnership.name, dossier.partnership.known_as]
    names += [group.name, group.known_as] if group else []
    usual = _WORDS.union(*(_words_of(name) for name in names if name))
    for text, place in texts:
        if text and (days := days_in(text)) and dates.isdisjoint(days) and _words_of(without_days(text)) <= usual:
            return text, place
    return None


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _same_meeting(meeting: Meeting, seen: dict[tuple[str | None, str], Meeting]) -> Meeting | None:
    """An earlier record of the same group with the same number in its title, unless it was at another place."""
    if meeting.title is None or not _NUMBERED.search(meeting.title):
        return None
    earlier = seen.setdefault((meeting.group, " ".join(meeting.title.casefold().split())), meeting)
    return None if earlier.place and meeting.place and earlier.place != meeting.place else earlier


CHECK = Check(
    "meetings/two-dates", Severity.ERROR, find, fix="let title, record and minutes give the day on which it was held"
)
