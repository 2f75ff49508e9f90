"""Why a date is what it is, step by step, as values; and each step as an English sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cspcycle.timetable.dates import in_words, without_weekday
from cspcycle.timetable.lags import Lag
from cspcycle.timetable.working_days import NamedDay, WorkingDays


class Because(StrEnum):
    """The kinds of reason, by the names they have in JSON."""

    LAW = "law"
    PROMISE = "promise"
    FIXED = "fixed"
    MONTH = "month"
    COUNTED = "counted"
    AFTER = "after"
    BEFORE = "before"
    WAITS = "waits"
    NOT_BEFORE = "not before"
    SKIPPED = "skipped"
    MOVED = "moved"
    DAY_OFF = "day off"
    WINDOW = "window"
    RULE = "rule"
    MEETING = "meeting"
    MISSED = "missed meeting"
    CLEAR_DAYS = "clear days"
    TARGET = "target"
    DONE = "done"
    SLIPPED = "slipped"


@dataclass(frozen=True, slots=True)
class Step:
    """One reason. Which fields are filled depends on the kind; `sentence` is the key to them."""

    because: Because
    day: date | None = None
    since: date | None = None
    lag: Lag | None = None
    text: str = ""
    provision: str = ""
    id: str = ""  # of the entry that this one hangs on
    days_off: tuple[NamedDay, ...] = ()
    weekend_days: int = 0

    @property
    def sentence(self) -> str:
        """The reason as a sentence for a board paper, without a capital letter forced on it or a full stop."""
        return _SENTENCES[self.because](self)


def skipped(since: date, until: date, working: WorkingDays) -> Step | None:
    """The days off between two days, bank holidays and closures by name, or None when there are none."""
    if until <= since:
        return None
    named = working.named_between(since, until)
    worked = working.count(since, until) - working.is_working(until)
    weekend_days = (until - since).days - 1 - worked - len(named)
    if not named and not weekend_days:
        return None
    return Step(Because.SKIPPED, since=since, day=until, days_off=named, weekend_days=weekend_days)


def moved(wanted: date, got: date, working: WorkingDays) -> Step:
    """That the wanted day was not a working day, and why not."""
    reason = working.why_not_working(wanted)
    return Step(Because.MOVED, since=wanted, day=got, text=reason)


def _words(day: date | None) -> str:
    return in_words(day) if day else ""


def _plus(step: Step) -> str:
    return f"{step.lag} " if step.lag else ""


def _ready_by(step: Step) -> str:
    return f", whose papers are due on {_words(step.since)}" if step.since != step.day else ""


def _skipped_sentence(step: Step) -> str:
    parts = [f"{name} ({without_weekday(day)})" for day, name in step.days_off]
    if step.weekend_days:
        parts.insert(0, f"{step.weekend_days} weekend day" + "s" * (step.weekend_days != 1))
    return f"not counted: {', '.join(parts)}"


_SENTENCES: dict[Because, Callable[[Step], str]] = {
    Because.LAW: lambda s: f"{s.provision}: {s.text.removesuffix('.')}" if s.text else s.provision,
    Because.PROMISE: lambda s: s.text,
    Because.FIXED: lambda s: f"fixed for {_words(s.day)}",
    Because.MONTH: lambda s: f"{s.text} is read as its last day, {_words(s.day)}",
    Because.COUNTED: lambda s: f"{s.lag} from {_words(s.since)}{f' ({s.text})' if s.text else ''}",
    Because.AFTER: lambda s: f"{_plus(s)}after “{s.text}” ({_words(s.since)})",
    Because.BEFORE: lambda s: f"{_plus(s)}before “{s.text}” ({_words(s.since)})",
    Because.WAITS: lambda s: (
        f"waits for “{s.text}” ({_words(s.since)}){f' and {s.lag} more' if s.lag else ''}: "
        f"possible from {_words(s.day)}"
    ),
    Because.NOT_BEFORE: lambda s: f"not before {_words(s.day)}",
    Because.SKIPPED: _skipped_sentence,
    Because.MOVED: lambda s: f"moved from {_words(s.since)} ({s.text}) to {_words(s.day)}",
    Because.DAY_OFF: lambda s: (
        f"{_words(s.since)} is no working day ({s.text}); the last one before is {_words(s.day)}"
    ),
    Because.WINDOW: lambda s: f"open for {s.lag}, from {_words(s.since)} to {_words(s.day)}",
    Because.RULE: lambda s: s.text,
    Because.MEETING: lambda s: f"taken to “{s.text}” on {_words(s.day)}{_ready_by(s)}",
    Because.MISSED: lambda s: f"too late for “{s.text}” on {_words(s.day)}, whose papers were due on {_words(s.since)}",
    Because.CLEAR_DAYS: lambda s: (
        f"{s.lag.count if s.lag else 0} clear day{'s' * (s.lag is None or s.lag.count != 1)} before the meeting of "
        f"{_words(s.since)}, counting neither the day of publication nor that of the meeting; {s.text}"
    ),
    Because.TARGET: lambda s: (
        f"must be done before {_words(s.day)}: {s.text}{f' ({s.provision})' if s.provision else ''}"
    ),
    Because.DONE: lambda s: f"done on {_words(s.day)}{f' ({s.text})' if s.text else ''}",
    Because.SLIPPED: lambda s: f"slipped: {s.text}",
}
