"""Options that the commands of the calendar share."""

from pathlib import Path
from typing import Annotated

import typer

from cspcycle.model.years import FinancialYear


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
    str | None, typer.Option("--for", metavar="GROUP-OR-AUTHORITY", help="Only what concerns this group or authority.")
]
Restricted = Annotated[bool, typer.Option("--include-restricted", help="With the entries marked `restricted`.")]
