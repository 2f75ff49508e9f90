"""The calendar in a terminal of eighty columns: the quiet table first, then month by month, every mark in words."""

from collections.abc import Iterator
from pathlib import Path

from cspcycle.application.timetable import Row, View
from cspcycle.cli.reports import lines as in_lines
from cspcycle.cli.reports.lines import WIDTH
from cspcycle.cli.reports.text import Excerpts, finding_lines
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words
from cspcycle.timetable.dates import WEEKDAY_NAMES

NOT_CERTAIN = "not certain: bank holidays of that time are not published yet"
_DAY = 8  # "  Mon 14 " with its indent


def report(view: View, *, root: Path) -> str:
    """The whole calendar, and what is wrong with it."""
    lines = [*wrapped(f"{view.partnership}: {view.title}"), f"As at {day_in_words(view.on)}, year {view.year}"]
    if view.for_whom:
        lines += wrapped(f"Only what concerns {view.for_whom}")
    if view.steps:
        lines += ["", *_quiet_table(view)]
    for month, rows in view.months:
        lines += ["", month.upper()]
        for row in rows:
            lines += _entry(row)
    if not view.months:
        lines += ["", "Nothing is due in this year."]
    lines += _remarks(view)
    if view.findings:
        excerpts = Excerpts(root)
        lines += ["", "FINDINGS", ""]
        for finding in view.findings:
            lines += finding_lines(finding, excerpts, colour=False)
    lines += ["", "Why a date is what it is: cspcycle why FOLDER ID"]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def wrapped(text: str, indent: str = "") -> list[str]:
    """The text in eighty columns, its later lines under the first; a word too long for a line is broken."""
    return in_lines.wrapped(text, indent, break_long_words=True)


def held_back(count: int) -> str:
    """That so many restricted entries are left out, and how to see them."""
    things = "1 restricted entry is" if count == 1 else f"{count} restricted entries are"
    return f"{things} not shown; add --include-restricted to see more."


def _remarks(view: View) -> Iterator[str]:
    if view.undated:
        yield from ("", "WITHOUT A DATE")
        for message in view.undated:
            yield from wrapped(message, "  - ")
    if view.held_back:
        yield from ("", held_back(view.held_back))


def _quiet_table(view: View) -> Iterator[str]:
    width = max(len("By when"), *(len(row.by_when) for row in view.steps))
    yield f"{'By when':<{width}}  Task"
    yield f"{'-' * width}  {'-' * (WIDTH - width - 2)}"
    for row in view.steps:
        yield from wrapped(row.what, f"{printable(row.by_when):<{width}}  ")


def _entry(row: Row) -> Iterator[str]:
    entry = row.entry
    day = f"{WEEKDAY_NAMES[entry.due_on.weekday()][:3]} {entry.due_on.day:>2}"
    mark = row.status.upper() if row.status == "late" else row.status
    time = f", {entry.starts_at:%H:%M}" if entry.starts_at else ""
    kind = "" if row.source == "milestone" else f"{row.source}{time}: "
    yield from wrapped(f"{kind}{row.what} [{mark}]", f"{day:<{_DAY - 2}}  ")
    indent = " " * _DAY
    if entry.label:
        yield from wrapped(f"by {entry.label}", indent)
    yield from wrapped("; ".join(part for part in (row.who, row.slack, f"id {entry.id}") if part), indent)
    if entry.provision:
        yield from wrapped(f"why: {entry.provision}", indent)
    elif row.why:
        yield from wrapped(f"why: {row.why[0]}" + (" …" if len(row.why) > 1 else ""), indent)
    if not entry.is_certain:
        yield from wrapped(NOT_CERTAIN, indent)
