"""Meetings from a committee calendar in an .ics file: repeated ones day by day, moved and cancelled ones respected."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import islice

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.timetable.calendar_events import ForeignEvent, read_events
from cspcycle.timetable.meetings import GivenMeeting
from cspcycle.timetable.recurrence import NotUnderstood, repeated_days

_MOST_DAYS = 400  # of one repeated event: more than daily for a year is no committee
_LONGEST_SERIES_IN_YEARS = 20


def read_meeting_calendar(
    data: bytes, file: str, body_id: str, *, first_day: date, until: date
) -> tuple[tuple[GivenMeeting, ...], list[Diagnostic]]:
    """The meetings from the first day until, and not including, the last; and what could not be read.

    A meeting keeps the identity that the file gives it, so that a later file can move it.
    """
    events, found = read_events(data, file)
    series: dict[str, dict[date, GivenMeeting]] = {}
    for event in events:
        if event.instead_of is None and not event.is_cancelled:
            days = _days(event, first_day, until, found)
            series.setdefault(event.uid, {}).update(_meetings(event, days, body_id))
    for event in events:
        if event.instead_of is not None:
            planned = series.get(event.uid, {}).pop(event.instead_of, None)
            if planned is not None and not event.is_cancelled:
                series[event.uid][event.instead_of] = replace(
                    planned, on=event.on, starts_at=event.starts_at, minutes=event.minutes, at=event.at
                )
    meetings = (meeting for days in series.values() for meeting in days.values())
    chosen = [meeting for meeting in meetings if first_day <= meeting.on < until]
    return tuple(sorted(chosen, key=lambda meeting: (meeting.on, meeting.id))), sorted(found)


def _meetings(event: ForeignEvent, days: Iterable[date], body_id: str) -> dict[date, GivenMeeting]:
    identity = f"{body_id}-{hashlib.sha256(event.uid.encode(errors='replace')).hexdigest()[:10]}"
    return {
        day: GivenMeeting(
            f"{identity}-{day.isoformat()}" if event.repeats else identity,
            day,
            event.at,
            title=event.title,
            starts_at=event.starts_at,
            minutes=event.minutes,
        )
        for day in days
        if day not in event.not_on
    }


def _days(event: ForeignEvent, first_day: date, until: date, found: list[Diagnostic]) -> list[date]:
    if not event.repeats:
        return [event.on]
    if event.on.year >= until.year - _LONGEST_SERIES_IN_YEARS:
        with suppress(NotUnderstood):
            days = repeated_days(event.repeats, event.on, until)
            return list(islice((day for day in days if day >= first_day), _MOST_DAYS))
    return _not_followed(event, found)


def _not_followed(event: ForeignEvent, found: list[Diagnostic]) -> list[date]:
    message = "how this event repeats is not understood; only its first day is used"
    fix = "list the other days as meetings of their own"
    found.append(Diagnostic(event.at, "timetable/calendar-event", message, Severity.WARNING, fix=fix))
    return [event.on]
