"""`cspcycle why`: the chain behind a date."""

from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.why import why
from cspcycle.cli.calendar_options import Year
from cspcycle.cli.options import On, today
from cspcycle.cli.reports.timetable_why import report


def command(
    folder: Annotated[Path, typer.Argument(help="The folder with partnership.yaml.")],
    wanted: Annotated[
        str, typer.Argument(metavar="ID-OR-DATE", help="The id of an entry, or a day such as 2027-03-23.")
    ],
    year: Year = None,
    on: On = None,
) -> None:
    """Say why a date is what it is: the provision, lead times, days off, the meeting it had to reach."""
    print(report(why(folder, wanted, on=on or today(), year=year)), end="")
