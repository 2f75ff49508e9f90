"""What comes out of the scheduling: dated entries, each with its reasons, and the timetable that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from cspcycle.source.diagnostic import Diagnostic, Location
from cspcycle.timetable.reasons import Step
from cspcycle.timetable.who import in_short

_SOON = timedelta(days=30)


class Source(StrEnum):
    """Where an entry comes from."""

    LAW = "law"
    REGISTER = "register"
    MILESTONE = "milestone"
    MEETING = "meeting"
    PAPER = "paper"


class Status(StrEnum):
    """How an entry stands on the day asked about."""

    DONE = "done"
    LATE = "late"
    DUE = "due"  # within 30 days
    PLANNED = "planned"
    PAST = "past"  # a meeting or its papers: the day has gone, and nobody records that it was kept


@dataclass(frozen=True, slots=True)
class PlannedEarlier:
    """A date that an entry used to have. Nothing is overwritten."""

    due_on: date
    label: str | None = None
    changed_on: date | None = None
    because: str = ""
    minute: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timetable."""

    id: str
    title: str
    due_on: date
    source: Source
    at: Location
    status: Status
    who: str = ""  # as the files write it: codes of bodies, a post, a group
    who_names: tuple[str, ...] = ()  # the same by name; none where no dossier gives names
    body: str = ""  # the id of the group whose meeting or paper this is, or to which a milestone is taken
    kind: str = ""
    label: str | None = None  # the words of a date that was given as a month
    why: tuple[Step, ...] = ()
    driven_by: tuple[str, ...] = ()  # the ids of the entries that set this date
    starts_on: date | None = None  # the first day of a window
    earliest_on: date | None = None
    latest_on: date | None = None
    slack_working_days: int | None = None
    is_critical: bool = False
    is_certain: bool = True  # False where it rests on bank holidays that are not published yet
    is_restricted: bool = False
    actual_on: date | None = None
    slipped_because: str = ""
    minute: str = ""
    planned_earlier: tuple[PlannedEarlier, ...] = ()
    starts_at: time | None = None
    minutes: int = 0
    provision: str = ""
    force: str = ""

    @property
    def by_when(self) -> str:
        """The date in its own words: the label of a month, else the ISO day."""
        return self.label or self.due_on.isoformat()

    @property
    def who_in_full(self) -> str:
        """Everybody it concerns, by name."""
        return ", ".join(self.who_names) or self.who

    @property
    def who_in_short(self) -> str:
        """The same where there is little room."""
        return in_short(self.who_names) or self.who


@dataclass(frozen=True, slots=True)
class Timetable:
    """Entries in the order of their days, and everything there is to say about them."""

    entries: tuple[Entry, ...]
    findings: tuple[Diagnostic, ...]

    def by_id(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.entries}

    def due(self, *, on: date, days: int) -> tuple[Entry, ...]:
        """What is late on the day, or falls due in so many days from it; late first, since it is earliest."""
        return tuple(
            entry
            for entry in self.entries
            if entry.status is Status.LATE
            or (entry.status in {Status.DUE, Status.PLANNED} and 0 <= (entry.due_on - on).days <= days)
        )


def status_of(due_on: date, actual_on: date | None, *, on: date, is_recorded: bool = True) -> Status:
    """The status of something due; a deadline is met all day long. Meetings and papers are not recorded as done."""
    if actual_on is not None:
        return Status.DONE
    if due_on < on:
        return Status.LATE if is_recorded else Status.PAST
    return Status.DUE if (due_on - on) <= _SOON else Status.PLANNED
