"""The cycle as a drawing: a line for each milestone over the months, as SVG that says in words what it shows."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from cspcycle.timetable.dates import MONTH_NAMES, add_months, without_weekday
from cspcycle.timetable.entry import Entry, Status

_WIDTH, _LABELS, _LINE, _TOP = 960, 360, 26, 34
_LONGEST_LABEL = 52
_MOST_LINES = 80
_MOST_MONTHS = 36


def draw(entries: Sequence[Entry], *, on: date, title: str) -> str:
    """The drawing of the dated milestones; empty when there are none, or when they reach over more than three years.

    A filled mark is done, a hollow one is to come, a mark with a cross is late; the same stands in the table beside it.
    """
    shown = list(entries[:_MOST_LINES])
    if not shown:
        return ""
    first = min(entry.starts_on or entry.due_on for entry in shown).replace(day=1)
    last = max(entry.due_on for entry in shown)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _MOST_MONTHS or last.year >= date.max.year:
        return ""
    return "\n".join(_drawing(shown, first, months, on, title))


def _drawing(shown: Sequence[Entry], first: date, months: int, on: date, title: str) -> Iterator[str]:
    height = _TOP + _LINE * len(shown) + 8
    until = add_months(first, months)
    scale = (_WIDTH - _LABELS - 12) / (until - first).days

    def x(day: date) -> float:
        return round(_LABELS + (day - first).days * scale, 1)

    steps = "1 step" if len(shown) == 1 else f"{len(shown)} steps"
    description = (
        f"{steps}, from {without_weekday(shown[0].due_on)} to {without_weekday(shown[-1].due_on)}. "
        "Filled marks are done, hollow ones are to come, crossed ones are late. The table has the same dates."
    )
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        'aria-labelledby="gantt-title gantt-description" font-family="Arial, sans-serif" font-size="13" fill="#0b0c0c">'
    )
    yield f'<title id="gantt-title">{escape(title)}</title>'
    yield f'<desc id="gantt-description">{escape(description)}</desc>'
    for number in range(months):
        month = add_months(first, number)
        line = x(month)
        yield f'<line x1="{line}" y1="{_TOP - 10}" x2="{line}" y2="{height}" stroke="#b1b4b6"/>'
        if months <= 14 or number % 3 == 0:
            label = f"{MONTH_NAMES[month.month - 1][:3]} {month.year % 100:02}"
            yield f'<text x="{line + 3}" y="16" aria-hidden="true">{label}</text>'
    if first <= on < until:
        yield (
            f'<line x1="{x(on)}" y1="{_TOP - 10}" x2="{x(on)}" y2="{height}" stroke="#0b0c0c" stroke-width="2" '
            f'stroke-dasharray="5 4"><title>as at {without_weekday(on)}</title></line>'
        )
    for number, entry in enumerate(shown):
        middle = _TOP + _LINE * number + _LINE // 2
        label = entry.title if len(entry.title) <= _LONGEST_LABEL else entry.title[: _LONGEST_LABEL - 1].rstrip() + "…"
        yield f'<text x="0" y="{middle + 4}">{escape(label)}</text>'
        yield from _mark(entry, x(entry.starts_on or entry.due_on), x(entry.due_on), middle)


def _mark(entry: Entry, left: float, right: float, middle: int) -> Iterator[str]:
    fill = "#1d70b8" if entry.status is Status.DONE else "#ffffff"
    edge = f'fill="{fill}" stroke="#0b0c0c" stroke-width="{3 if entry.is_critical else 1.5}"'
    words = (
        f"{entry.title}: {entry.by_when}, {entry.status.value}{', on the critical chain' if entry.is_critical else ''}"
    )
    shape = f'<path d="M{right - 7} {middle}l7 -7l7 7l-7 7z" {edge}/>'
    if right - left > 1:
        shape = f'<rect x="{left}" y="{middle - 6}" width="{round(right - left, 1)}" height="12" {edge}/>'
    yield f"<g><title>{escape(words)}</title>{shape}"
    if entry.status is Status.LATE:
        yield f'<path d="M{right - 4} {middle - 4}l8 8m0 -8l-8 8" stroke="#0b0c0c" stroke-width="1.5" fill="none"/>'
    yield "</g>"
