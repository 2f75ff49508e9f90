"""Evidence in a terminal of eighty columns: what is held, one indicator, areas side by side, the matrix, the trace."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

from cspcycle.application.evidence_compare import Compared
from cspcycle.application.evidence_indicator import AreaLine, IndicatorView, say_change, say_count, say_rate
from cspcycle.application.evidence_read import Opened
from cspcycle.application.evidence_trace import Traced
from cspcycle.cli.reports.contract import counted_in_words
from cspcycle.cli.reports.lines import WIDTH, wrapped
from cspcycle.evidence.charts.svg import Chart
from cspcycle.evidence.compare import compare
from cspcycle.evidence.holdings import holdings
from cspcycle.evidence.weigh import CRITERIA, Weighed
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words

_INDICATORS = (-42, 9, 7, -16)  # the widths of columns; below 0 where a column starts at the left
_AREAS = (-30, 9, 7, -26)
NAMES = {
    "volume": "Volume",
    "peers": "Rate beside E&W",
    "direction": "Direction",
    "harm": "Harm",
    "concern": "Public concern",
}


def list_report(opened: Opened, *, on: date) -> str:
    """Each product held, and whether a newer one should be out."""
    lines = [*folded(f"Evidence of {opened.partnership.name} as at {day_in_words(on)}", ""), ""]
    for each in holdings(opened.held, on=on):
        lines += folded(f"{each.publisher}: {each.title}", "  ")
        held = f"{counted_in_words(each.indicators, 'indicator')}; " if each.indicators else ""
        lines += folded(f"latest: {each.latest.label}; {held}read on {day_in_words(each.read_on)}", "    ")
        if each.is_stale:
            lines += folded(f"STALE: its publisher renews it {each.rhythm}; look for a newer edition", "    ")
        lines += [*folded(each.attribution, "    "), ""]
    return "\n".join(lines) + "\n"


def every_indicator(opened: Opened) -> str:
    """A line for each indicator of the partnership: id, period, figure, rate, change."""
    lines = [*_row(("Indicator", "Figure", "Rate", "Change"), _INDICATORS), ""]
    for name in opened.held.indicators:
        found = compare(opened.held, opened.partnership, name)
        record = opened.held.record(name, opened.partnership, found.period if found else None)
        if record is None or name.endswith("/rate"):
            continue
        figure = say_count(record.value) if record.number is not None else "withheld"
        rate = say_rate(found.own.rate) if found and record.indicator.per else ""
        change = (_short(say_change(found.own)) if found else "") or record.period.label
        label = name
        if len(label) > -_INDICATORS[0]:  # whole where a line holds it, so that it can be asked for
            lines += folded(label, "", hanging=2)
            label = ""
        lines += _row((label, figure, rate if rate[:1].isdigit() else "–" if rate else "", change), _INDICATORS)
    return "\n".join(lines) + "\n"


def _short(change: str) -> str:
    """The percentage where there is one, else the word."""
    return change.partition(" (")[0].partition(";")[0]


def show_report(opened: Opened, indicator: str, view: IndicatorView | None) -> str:
    """One indicator in full."""
    if view is None:
        return "\n".join(folded(f"{indicator}: there is no figure for {opened.partnership.name}", "")) + "\n"
    lines = [*folded(f"{view.title}, {opened.partnership.name}, {view.period} [{view.id}]", ""), ""]
    lines += folded(f"Level: {view.count}" + ("" if not view.count[:1].isdigit() else f" {view.unit}"), "  ")
    for name, words in (
        ("Rate", f"{view.rate} {view.rate_unit}"),
        ("Change", view.change),
        ("Standing", view.standing),
    ):
        if words.strip() and (name != "Rate" or view.rate):
            lines += folded(f"{name}: {words}", "  ")
    lines += _areas(view.comparison)
    lines += _list("By month", view.months)
    lines += _list("Mind", view.caveats)
    lines += ["", *folded(f"{view.source}, read on {view.read_on}", "  "), *folded(view.attribution, "  "), ""]
    return "\n".join(lines) + "\n"


def _list(heading: str, items: Sequence[str]) -> list[str]:
    return ["", f"  {heading}:", *(line for item in items for line in folded(item, "  - "))] if items else []


def _areas(areas: Sequence[AreaLine]) -> Iterator[str]:
    if len(areas) < 2:
        return
    yield ""
    yield from _row(("Area", "Count", "Rate", "Change"), _AREAS, "  ")
    reasons = []
    for area in areas:
        rate = area.rate if area.rate[:1].isdigit() else "–"
        if rate == "–" and area.rate:
            reasons.append(f"{area.area}: no rate: {area.rate}")
        count = area.count if area.count[:1].isdigit() or area.count.startswith("-") else "–"
        yield from _row((area.area, count, rate, area.change), _AREAS, "  ")
    for reason in reasons:
        yield from folded(reason, "  ")


def compare_report(compared: Compared) -> str:
    """Areas side by side, and what the group is."""
    view = compared.view
    lines = [*folded(f"{view.title}, {view.period}, {view.rate_unit}", ""), *_areas(view.comparison)]
    if compared.group and len(view.comparison) > 3:
        because = f": {compared.why}" if compared.why else ""
        lines += ["", *folded(f"Similar areas: {compared.group}{because}", "  ")]
    lines += ["", *folded(f"{view.standing[:1].upper()}{view.standing[1:]}", "  ")]
    lines += _list("Mind", view.caveats)
    lines += ["", *folded(view.attribution, "  "), ""]
    return "\n".join(lines) + "\n"


def weigh_report(lines_of: Sequence[Weighed], weights: Mapping[str, float]) -> str:
    """The matrix, theme by theme, with the figure behind every score."""
    said = ", ".join(f"{_inside(NAMES[one])} {weights[one]:g}" for one in CRITERIA)
    lines = folded(f"Weights: {said}. Scores run from 0 (lowest of the themes) to 4 (highest).", "")
    for each in lines_of:
        total = "no score" if each.total is None else f"{each.total:.1f} of 4"
        lines += ["", *folded(f"{each.label}: {total}", "")]
        for one in CRITERIA:
            cell = each.cells[one]
            score = "  –" if cell.score is None else f"{cell.score:.1f}"
            lines += _hanging(f"  {NAMES[one]:<16} {score}  ", cell.words)
        if each.missing:
            lines += folded(f"without a score for {', '.join(_inside(NAMES[one]) for one in each.missing)}", "  ")
    lines += [
        "",
        *folded("The matrix weighs; the board decides. `cspcycle evidence trace INDICATOR` leads to each cell.", ""),
    ]
    return "\n".join(lines) + "\n"


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: `rate beside E&W`."""
    return name[:1].lower() + name[1:]


def _hanging(start: str, words: str) -> list[str]:
    first, *rest = wrapped(words, " " * len(start)) or [""]
    return [(start + first[len(start) :]).rstrip(), *rest]


def chart_report(chart: Chart, path: Path) -> str:
    """Where the chart was written, and the same figures."""
    widths = [max(len(row[place]) for row in (chart.columns, *chart.rows)) for place in range(len(chart.columns))]
    shared = (WIDTH - 2 * (len(widths) - 1)) // len(widths)
    spare = sum(max(0, shared - width) for width in widths) // max(1, sum(width > shared for width in widths))
    widths = [min(width, shared + spare) for width in widths]
    lines = [*folded(chart.title, ""), ""]
    for row in (chart.columns, *chart.rows):
        lines += _row(row, [-width for width in widths])
    lines += [
        "",
        *folded(chart.description, ""),
        *folded(chart.attribution, ""),
        *folded(f"Written to {path}", ""),
    ]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], widths: Sequence[int], indent: str = "") -> list[str]:
    """One row, in as many lines as its longest cell needs; a width below 0 is of a column that starts at the left."""
    columns = [textwrap.wrap(printable(cell), abs(width)) or [""] for cell, width in zip(cells, widths, strict=True)]
    return [
        indent + "  ".join(_set(text, width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def _set(text: str, width: int) -> str:
    return f"{text:<{-width}}" if width < 0 else f"{text:>{width}}"


def folded(text: str, indent: str, *, hanging: int | None = None) -> list[str]:
    """The text in lines of eighty columns; only a word longer than a line is broken, at its hyphens if it has any."""
    lines = wrapped(text, indent, hanging=hanging)
    if all(len(line) <= WIDTH for line in lines):
        return lines
    later = " " * (len(indent) if hanging is None else hanging)
    return textwrap.wrap(printable(text), WIDTH, initial_indent=indent, subsequent_indent=later)


def trace_report(traced: Sequence[Traced]) -> str:
    """Each number with the steps and places behind it."""
    lines: list[str] = []
    for each in traced:
        where = f" ({each.where})" if each.where else ""
        lines += folded(f"{each.what}{where}", "")
        if not each.steps:
            lines += folded("the evidence held gives no such number", "  ")
        for words, places in each.steps:
            lines += folded(words, "  - ")
            lines += [line for place in places[:14] for line in folded(place, "      ")]
        lines.append("")
    return "\n".join(lines) + "\n" if lines else "No finding cites an indicator.\n"
