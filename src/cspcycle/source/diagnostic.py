"""What a reader of a dossier should know and where to look: Location, Severity, Diagnostic, CannotContinue."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a diagnostic matters; ordered, so that `max()` finds the gravest."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that every report prints: `note`, `warning` or `error`."""
        return self.name.lower()


class Location(NamedTuple):
    """A place in a file: path relative to the folder asked about, with forward slashes; line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing a partnership should know: the place, a stable code, what is so, and what to do about it."""

    at: Location
    code: str
    message: str
    severity: Severity = field(compare=False)
    fix: str = ""
    law: str = ""
    see: tuple[Location, ...] = ()


class CannotContinue(Exception):  # noqa: N818 - it is not an error of ours: the machine's circumstances forbid going on
    """The machine's circumstances forbid going on (no such folder, a support package not installed)."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
