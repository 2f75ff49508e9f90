"""The calendar as one HTML file that needs no other: the quiet table, the drawing with it, and everything by date."""

from collections.abc import Iterator, Sequence
from html import escape

from cspcycle.application.timetable import Row, View
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words
from cspcycle.timetable.gantt import draw

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; overflow-wrap: anywhere; }
th, td { border-bottom: 1px solid #b1b4b6; }
th[scope=row] { font-weight: normal; width: 9rem; }
.more { display: block; font-size: .9rem; color: #40464a; }
.drawing { overflow-x: auto; } .drawing svg { min-width: 40rem; width: 100%; height: auto; }
@media (max-width: 30rem) { th[scope=row] { width: 5.5rem; } body { padding: .6rem; } th, td { padding-right: .3rem; } }
@media print {
  body { max-width: none; font-size: 10pt; }
  tr, svg { break-inside: avoid; }
  .skip { display: none; }
  .drawing svg { min-width: 0; }
}
"""


def report(view: View, *, by_month: bool) -> str:
    """The page, without what is wrong with it."""
    return "\n".join(_page(view, by_month=by_month)) + "\n"


def _page(view: View, *, by_month: bool) -> Iterator[str]:
    title = _text(f"{view.title} – {view.partnership}")
    yield '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#calendar">Skip to the calendar</a>'
    only = f" Only what concerns {_text(view.for_whom)}." if view.for_whom else ""
    yield f"<header>\n<h1>{_text(view.title)}</h1>"
    yield f"<p>{_text(view.partnership)}, as at {day_in_words(view.on)}.{only}</p>\n</header>"
    yield '<main id="calendar" tabindex="-1">'
    if view.steps:
        yield "<table>\n<caption>The steps of the cycle</caption>"
        yield '<thead><tr><th scope="col">By when</th><th scope="col">Task</th></tr></thead>\n<tbody>'
        for row in view.steps:
            yield f'<tr><th scope="row">{_text(row.by_when)}</th><td>{_text(row.what)}</td></tr>'
        yield "</tbody>\n</table>"
        if drawing := draw([row.entry for row in view.steps], on=view.on, title=f"The steps of {view.title}"):
            yield '<div class="drawing" tabindex="0" role="group" aria-label="Drawing of the cycle">'
            yield f"{drawing}\n</div>"
    if by_month:
        for month, rows in view.months:
            yield f"<h2>{_text(month)}</h2>"
            yield from _table(rows, f"Everything that falls due in {month}")
    elif view.rows:
        yield f"<h2>Everything that falls due in {_text(view.year)}</h2>"
        yield from _table(view.rows, "Duties, registers, milestones, meetings and papers, in date order")
    yield "</main>\n</body>\n</html>"


def _table(rows: Sequence[Row], caption: str) -> Iterator[str]:
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("By when", "What, who and why", "Status"))
    yield f"<table>\n<caption>{_text(caption)}</caption>\n<thead><tr>{columns}</tr></thead>\n<tbody>"
    for row in rows:
        kind = "" if row.source == "milestone" else f" ({row.source})"
        more = [f"Who: {row.who}"] if row.who else []
        more += [f"Why: {'; '.join(row.why)}"] if row.why else []
        inside = "".join(f'<span class="more">{_text(line)}</span>' for line in more)
        slack = f'<span class="more">{_text(row.slack)}</span>' if row.slack else ""
        yield (
            f'<tr><th scope="row">{_text(row.by_when)}</th><td>{_text(row.what + kind)}{inside}</td>'
            f"<td>{_text(row.status)}{slack}</td></tr>"
        )
    yield "</tbody>\n</table>"


def _text(text: str) -> str:
    return escape(printable(" ".join(text.split())))
