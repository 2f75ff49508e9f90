"""What falls due, of one partnership or many, in eighty columns."""

from collections.abc import Iterator, Sequence
from datetime import date

from cspcycle.application.due import Due, Item
from cspcycle.cli.reports.contract import counted_in_words
from cspcycle.cli.reports.timetable_text import NOT_CERTAIN, held_back, wrapped
from cspcycle.source.words import day_in_words


def report(due: Sequence[Due], *, on: date, days: int) -> str:
    """Each partnership with what is overdue first; a line only for one that has nothing due."""
    lines: list[str] = []
    for each in due:
        lines += wrapped(f"{each.partnership}, {day_in_words(on)}: overdue, or due within {_days(days)}")
        late = [item for item in each.items if item.is_late]
        coming = [item for item in each.items if not item.is_late]
        for heading, chosen in (("OVERDUE", late), ("DUE", coming)):
            if chosen:
                lines += ["", f"{heading} ({len(chosen)})"]
                for item in chosen:
                    lines += _item(item, on)
        if not each.items:
            apart = ", apart from what is restricted" if each.held_back else ""
            lines += ["", f"Nothing is overdue or falls due{apart}."]
        if each.held_back:
            lines += ["", held_back(each.held_back)]
        if each.unread:
            errors = counted_in_words(each.unread, "error")
            lines += [
                "",
                *wrapped(f"The files hold {errors}, so something may be missing here: run cspcycle validate."),
            ]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _item(item: Item, on: date) -> Iterator[str]:
    days = (item.due_on - on).days
    distance = f"{_days(-days)} ago" if days < 0 else "today" if days == 0 else f"in {_days(days)}"
    yield from wrapped(f"{item.title} [{item.by_when}, {distance}]", "  - ")
    known_by = f"{item.kind}, {item.at.file}, line {item.at.line}" if item.kind else f"id {item.id}"
    yield from wrapped("; ".join(part for part in (item.who, item.provision, known_by) if part), "    ")
    if not item.is_certain:
        yield from wrapped(NOT_CERTAIN, "    ")


def _days(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"
