"""What is overdue, and what falls due soon, in one partnership or in many: the calendar, and the plan's own actions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cspcycle.application.timetable import Planned, concern_asked, plan_dossier
from cspcycle.checks.actions import actions_with_priority, due_days
from cspcycle.model.values import Month
from cspcycle.model.years import FinancialYear
from cspcycle.source.diagnostic import Location, Severity
from cspcycle.source.folder import find_dossiers, no_dossier
from cspcycle.source.words import day_in_words
from cspcycle.timetable.entry import Entry, Status
from cspcycle.timetable.who import Naming, in_short


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is late or falls due: an entry of the calendar, or an action, which has no id there."""

    title: str
    due_on: date
    by_when: str
    at: Location
    who: str
    is_late: bool
    is_restricted: bool
    is_certain: bool = True
    id: str = ""
    provision: str = ""
    kind: str = ""  # of an action: of the plan, or of the action log


@dataclass(frozen=True, slots=True)
class Due:
    """What one partnership has to do, late first; how much is restricted and not shown; what cannot be read."""

    partnership: str
    items: tuple[Item, ...]
    held_back: int
    unread: int


def due_in_folder(
    root: Path, *, on: date, days: int, for_whom: str | None, include_restricted: bool
) -> tuple[Due, ...]:
    """For each dossier at or below `root` what is late on the day, then what falls due in so many days from it.

    Raises: CannotContinue if there is no dossier, or nobody is called as asked.
    """
    folders = find_dossiers(root)
    if not folders:
        raise no_dossier(root)
    last = date.fromordinal(min(on.toordinal() + days, date.max.toordinal()))
    return tuple(_due(root, folder, on, last, for_whom, include_restricted=include_restricted) for folder in folders)


def _due(root: Path, folder: Path, on: date, last: date, for_whom: str | None, *, include_restricted: bool) -> Due:
    years = dict.fromkeys((FinancialYear.of(on), FinancialYear.of(last)))
    every_year = [plan_dossier(root, folder, on=on, year=year) for year in years]
    dossier = every_year[0].dossier
    items = (*_entries(every_year, for_whom), *_actions(every_year[0], for_whom))
    chosen = sorted(
        (item for item in items if item.is_late or on <= item.due_on <= last),
        key=lambda item: (not item.is_late, item.due_on, bool(item.kind), item.id),
    )
    shown = tuple(item for item in chosen if include_restricted or not item.is_restricted)
    unread = sum(
        found.severity is Severity.ERROR and found.code.startswith(("yaml/", "schema/"))
        for found in every_year[0].findings
    )
    return Due(dossier.partnership.name, shown, len(chosen) - len(shown), unread)


def _entries(every_year: list[Planned], for_whom: str | None) -> Iterator[Item]:
    concern = concern_asked(every_year[0].dossier, for_whom)
    to_do: dict[str, Entry] = {}
    for planned in every_year:
        for entry in planned.timetable.entries:
            if entry.status in {Status.LATE, Status.DUE, Status.PLANNED} and (
                concern is None or concern.has_entry(entry)
            ):
                to_do.setdefault(entry.id, entry)
    for entry in to_do.values():
        yield Item(
            title=entry.title,
            due_on=entry.due_on,
            by_when=_by_when(entry.due_on, entry.label),
            at=entry.at,
            who=entry.who_in_short,
            is_late=entry.status is Status.LATE,
            is_restricted=entry.is_restricted,
            is_certain=entry.is_certain,
            id=entry.id,
            provision=entry.provision,
        )


def _actions(planned: Planned, for_whom: str | None) -> Iterator[Item]:
    """The open actions that have a day, by the same rule as the check that tells of overdue ones."""
    concern, naming = concern_asked(planned.dossier, for_whom), Naming(planned.dossier, planned.on)
    for action, priority in actions_with_priority(planned.dossier):
        days = due_days(action)
        if not days or not action.is_open or (concern is not None and not concern.has_action(action, priority)):
            continue
        owners = [name for who in (action.lead, action.champion) if who for name in naming.names(who)]
        yield Item(
            title=action.what,
            due_on=days[-1],
            by_when=_by_when(days[-1], _label(action.dues[-1])),
            at=action.at("due"),
            who=in_short(owners or naming.names(action.group or "")),
            is_late=days[-1] < planned.on,
            is_restricted=action.restricted is not None or (priority is not None and priority.restricted is not None),
            kind="action of the plan" if priority is not None else "action of the action log",
        )


def _label(when: date | Month) -> str | None:
    return when.label if isinstance(when, Month) else None


def _by_when(due_on: date, label: str | None) -> str:
    return f"end of {label}" if label else day_in_words(due_on)
