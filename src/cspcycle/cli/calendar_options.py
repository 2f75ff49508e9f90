"""Options that the commands of the calendar share."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.model.years import FinancialYear
from cspcycle.source.diagnostic import CannotContinue

# what an option that prints something else leaves no room for, and the forms in which an option shows
_IDLE_BESIDE = {
    "--import-meetings": (
        ("--format", "--output", "--changes-since", "--by", "--alarm-days", "--include-restricted"),
        "only prints lines for meetings.yaml",
    ),
    "--changes-since": (("--by", "--alarm-days"), "only prints what changed"),
}
_SHOWS_IN = {
    "--changes-since": ("text", "markdown"),
    "--by": ("text", "markdown", "html"),
    "--alarm-days": ("ics",),
}


def refuse_idle(given: Collection[str], style: str) -> None:
    """Let only options stand together that have an effect. Raises: CannotContinue for one that has none."""
    for main, (idle, does) in _IDLE_BESIDE.items():
        for option in idle:
            if main in given and option in given:
                raise CannotContinue(f"{option} does nothing with {main}, which {does}", f"leave {option} out")
    for option, styles in _SHOWS_IN.items():
        if option in given and style not in styles:
            words = " or ".join(filter(None, (", ".join(styles[:-1]), styles[-1])))
            fix = f"write --format {styles[-1]}, or leave {option} out"
            raise CannotContinue(f"{option} goes with --format {words}, not with {style}", fix)


def days_up_to(most: int) -> Callable[[str | int], int]:
    """Reads a number of days, in words that say what may be written."""

    def read(written: str | int) -> int:  # a default comes as the number it is
        text = str(written)
        days = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else -1
        if not 0 <= days <= most:
            raise typer.BadParameter(f"'{text}' is not a number of days from 0 to {most}")
        return days

    return read


def _year(text: str) -> FinancialYear:
    year = FinancialYear.read(text)
    if year is None or not 1998 <= year.starts_in <= 2100:
        raise typer.BadParameter(f"'{text}' is not a financial year; write it as 2026-27")
    return year


Partnership = Annotated[Path, typer.Argument(help="The folder with partnership.yaml.")]
Year = Annotated[
    FinancialYear | None,
    typer.Option(
        "--year",
        parser=_year,
        metavar="YEAR",
        help="The April-March year; if left out, that of the cycle in timetable.yaml.",
    ),
]
ForWhom = Annotated[
    str | None,
    typer.Option("--for", metavar="GROUP-OR-AUTHORITY", help="Only what concerns this group, authority or post."),
]
Restricted = Annotated[bool, typer.Option("--include-restricted", help="With the entries marked `restricted`.")]
