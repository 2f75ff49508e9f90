"""Options that several commands take, and the one place that asks what day it is."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.source.diagnostic import Severity


class FailOn(StrEnum):
    """From which severity on a run ends with exit code 1."""

    error = "error"
    warning = "warning"
    never = "never"


class Nation(StrEnum):
    """England and Wales have different regulations."""

    england = "england"
    wales = "wales"


def today() -> date:
    """Today, in the machine's own time zone."""
    return datetime.now(UTC).astimezone().date()


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a day; write year, month, day: 2026-04-01") from None
    if not 1998 <= day.year <= 2100:
        raise typer.BadParameter(f"'{text}' is outside the years 1998 to 2100, of which the law register can speak")
    return day


Folder = Annotated[
    Path, typer.Argument(help="The folder with partnership.yaml, or one that holds several such folders.")
]
On = Annotated[
    date | None,
    typer.Option(
        "--on", parser=_day, metavar="DATE", help="The day to check as at, such as 2026-04-01; today if left out."
    ),
]
Fail = Annotated[FailOn, typer.Option("--fail-on", help="End with exit code 1 from this severity on.")]


def reaches(severities: list[Severity], level: FailOn) -> bool:
    """Whether any finding is at or above the level."""
    if level is FailOn.never:
        return False
    limit = Severity.ERROR if level is FailOn.error else Severity.WARNING
    return any(severity >= limit for severity in severities)
