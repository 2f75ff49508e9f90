"""The calendar in Markdown: the quiet table of the partnership's own steps, then everything in date order."""

import re
from collections.abc import Iterator, Sequence

from cspcycle.application.timetable import Row, View
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LIST_SIGN = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def report(view: View, *, by_month: bool) -> str:
    """The page, without what is wrong with it."""
    lines = [f"# {escaped(view.title)}", "", f"{escaped(view.partnership)}, as at {day_in_words(view.on)}."]
    if view.for_whom:
        lines.append(f"Only what concerns {escaped(view.for_whom)}.")
    if view.steps:
        lines += ["", "| By when | Task |", "| --- | --- |"]
        lines += [f"| {escaped(row.by_when)} | {escaped(row.what)} |" for row in view.steps]
    if by_month:
        for month, rows in view.months:
            lines += ["", f"## {escaped(month)}", "", *_table(rows)]
    elif view.rows:
        lines += ["", f"## Everything that falls due in {escaped(view.year)}", "", *_table(view.rows)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """The text on one line, so that nothing in it is taken for Markdown or HTML."""
    return _LIST_SIGN.sub(r"\1\\\2", _MARKS.sub(r"\\\1", printable(" ".join(text.split()))))


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| By when | What | Who | Why | Slack | Status |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in rows:
        what = row.what if row.source == "milestone" else f"{row.what} ({row.source})"
        cells = (row.by_when, what, row.who, "; ".join(row.why), row.slack, row.status)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
