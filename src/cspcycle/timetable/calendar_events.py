"""The events of an .ics file that somebody else made, as plain values with their lines; hostile files included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.events import printable_line

MOST_BYTES = 5_000_000
MOST_EVENTS = 2_000
_LONGEST_TITLE = 200
_DAY_IN_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class ForeignEvent:
    """One event of a file: where it stands, who it is, when it is, how it repeats, which day of a series it moves."""

    at: Location
    uid: str
    title: str
    on: date
    starts_at: time | None
    minutes: int | None
    is_cancelled: bool
    repeats: str  # the RRULE, or nothing
    not_on: frozenset[date]
    instead_of: date | None


def read_events(data: bytes, file: str) -> tuple[list[ForeignEvent], list[Diagnostic]]:
    """The events that can be understood, and a finding for each that cannot."""
    if len(data) > MOST_BYTES:
        message = f"the calendar is larger than {MOST_BYTES // 1_000_000} million bytes, and is not read"
        return [], [_fault(Location(file), "calendar-too-large", message, "export only the year that is needed")]
    preamble, blocks, found = _blocks(data.decode("utf-8-sig", errors="replace"), file)
    _component(preamble)  # the library remembers the time zones that are defined in it
    events = []
    for line, text in blocks:
        at = Location(file, line)
        component = _component(text)
        event = _event(component, at) if component is not None else None
        if event is None:
            message = "this event has no day that could be read, and is left out"
            found.append(
                _fault(at, "calendar-event", message, "correct it in the calendar it came from, and export again")
            )
        else:
            events.append(event)
    return events, found


def _blocks(text: str, file: str) -> tuple[str, list[tuple[int, str]], list[Diagnostic]]:
    """What stands outside all events, and each event with its line; the file is cut at the most events we read."""
    outside: list[str] = []
    blocks: list[tuple[int, str]] = []
    inside: list[str] | None = None
    first_line = 0
    for line, content in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        mark = content.strip().upper()
        if mark == "BEGIN:VEVENT":
            if len(blocks) == MOST_EVENTS:
                message = f"the calendar has more than {MOST_EVENTS} events; those from here on are not read"
                fix = "export only the committee and the year that are needed"
                return "\r\n".join(outside), blocks, [_fault(Location(file, line), "calendar-too-large", message, fix)]
            inside, first_line = [], line
        if inside is None:
            outside.append(content)
        else:
            inside.append(content)
            if mark == "END:VEVENT":
                blocks.append((first_line, "\r\n".join(inside)))
                inside = None
    if inside is not None:
        message = "this event has no end, and is left out"
        return "", blocks, [_fault(Location(file, first_line), "calendar-event", message, "export the calendar again")]
    if not blocks:
        message = (
            "there are no events in this file" if "BEGIN:VCALENDAR" in text.upper() else "this is no calendar file"
        )
        fix = "export the committee calendar as an iCalendar (.ics) file"
        return "", [], [_fault(Location(file), "calendar-without-events", message, fix)]
    return "\r\n".join(outside), blocks, []


def _component(text: str) -> Any:
    """What the library makes of a piece of a file, or None where it gives up, however it does so."""
    from icalendar import Component  # noqa: PLC0415 - only this format needs it, and it is slow to import

    try:
        return Component.from_ical(f"{text}\r\n")
    except Exception:  # noqa: BLE001 - the file is anybody's; whatever it does to the library is a finding about it
        return None


def _event(component: Any, at: Location) -> ForeignEvent | None:
    try:
        start = component["DTSTART"].dt
        day, clock = _local(start)
        moved = component.get("RECURRENCE-ID")
        repeats = component.get("RRULE")
        return ForeignEvent(
            at=at,
            uid=str(component.get("UID", "")) or f"{day}",
            title=printable_line(str(component.get("SUMMARY", "")))[:_LONGEST_TITLE],
            on=day,
            starts_at=clock,
            minutes=_minutes(component, start),
            is_cancelled=str(component.get("STATUS", "")).upper() == "CANCELLED",
            repeats=repeats.to_ical().decode() if repeats else "",
            not_on=frozenset(_days_off(component.get("EXDATE"))),
            instead_of=_local(moved.dt)[0] if moved else None,
        )
    except Exception:  # noqa: BLE001 - see _component: values are only parsed when they are asked for
        return None


def _local(value: object) -> tuple[date, time | None]:
    """The day and the time of day in Britain."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - see _component

    if isinstance(value, datetime):
        local = value.astimezone(ZoneInfo("Europe/London")) if value.tzinfo else value
        return local.date(), local.time().replace(second=0, microsecond=0)
    if isinstance(value, date):
        return value, None
    raise TypeError(value)


def _minutes(component: Any, start: date) -> int | None:
    if not isinstance(start, datetime):
        return None
    if "DURATION" in component:
        length = component["DURATION"].dt
    elif "DTEND" in component:
        length = component["DTEND"].dt - start
    else:
        return None
    minutes = int(length / timedelta(minutes=1))
    return minutes if 0 < minutes <= _DAY_IN_MINUTES else None


def _days_off(value: Any) -> Iterator[date]:
    for dates in value if isinstance(value, list) else [value] if value else []:
        for each in dates.dts:
            yield _local(each.dt)[0]


def _fault(at: Location, slug: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(at, f"timetable/{slug}", message, Severity.ERROR, fix=fix)
