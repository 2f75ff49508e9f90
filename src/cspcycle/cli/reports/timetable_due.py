"""What is overdue and what falls due, for one partnership or many, in eighty columns."""

from collections.abc import Iterator, Sequence
from datetime import date

from cspcycle.application.timetable import Planned
from cspcycle.cli.reports.timetable_text import NOT_CERTAIN, wrapped
from cspcycle.source.words import day_in_words
from cspcycle.timetable.entry import Entry, Status


def report(due: Sequence[tuple[Planned, tuple[Entry, ...]]], *, on: date, days: int) -> str:
    """Each partnership with its overdue entries first; a line only for one that has nothing due."""
    lines: list[str] = []
    for planned, entries in due:
        lines += wrapped(f"{planned.dossier.partnership.name}, {day_in_words(on)}: overdue, or due within {days} days")
        late = [entry for entry in entries if entry.status is Status.LATE]
        coming = [entry for entry in entries if entry.status is not Status.LATE]
        for heading, chosen in (("OVERDUE", late), ("DUE", coming)):
            if chosen:
                lines += ["", f"{heading} ({len(chosen)})"]
                for entry in chosen:
                    lines += _entry(entry, on)
        if not entries:
            lines += ["", "Nothing is overdue or falls due."]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _entry(entry: Entry, on: date) -> Iterator[str]:
    days = (entry.due_on - on).days
    distance = (
        f"{-days} day{'s' * (days != -1)} ago"
        if days < 0
        else "today"
        if days == 0
        else f"in {days} day{'s' * (days != 1)}"
    )
    yield from wrapped(f"{entry.title} [{day_in_words(entry.due_on)}, {distance}]", "  - ")
    more = (entry.who_in_short, entry.provision, f"id {entry.id}")
    yield from wrapped("; ".join(part for part in more if part), "    ")
    if not entry.is_certain:
        yield from wrapped(NOT_CERTAIN, "    ")
