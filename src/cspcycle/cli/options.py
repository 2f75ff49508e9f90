"""Options that several commands take, and the one place that asks what day it is."""

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.source.diagnostic import CannotContinue, Severity
from cspcycle.source.printable import quoted

FIRST_YEAR, LAST_YEAR = 1998, 2100  # of which the law register can speak


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
    """Today, in the machine's own time zone; or the day of SOURCE_DATE_EPOCH, so that a build can be repeated.

    Raises: CannotContinue if SOURCE_DATE_EPOCH is set to something that is no count of seconds since 1970.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).astimezone().date()
    try:
        day = datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CannotContinue(
            f"SOURCE_DATE_EPOCH is {quoted(epoch)}, which is no day of the years {FIRST_YEAR} to {LAST_YEAR}",
            "set it to seconds since 1 January 1970, unset it, or give the day with --on",
        )
    return day


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a day; write year, month, day: 2026-04-01") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise typer.BadParameter(
            f"'{text}' is outside the years {FIRST_YEAR} to {LAST_YEAR}, of which the law register can speak"
        )
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
