"""One meeting with two dates.

Why it matters: minutes that give two dates for one meeting leave every decision of it open to doubt.
Instead: let the title, the record and the minutes give the day on which it was held.
Source: two statements that cannot both be true; seen in published minutes of a partnership.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.labels import days_in, months_in
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.events import Meeting
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for a title, of a meeting or its minutes, with another date, and for a numbered title with two dates."""
    seen: dict[tuple[str | None, str], Meeting] = {}
    for meeting in context.dossier.meetings:
        if meeting.when is None or meeting.cancelled_on is not None:
            continue
        if (title := _title_with_another_date(meeting)) is not None:
            text, place = title
            verb = "was held" if meeting.held_on else "is planned"
            yield Fault(
                place,
                f"{quoted(text)} names another date than {day_in_words(meeting.when)}, when the meeting {verb}",
                see=(meeting.at("held_on" if meeting.held_on else "planned_on"),),
            )
        elif (earlier := _same_numbered_meeting(meeting, seen)) and earlier.when and earlier.when != meeting.when:
            place = earlier.at("title")
            yield Fault(
                meeting.at("title"),
                f"{quoted(str(meeting.title))} is on {day_in_words(meeting.when)} here and on "
                f"{day_in_words(earlier.when)} in {place.file}, line {place.line}",
                see=(place,),
            )


def _title_with_another_date(meeting: Meeting) -> tuple[str, Location] | None:
    texts = [(meeting.title, meeting.at("title"))]
    if meeting.minutes_document is not None:
        texts.append((meeting.minutes_document.title, meeting.minutes_document.at("title")))
    dates = {day for day in (meeting.held_on, meeting.planned_on) if day is not None}
    months = {(day.year, day.month) for day in dates}
    for text, place in texts:
        if not text:
            continue
        days, named_months = days_in(text), months_in(text)
        if (days and dates.isdisjoint(days)) or (named_months and months.isdisjoint(named_months)):
            return text, place
    return None


def _same_numbered_meeting(meeting: Meeting, seen: dict[tuple[str | None, str], Meeting]) -> Meeting | None:
    """An earlier record of the same group with the same title, if a number in it says that it is one meeting."""
    if meeting.title is None or not any(letter.isdigit() for letter in meeting.title):
        return None
    name = (meeting.group, " ".join(meeting.title.casefold().split()))
    earlier = seen.get(name)
    seen.setdefault(name, meeting)
    return earlier


CHECK = Check(
    "meetings/two-dates", Severity.ERROR, find, fix="let title, record and minutes give the day on which it was held"
)
