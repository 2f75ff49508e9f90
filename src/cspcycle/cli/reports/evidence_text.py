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

NAMES = {
    "volume": "Volume",
    "peers": "Rate beside E&W",
    "direction": "Direction",
    "harm": "Harm",
    "concern": "Public concern",
}


def list_report(opened: Opened, *, on: date) -> str:
    """Each product held, and whether a newer one should be out."""
    lines = [f"Evidence of {printable(opened.partnership.name)} as at {on.isoformat()}", ""]
    for each in holdings(opened.held, on=on):
        lines += wrapped(f"{each.publisher}: {each.title}", "  ")
        lines += wrapped(
            f"latest: {each.latest.label}; {counted_in_words(each.indicators, 'indicator')}; read on {each.read_on}",
            "    ",
        )
        if each.is_stale:
            lines += wrapped(f"STALE: its publisher renews it {each.rhythm}; look for a newer edition", "    ")
        lines += [*wrapped(each.attribution, "    "), ""]
    return "\n".join(lines) + "\n"


def every_indicator(opened: Opened) -> str:
    """A line for each indicator of the partnership: id, period, figure, rate, change."""
    lines = [f"{'Indicator':<43} {'Figure':>9} {'Rate':>8}  Change", ""]
    for name in opened.held.indicators:
        found = compare(opened.held, opened.partnership, name)
        record = opened.held.record(name, opened.partnership, found.period if found else None)
        if record is None or name.endswith("/rate"):
            continue
        figure = say_count(record.value) if record.number is not None else "withheld"
        rate = say_rate(found.own.rate) if found and record.indicator.per else ""
        change = _short(say_change(found.own)) if found else record.period.label
        label = printable(name)
        if len(label) > 43:  # whole, so that it can be asked for
            lines.append(label)
            label = ""
        lines.append(f"{label:<43} {figure:>9} {rate if len(rate) < 9 else '–':>8}  {_cut(change, 16)}")
    return "\n".join(lines) + "\n"


def _short(change: str) -> str:
    """The percentage where there is one, else the word."""
    return change.partition(" (")[0].partition(";")[0]


def _cut(text: str, width: int) -> str:
    text = printable(text)
    return text if len(text) <= width else text[: width - 1] + "…"


def show_report(opened: Opened, indicator: str, view: IndicatorView | None) -> str:
    """One indicator in full."""
    if view is None:
        return f"{indicator}: there is no figure for {printable(opened.partnership.name)}\n"
    lines = [*wrapped(f"{view.title}, {opened.partnership.name}, {view.period} [{view.id}]", ""), ""]
    lines += wrapped(f"Level: {view.count}" + ("" if not view.count[:1].isdigit() else f" {view.unit}"), "  ")
    for name, words in (
        ("Rate", f"{view.rate} {view.rate_unit}"),
        ("Change", view.change),
        ("Standing", view.standing),
    ):
        if words.strip() and (name != "Rate" or view.rate):
            lines += wrapped(f"{name}: {words}", "  ")
    lines += _areas(view.comparison)
    lines += _list("By month", view.months)
    lines += _list("Mind", view.caveats)
    lines += ["", *wrapped(f"{view.source}, read on {view.read_on}", "  "), *wrapped(view.attribution, "  "), ""]
    return "\n".join(lines) + "\n"


def _list(heading: str, items: Sequence[str]) -> list[str]:
    return ["", f"  {heading}:", *(line for item in items for line in wrapped(item, "  - "))] if items else []


def _areas(areas: Sequence[AreaLine]) -> Iterator[str]:
    if len(areas) < 2:
        return
    yield ""
    yield f"  {'Area':<30} {'Count':>10} {'Rate':>8}  Change"
    reasons = []
    for area in areas:
        rate = area.rate if area.rate[:1].isdigit() else "–"
        if rate == "–" and area.rate:
            reasons.append(f"{area.area}: no rate: {area.rate}")
        count = area.count if area.count[:1].isdigit() or area.count.startswith("-") else "–"
        yield f"  {_cut(area.area, 30):<30} {count:>10} {rate:>8}  {_cut(area.change, 28)}"
    for reason in reasons:
        yield from wrapped(reason, "  ")


def compare_report(compared: Compared) -> str:
    """Areas side by side, and what the group is."""
    view = compared.view
    lines = [*wrapped(f"{view.title}, {view.period}, {view.rate_unit}", ""), *_areas(view.comparison)]
    if compared.group and len(view.comparison) > 3:
        because = f": {compared.why}" if compared.why else ""
        lines += ["", *wrapped(f"Similar areas: {compared.group}{because}", "  ")]
    lines += ["", *wrapped(f"{view.standing[:1].upper()}{view.standing[1:]}", "  ")]
    lines += _list("Mind", view.caveats)
    lines += ["", *wrapped(view.attribution, "  "), ""]
    return "\n".join(lines) + "\n"


def weigh_report(lines_of: Sequence[Weighed], weights: Mapping[str, float]) -> str:
    """The matrix, theme by theme, with the figure behind every score."""
    said = ", ".join(f"{_inside(NAMES[one])} {weights[one]:g}" for one in CRITERIA)
    lines = wrapped(f"Weights: {said}. Scores run from 0 (lowest of the themes) to 4 (highest).", "")
    for each in lines_of:
        total = "no score" if each.total is None else f"{each.total:.1f} of 4"
        lines += ["", *wrapped(f"{each.theme.name}: {total}", "")]
        for one in CRITERIA:
            cell = each.cells[one]
            score = "  –" if cell.score is None else f"{cell.score:.1f}"
            lines += _hanging(f"  {NAMES[one]:<16} {score}  ", cell.words)
        if each.missing:
            lines += wrapped(f"without a score for {', '.join(_inside(NAMES[one]) for one in each.missing)}", "  ")
    lines += [
        "",
        *wrapped("The matrix weighs; the board decides. `cspcycle evidence trace INDICATOR` leads to each cell.", ""),
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
    lines = [*wrapped(chart.title, ""), ""]
    for row in (chart.columns, *chart.rows):
        lines += _row(row, widths)
    lines += [
        "",
        *wrapped(chart.description, ""),
        *wrapped(chart.attribution, ""),
        f"Written to {printable(str(path))}",
    ]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """One row, in as many lines as its longest cell needs."""
    columns = [textwrap.wrap(printable(cell), width) or [""] for cell, width in zip(cells, widths, strict=True)]
    return [
        "  ".join(f"{text:<{width}}" for text, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def trace_report(traced: Sequence[Traced]) -> str:
    """Each number with the steps and places behind it."""
    lines: list[str] = []
    for each in traced:
        where = f" ({each.where})" if each.where else ""
        lines += wrapped(f"{each.what}{where}", "")
        if not each.steps:
            lines += wrapped("the evidence held gives no such number", "  ")
        for words, places in each.steps:
            lines += wrapped(words, "  - ")
            lines += [line for place in places[:14] for line in wrapped(place, "      ")]
        lines.append("")
    return "\n".join(lines) + "\n" if lines else "No finding cites an indicator.\n"
