"""Events to an iCalendar file (RFC 5545) that can be imported again and again without multiplying."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from cspcycle.timetable.events import STAMP_FORMAT, CalendarState, Event, Sent, event_from, printable_line, stamp_of

if TYPE_CHECKING:
    from icalendar import Event as CalendarEvent
    from icalendar import Timezone

_LONDON = "Europe/London"


def write(
    events: Iterable[Event], state: CalendarState, *, stamp: datetime, name: str, calendar_id: str
) -> tuple[bytes, CalendarState]:
    """The calendar file, and the state to keep for the next time. Unchanged events give unchanged bytes.

    An event that is sent no more is cancelled. `calendar_id` tells the events of this partnership from all others
    and must stay the same; `stamp` (aware) dates what changed.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only this format needs it, and it is slow to import

    sent = _next_state(events, state, stamp)
    calendar = Calendar()
    calendar.add("prodid", "-//cspcycle//timetable//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable_line(name))
    calendar.add("x-wr-timezone", _LONDON)
    shown = [(event_from(event_id, each.seen), each) for event_id, each in sent.items()]
    if any(event.starts_at for event, _ in shown):
        calendar.add_component(_london())
    for event, each in sorted(shown, key=lambda pair: (pair[0].on, pair[0].id)):
        calendar.add_component(_component(event, each, calendar_id))
    return calendar.to_ical(), CalendarState(sent)


def _next_state(events: Iterable[Event], state: CalendarState, stamp: datetime) -> dict[str, Sent]:
    now = stamp.astimezone(UTC).strftime(STAMP_FORMAT)
    sent: dict[str, Sent] = {}
    for event in events:
        seen, before = event.seen(), state.sent.get(event.id)
        if before is None:
            sent[event.id] = Sent(seen, 0, now)
        elif before.is_cancelled or before.seen != seen:
            sent[event.id] = Sent(seen, before.sequence + 1, now)
        else:
            sent[event.id] = before
    for event_id, before in state.sent.items():
        if event_id not in sent:
            sent[event_id] = (
                before if before.is_cancelled else Sent(before.seen, before.sequence + 1, now, is_cancelled=True)
            )
    return sent


def _component(event: Event, sent: Sent, calendar_id: str) -> "CalendarEvent":
    from icalendar import Alarm  # noqa: PLC0415 - see write
    from icalendar import Event as CalendarEvent  # noqa: PLC0415

    component = CalendarEvent()
    component.add("uid", f"{quote(event.id, safe='')}@{quote(calendar_id, safe='.-')}")
    component.add("dtstamp", stamp_of(sent.stamp))
    component.add("sequence", sent.sequence)
    component.add("summary", f"Cancelled: {event.title}" if sent.is_cancelled else event.title)
    _add_times(component, event)
    if event.description:
        component.add("description", event.description)
    component.add("categories", [event.category])
    component.add("status", "CANCELLED" if sent.is_cancelled else "CONFIRMED")
    is_free = sent.is_cancelled or event.starts_at is None
    component.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    component.add("x-microsoft-cdo-busystatus", "FREE" if is_free else "BUSY")
    for days in () if sent.is_cancelled else event.alarm_days:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", timedelta(days=-days))
        component.add_component(alarm)
    return component


def _add_times(component: "CalendarEvent", event: Event) -> None:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - see write

    if event.starts_at is not None:
        starts = datetime.combine(event.on, event.starts_at, ZoneInfo(_LONDON))
        component.add("dtstart", starts)
        component.add("dtend", starts + timedelta(minutes=max(event.minutes, 1)))
        return
    component.add("dtstart", event.on)
    if event.on < date.max:
        component.add("dtend", event.on + timedelta(days=1))


def _london() -> "Timezone":
    """British time as it has been since 1996, written out, so that the file does not change with a zone database."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - see write

    zone = Timezone()
    zone.add("tzid", _LONDON)
    for part, month, hour, offset_from, offset_to, short in (
        (TimezoneDaylight(), 3, 1, 0, 1, "BST"),
        (TimezoneStandard(), 10, 2, 1, 0, "GMT"),
    ):
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001 - local by definition
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=offset_from))
        part.add("tzoffsetto", timedelta(hours=offset_to))
        part.add("tzname", short)
        zone.add_component(part)
    return zone
