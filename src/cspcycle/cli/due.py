"""`cspcycle due`: what is overdue, and what falls due soon."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.due import due_in_folder
from cspcycle.cli.calendar_options import ForWhom, Restricted, days_up_to
from cspcycle.cli.options import Folder, On, today
from cspcycle.cli.reports.timetable_due import report


class Fail(StrEnum):
    """When the command ends with exit code 1."""

    never = "never"
    overdue = "overdue"


def command(
    folder: Folder = Path(),
    *,
    days: Annotated[
        int, typer.Option("--days", parser=days_up_to(3660), metavar="DAYS", help="How many days ahead.")
    ] = 30,
    for_whom: ForWhom = None,
    on: On = None,
    fail_on: Annotated[
        Fail, typer.Option("--fail-on", help="End with exit code 1 if anything is overdue.")
    ] = Fail.never,
    include_restricted: Restricted = False,
) -> None:
    """List what falls due: overdue first, then the days to come."""
    day = on or today()
    due = due_in_folder(folder, on=day, days=days, for_whom=for_whom, include_restricted=include_restricted)
    print(report(due, on=day, days=days), end="")
    is_overdue = any(item.is_late for each in due for item in each.items)
    raise typer.Exit(code=1 if is_overdue and fail_on is Fail.overdue else 0)
