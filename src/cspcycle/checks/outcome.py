"""The five answers to "is this duty met?", with the reason, the place, and what would settle it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cspcycle.law.instrument import Duty, Version
from cspcycle.source.diagnostic import Location


class Outcome(StrEnum):
    """Five answers, never two: silence is not a breach, and a day not yet come is not one either."""

    MET = "met"
    DUE = "due"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer and its reason.

    `settle` names the keys that would settle an unknown; `due_on` the day of a due; `told_by` the check that tells it.
    """

    outcome: Outcome
    because: str
    at: Location | None = None
    settle: tuple[str, ...] = ()
    due_on: date | None = None
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class DutyOutcome:
    """A duty in force on the day, and the answer."""

    duty: Duty
    version: Version
    judged: Judged

    @property
    def outcome(self) -> Outcome:
        """The answer alone."""
        return self.judged.outcome


def met(because: str, at: Location | None = None) -> Judged:
    """The files show it."""
    return Judged(Outcome.MET, because, at)


def unmet(because: str, at: Location | None = None, *, told_by: str = "") -> Judged:
    """The files contradict it, or its day has passed with nothing recorded."""
    return Judged(Outcome.UNMET, because, at, told_by=told_by)


def due(because: str, by: date | None, at: Location | None = None) -> Judged:
    """Not yet late on the day asked about."""
    return Judged(Outcome.DUE, because, at, due_on=by)


def unknown(because: str, *settle: str, at: Location | None = None) -> Judged:
    """The files are silent; `settle` are the keys to write."""
    return Judged(Outcome.UNKNOWN, because, at, settle)


def not_applicable(because: str) -> Judged:
    """The provision, or a fact in the files, takes it away."""
    return Judged(Outcome.NOT_APPLICABLE, because)
