"""What moved, was added or dropped between two calendars, by how many days, and because of what."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.dates import without_weekday
from cspcycle.timetable.entry import Entry

_VERSION = 1


class Kind(StrEnum):
    """What happened to an entry."""

    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Published:
    """What a published calendar said about one entry."""

    id: str
    title: str
    due_on: date
    label: str | None = None
    source: str = ""
    driven_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. The cause is the entry that moved and pulled this one with it; none if it moved by itself."""

    kind: Kind
    id: str
    title: str
    was_on: date | None
    now_on: date | None
    days: int = 0
    cause: str = ""
    cause_title: str = ""
    reason: str = ""

    @property
    def sentence(self) -> str:
        """The change as a line for a board paper."""
        if self.kind is Kind.MOVED and self.was_on and self.now_on:
            size = f"{abs(self.days)} day{'s' * (abs(self.days) != 1)} {'later' if self.days > 0 else 'earlier'}"
            because = f", because of “{self.cause_title}”" if self.cause else f": {self.reason}" if self.reason else ""
            was, now = without_weekday(self.was_on), without_weekday(self.now_on)
            return f"“{self.title}” moved from {was} to {now}, {size}{because}"
        if self.kind is Kind.ADDED and self.now_on:
            return f"“{self.title}” was added, on {without_weekday(self.now_on)}"
        return f"“{self.title}” was dropped" + (f"; it was on {without_weekday(self.was_on)}" if self.was_on else "")


def find_changes(before: Iterable[Published | Entry], after: Sequence[Entry]) -> tuple[Change, ...]:
    """The changes in the order of their days. A new name for the same entry is no change of the calendar."""
    was = {entry.id: entry for entry in before}
    now = {entry.id: entry for entry in after}
    moved = {entry_id for entry_id, entry in now.items() if entry_id in was and was[entry_id].due_on != entry.due_on}
    roots = _Roots(now, moved, added=now.keys() - was.keys())
    changes = []
    for entry_id, entry in now.items():
        if entry_id not in was:
            changes.append(Change(Kind.ADDED, entry_id, entry.title, None, entry.due_on))
        elif entry_id in moved:
            days = (entry.due_on - was[entry_id].due_on).days
            cause = roots.of(entry_id)
            if cause == entry_id:  # perhaps what it hung on is no longer there
                cause = next((each for each in was[entry_id].driven_by if each in was and each not in now), entry_id)
            changes.append(
                Change(
                    Kind.MOVED,
                    entry_id,
                    entry.title,
                    was[entry_id].due_on,
                    entry.due_on,
                    days,
                    cause="" if cause == entry_id else cause,
                    cause_title="" if cause == entry_id else (now.get(cause) or was[cause]).title,
                    reason=entry.slipped_because or next((e.because for e in reversed(entry.planned_earlier)), ""),
                )
            )
    changes += [
        Change(Kind.DROPPED, entry_id, entry.title, entry.due_on, None)
        for entry_id, entry in was.items()
        if entry_id not in now
    ]
    return tuple(sorted(changes, key=lambda change: (change.now_on or change.was_on or date.min, change.id)))


def published_json(entries: Iterable[Entry]) -> str:
    """The calendar as it is published, to compare later ones with: one line an entry, stable for the same entries."""
    lines = (
        json.dumps(
            {
                "id": e.id,
                "title": e.title,
                "due_on": e.due_on.isoformat(),
                "label": e.label,
                "source": e.source,
                "driven_by": e.driven_by,
            },
            ensure_ascii=False,
        )
        for e in entries
        if not e.is_restricted
    )
    return f'{{"version": {_VERSION}, "entries": [\n' + ",\n".join(lines) + "\n]}\n"


def read_published(text: str, file: str) -> tuple[tuple[Published, ...] | None, list[Diagnostic]]:
    """The entries of a published calendar, or None and why it cannot be used."""
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise ValueError("another version")  # noqa: TRY301 - told the same way as every other fault of the file
        entries = tuple(_published(values) for values in data["entries"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f"{file} is not a calendar that this version published"
        fix = "use the JSON file that was written when the calendar was published"
        return None, [Diagnostic(Location(file), "timetable/published-calendar", message, Severity.ERROR, fix=fix)]
    return entries, []


def _published(values: Mapping[str, Any]) -> Published:
    return Published(
        str(values["id"]),
        str(values["title"]),
        date.fromisoformat(values["due_on"]),
        values.get("label"),
        values.get("source") or "",
        tuple(str(each) for each in values.get("driven_by", ())),
    )


class _Roots:
    """Follows what sets a date back to the first entry that moved or is new; each entry is walked once."""

    def __init__(self, entries: Mapping[str, Entry], moved: set[str], *, added: set[str]) -> None:
        self._entries = entries
        self._changed = moved | added
        self._known: dict[str, str] = {}

    def of(self, entry_id: str) -> str:
        walk = [entry_id]
        while walk[-1] not in self._known:
            drivers = self._entries[walk[-1]].driven_by
            # The meeting stands last; where both it and the milestone before it moved, the milestone chose it.
            following = next((each for each in drivers if each in self._changed and each in self._entries), None)
            if following is None or following in walk:
                self._known[walk[-1]] = walk[-1]
            else:
                walk.append(following)
        root = self._known[walk[-1]]
        self._known.update(dict.fromkeys(walk, root))
        return root
