"""What people see in their calendars: an entry as an event, and the memory of what was sent before."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.entry import Source, Timetable

# Controls, bidirectional overrides and lone surrogates: none belongs in a calendar. Those that begin a line, and so a
# property of somebody else's choosing, are among the characters that `split` takes for spaces.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
STAMP_FORMAT = "%Y%m%dT%H%M%SZ"
_CATEGORIES = {
    Source.LAW: "Duty",
    Source.REGISTER: "Duty",
    Source.MILESTONE: "Milestone",
    Source.MEETING: "Meeting",
    Source.PAPER: "Papers",
}


@dataclass(frozen=True, slots=True)
class Event:
    """Everything a recipient sees of one entry. Without a time it takes the whole day and leaves people free."""

    id: str
    title: str
    on: date
    category: str
    description: str = ""
    starts_at: time | None = None
    minutes: int = 0
    alarm_days: tuple[int, ...] = ()

    def seen(self) -> dict[str, Any]:
        """The event as plain values, so that a later run can tell whether anything visible changed."""
        return {key: _plain(value) for key, value in asdict(self).items() if value not in ("", 0, (), None)} | {
            "title": printable_line(self.title),
            "description": "\n".join(printable_line(line) for line in self.description.splitlines()),
        }


@dataclass(frozen=True, slots=True)
class Sent:
    """What was last sent of an event, how often it had changed by then, and when."""

    seen: Mapping[str, Any]
    sequence: int
    stamp: str
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarState:
    """The memory of a published calendar file, by event id; it is kept in a small file beside it."""

    sent: Mapping[str, Sent] = field(default_factory=dict)

    def to_json(self) -> str:
        """The text of the state file: sorted, one line a value, the same for the same state."""
        events = {event_id: asdict(sent) for event_id, sent in sorted(self.sent.items())}
        return json.dumps({"version": 1, "events": events}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def events_of(
    timetable: Timetable, *, with_restricted: bool = False, alarm_days: Iterable[int] = ()
) -> tuple[Event, ...]:
    """The events of a timetable, without what changes from day to day (status, slack), or all would be sent anew.

    The identity of an event is its source and the id that its record has, and nothing that may be reworded or moved.
    """
    return tuple(
        Event(
            id=f"{entry.source.value}-{entry.id}",
            title=entry.title,
            on=entry.due_on,
            category=_CATEGORIES[entry.source],
            description="\n".join(
                part
                for part in (
                    f"Who: {entry.who_in_full}" if entry.who else "",
                    f"By: {entry.label}" if entry.label else "",
                    *(step.sentence for step in entry.why),
                    "" if entry.is_certain else "Check this date: its bank holidays are not published yet.",
                )
                if part
            ),
            starts_at=entry.starts_at,
            minutes=entry.minutes if entry.starts_at else 0,
            alarm_days=tuple(alarm_days),
        )
        for entry in timetable.entries
        if with_restricted or not entry.is_restricted
    )


def printable_line(text: str) -> str:
    r"""The text on one line, without characters that a calendar must not pass on.

    >>> printable_line("Board\r\nBEGIN:VEVENT\x00")
    'Board BEGIN:VEVENT'
    """
    return " ".join(_UNPRINTABLE.sub("", text).split())


def event_from(event_id: str, seen: Mapping[str, Any]) -> Event:
    """The event that was sent, from the values that were kept. Raises: KeyError, TypeError or ValueError if spoilt."""
    starts_at = seen.get("starts_at")
    return Event(
        id=event_id,
        title=str(seen["title"]),
        on=date.fromisoformat(seen["on"]),
        category=str(seen["category"]),
        description=str(seen.get("description", "")),
        starts_at=time.fromisoformat(starts_at) if starts_at else None,
        minutes=int(seen.get("minutes", 0)),
        alarm_days=tuple(int(days) for days in seen.get("alarm_days", ())),
    )


def stamp_of(text: str) -> datetime:
    """The moment that a stamp of the state file says. Raises: TypeError or ValueError if it is none."""
    return datetime.strptime(text, STAMP_FORMAT).replace(tzinfo=UTC)


def read_state(text: str, file: str) -> tuple[CalendarState | None, list[Diagnostic]]:
    """The state that was kept, or None and why the file cannot be used."""
    try:
        data = json.loads(text)
        if data["version"] != 1:
            raise ValueError("another version")  # noqa: TRY301 - told the same way as every other fault of the file
        sent = {event_id: _sent(event_id, values) for event_id, values in data["events"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f"{file} is not the memory of a calendar that this version wrote"
        fix = "take the last good copy from version control; deleting it makes every event look new to its readers"
        return None, [Diagnostic(Location(file), "timetable/calendar-state", message, Severity.ERROR, fix=fix)]
    return CalendarState(sent), []


def _sent(event_id: str, values: Mapping[str, Any]) -> Sent:
    event_from(event_id, values["seen"])
    stamp_of(values["stamp"])
    sequence, stamp, is_cancelled = values["sequence"], values["stamp"], values["is_cancelled"]
    if not (isinstance(sequence, int) and sequence >= 0 and isinstance(is_cancelled, bool)):
        raise TypeError(event_id)
    return Sent(values["seen"], sequence, stamp, is_cancelled)


def _plain(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
