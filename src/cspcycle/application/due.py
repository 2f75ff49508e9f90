"""What is overdue, and what falls due soon, in one partnership or in many."""

from datetime import date, timedelta
from pathlib import Path

from cspcycle.application.timetable import Planned, choose, plan_dossier
from cspcycle.model.years import FinancialYear
from cspcycle.source.folder import find_dossiers, no_dossier
from cspcycle.timetable.entry import Entry, Status


def due_in_folder(
    root: Path, *, on: date, days: int, for_whom: str | None, include_restricted: bool
) -> tuple[tuple[Planned, tuple[Entry, ...]], ...]:
    """For each dossier at or below `root` what is late on the day, then what falls due in so many days from it.

    Raises: CannotContinue if there is no dossier, or nobody is called as asked.
    """
    folders = find_dossiers(root)
    if not folders:
        raise no_dossier(root)
    return tuple(
        _due(root, folder, on=on, days=days, for_whom=for_whom, include_restricted=include_restricted)
        for folder in folders
    )


def _due(
    root: Path, folder: Path, *, on: date, days: int, for_whom: str | None, include_restricted: bool
) -> tuple[Planned, tuple[Entry, ...]]:
    last = min(on.toordinal() + days, date.max.toordinal())
    years = dict.fromkeys((FinancialYear.of(on), FinancialYear.of(date.fromordinal(last))))
    found: dict[str, Entry] = {}
    for year in years:
        planned = plan_dossier(root, folder, on=on, year=year)
        for entry in choose(planned, for_whom, include_restricted=include_restricted):
            is_coming = entry.status in {Status.DUE, Status.PLANNED} and entry.due_on - on <= timedelta(days=days)
            if entry.status is Status.LATE or is_coming:
                found.setdefault(entry.id, entry)
    in_order = sorted(found.values(), key=lambda entry: (entry.status is not Status.LATE, entry.due_on, entry.id))
    return planned, tuple(in_order)
