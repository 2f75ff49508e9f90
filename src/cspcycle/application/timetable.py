"""The calendar of a partnership's cycle, as plain values that a report or a template can print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from cspcycle.application.read_folder import read_loaded_dossier
from cspcycle.checks.check import Context
from cspcycle.model.dossier import Dossier
from cspcycle.model.years import FinancialYear, Month
from cspcycle.source.diagnostic import CannotContinue, Diagnostic
from cspcycle.source.folder import SourceFile, find_dossiers, load_files, no_dossier
from cspcycle.source.near import nearest
from cspcycle.source.words import day_in_words
from cspcycle.timetable.entry import Entry, Source, Status, Timetable
from cspcycle.timetable.for_whom import Concern, concern_of, names_to_choose_from
from cspcycle.timetable.from_dossier import timetable_of, usual_year

_UNDATED = "timetable/waits-for-undated"
STATUS_WORDS = {
    Status.DONE: "done",
    Status.LATE: "late",
    Status.DUE: "due within 30 days",
    Status.PLANNED: "planned",
    Status.PAST: "past, not recorded",
}
SOURCE_WORDS = {
    Source.LAW: "duty",
    Source.REGISTER: "register",
    Source.MILESTONE: "milestone",
    Source.MEETING: "meeting",
    Source.PAPER: "papers",
}


@dataclass(frozen=True)
class Planned:
    """One dossier with its calendar of one year, as it stands on a day, and what is wrong with it."""

    root: Path
    folder: Path
    dossier: Dossier
    on: date
    year: FinancialYear
    timetable: Timetable
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Row:
    """One line of the calendar in words."""

    entry: Entry
    by_when: str
    what: str
    who: str
    source: str
    why: tuple[str, ...]
    slack: str
    status: str


@dataclass(frozen=True)
class View:
    """A calendar to print: the partnership's own steps, everything by month, and what could not be dated."""

    partnership: str
    title: str
    year: str
    on: date
    for_whom: str
    steps: tuple[Row, ...]
    months: tuple[tuple[str, tuple[Row, ...]], ...]
    undated: tuple[str, ...]
    held_back: int  # restricted entries that are not shown
    findings: tuple[Diagnostic, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every line, in date order."""
        return tuple(row for _, rows in self.months for row in rows)


def plan_folder(root: Path, *, on: date, year: FinancialYear | None = None) -> Planned:
    """The only dossier at or below `root`, with its calendar.

    Raises: CannotContinue if there is none, or more than one, or it does not say who the partnership is.
    """
    return plan_dossier(root, only_dossier(root), on=on, year=year)


def only_dossier(root: Path) -> Path:
    """The folder at or below `root` that is a dossier. Raises: CannotContinue if there is none, or more than one."""
    folders = find_dossiers(root)
    if root in folders or len(folders) == 1:
        return root if root in folders else folders[0]
    if not folders:
        raise no_dossier(root)
    fix = f"name one of them, such as {folders[0]}"
    raise CannotContinue(f"there are {len(folders)} partnerships in {root}; a calendar is that of one", fix)


def plan_dossier(root: Path, folder: Path, *, on: date, year: FinancialYear | None = None) -> Planned:
    """The calendar of one dossier. Raises: CannotContinue if it does not say who the partnership is."""
    return plan_files(root, folder, load_files(root, folder), on=on, year=year)


def plan_files(
    root: Path, folder: Path, files: Sequence[SourceFile], *, on: date, year: FinancialYear | None = None
) -> Planned:
    """The calendar that these files give, wherever they were read. Raises: see `plan_dossier`."""
    dossier, found = read_loaded_dossier(folder.relative_to(root).as_posix(), files)
    if dossier is None:
        fix = f"run `cspcycle validate {folder}` and mend what it says first"
        raise CannotContinue(f"the files in {folder} do not say who the partnership is", fix)
    chosen = year or usual_year(dossier, on)
    context = Context(dossier, on, chosen)
    made = context.timetable if context.timetable.entries else timetable_of(dossier, on=on, year=chosen)
    findings = (*found, *_checked(context))
    return Planned(root, folder, dossier, on, chosen, made, tuple(sorted(findings)))


def choose(planned: Planned, for_whom: str | None, *, include_restricted: bool) -> tuple[Entry, ...]:
    """The entries for whom they are asked, in date order. Raises: CannotContinue if nobody is called so."""
    concern = concern_asked(planned.dossier, for_whom)
    return tuple(
        entry
        for entry in planned.timetable.entries
        if (concern is None or concern.has_entry(entry)) and (include_restricted or not entry.is_restricted)
    )


def concern_asked(dossier: Dossier, for_whom: str | None) -> Concern | None:
    """What concerns whoever is asked for; None where nobody is. Raises: CannotContinue if nobody is called so."""
    if for_whom is None:
        return None
    concern = concern_of(dossier, for_whom)
    if concern is None:
        names = names_to_choose_from(dossier)
        near = nearest(for_whom, names)
        fix = f"did you mean “{near}”?" if near else f"the files know: {', '.join(names[:12]) or 'nobody yet'}"
        raise CannotContinue(f"no group, authority or post is called “{for_whom}”", fix)
    return concern


def timetable_view(planned: Planned, *, for_whom: str | None = None, include_restricted: bool = False) -> View:
    """The calendar in words. Restricted entries are left out and counted, unless they are asked for."""
    chosen = choose(planned, for_whom, include_restricted=include_restricted)
    all_of_them = choose(planned, for_whom, include_restricted=True)
    rows = tuple(_row(entry) for entry in chosen)
    months: dict[Month, list[Row]] = {}
    for row in rows:
        months.setdefault(Month(row.entry.due_on.year, row.entry.due_on.month), []).append(row)
    written = planned.dossier.timetable
    return View(
        partnership=planned.dossier.partnership.name,
        title=(written.title if written else None) or f"Timetable {planned.year.label}",
        year=planned.year.label,
        on=planned.on,
        for_whom=for_whom or "",
        steps=tuple(row for row in rows if row.entry.source is Source.MILESTONE),
        months=tuple((month.label, tuple(of_month)) for month, of_month in months.items()),
        undated=tuple(finding.message for finding in planned.timetable.findings if finding.code == _UNDATED),
        held_back=len(all_of_them) - len(chosen),
        findings=planned.findings,
    )


def slack_in_words(entry: Entry) -> str:
    """How much a date can slip, or by how much it is too late already; empty where nothing waits for it."""
    slack = entry.slack_working_days
    if slack is None:
        return ""
    days = f"{abs(slack)} working day{'' if abs(slack) == 1 else 's'}"
    words = "no slack" if slack == 0 else f"{days} of slack" if slack > 0 else f"{days} too late"
    return f"{words}, critical chain" if entry.is_critical else words


def _row(entry: Entry) -> Row:
    status = STATUS_WORDS[entry.status]
    if entry.actual_on is not None:
        status = f"done {day_in_words(entry.actual_on)}"
    return Row(
        entry=entry,
        by_when=entry.label or day_in_words(entry.due_on),
        what=entry.title,
        who=entry.who_in_short,
        source=SOURCE_WORDS[entry.source],
        why=tuple(step.sentence for step in entry.why),
        slack=slack_in_words(entry),
        status=status,
    )


def _checked(context: Context) -> list[Diagnostic]:
    """What the checks of the timetable say; only they are imported, since the others cost as much again."""
    package = import_module("cspcycle.checks.timetable")
    modules = (import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__))
    return [finding for module in modules for finding in module.CHECK.diagnostics(context)]
