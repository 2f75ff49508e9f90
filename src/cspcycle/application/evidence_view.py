"""What documents may show of the evidence: plain tables, charts as SVG, caveats, sources and attributions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cspcycle.application.evidence_chart import draw
from cspcycle.application.evidence_indicator import (
    IndicatorView,
    caveats_of,
    say_change,
    say_count,
    say_rate,
    view_indicator,
)
from cspcycle.application.evidence_read import Opened, read_held
from cspcycle.application.evidence_weigh import weigh_themes
from cspcycle.evidence.charts.svg import Chart
from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.holdings import holdings
from cspcycle.evidence.weigh import CRITERIA
from cspcycle.model.dossier import Dossier


class TableView(NamedTuple):
    """A table with the line that must stand under it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caveats: tuple[str, ...]
    attribution: str


class ChartView(NamedTuple):
    """A picture and the same in figures; both are shown, with the attribution."""

    name: str  # "ons-total-recorded-crime-ranked", for a file
    indicator: str
    title: str
    description: str
    svg: str
    table: TableView


class SourceView(NamedTuple):
    """One publisher's product that the evidence rests on."""

    publisher: str
    title: str
    edition: str
    latest: str
    read_on: date
    is_stale: bool
    attribution: str


class EvidenceView(NamedTuple):
    """The evidence of a dossier for its documents.

    `overview`: the yearly table of all official measures (level, change, rate, England and Wales), or None.
    `indicators`: those that findings and measures cite, in that order.
    `charts`: for each of them its months, or its rate beside others; and the funnel of the first.
    `weighing`: the scoring matrix, or None where the assessment weighs nothing.
    `caveats`: all that must be said, gravest first. `sources` and `attributions`: to be printed at the end.
    """

    overview: TableView | None
    indicators: tuple[IndicatorView, ...]
    charts: tuple[ChartView, ...]
    weighing: TableView | None
    caveats: tuple[str, ...]
    sources: tuple[SourceView, ...]
    attributions: tuple[str, ...]


def evidence_view(folder: Path, dossier: Dossier, *, on: date) -> EvidenceView | None:
    """The evidence in the folder of the dossier as at a day; nothing where there is none.

    Raises: CannotContinue where the evidence support is not installed.
    """
    held, findings = read_held(folder)
    return view_of(Opened(folder, dossier, held, tuple(findings)), on=on) if held.tables else None


def view_of(opened: Opened, *, on: date) -> EvidenceView:
    """The same for evidence that has been read."""
    cited = list(dict.fromkeys(_cited(opened)))
    views = tuple(view for one in cited if (view := view_indicator(opened, one)) is not None)
    sources = tuple(
        SourceView(
            each.publisher, each.title, each.edition, each.latest.label, each.read_on, each.is_stale, each.attribution
        )
        for each in holdings(opened.held, on=on)
    )
    return EvidenceView(
        overview=_overview(opened),
        indicators=views,
        charts=tuple(_charts(opened, [view.id for view in views])),
        weighing=_weighing(opened),
        caveats=caveats_of(opened, *cited),
        sources=sources,
        attributions=tuple(dict.fromkeys(source.attribution for source in sources)),
    )


def _cited(opened: Opened) -> Iterator[str]:
    dossier = opened.dossier
    held = opened.held.indicators
    for finding in dossier.strategic_assessment.findings if dossier.strategic_assessment else ():
        yield from (one for one in (finding.indicator, *finding.also_cites) if one in held)
    for priority in dossier.priorities:
        yield from (measure.cites for measure in priority.every_measure() if measure.cites in held)


def _overview(opened: Opened) -> TableView | None:
    official = [one for one in opened.held.indicators if one.startswith("ons/") and not one.endswith("/rate")]
    compared = [found for one in official if (found := compare(opened.held, opened.partnership, one)) is not None]
    if not compared:
        return None
    first = compared[0]
    record = opened.held.record(first.indicator.id, opened.partnership, first.period)
    before = f"Year before, {first.period.last_day.year - 1}"
    return TableView(
        f"Police recorded crime in {opened.partnership.name}, {first.period.label}",
        ("Measure", before, f"Year, {first.period.last_day.year}", "Change", "Rate per 1,000", "England and Wales"),
        tuple(_overview_row(found) for found in compared),
        caveats_of(opened, *official),
        record.source.attribution if record else "",
    )


def _overview_row(found: Comparison) -> tuple[str, ...]:
    own, nation = found.own, found.nation
    households = " (households)" if found.indicator.per == "households" else ""
    return (
        found.indicator.title + households,
        say_count(own.change.before) if own.change else "",
        say_count(own.count),
        say_change(own),
        say_rate(own.rate),
        say_rate(nation.rate) if nation else "",
    )


def _charts(opened: Opened, cited: list[str]) -> Iterator[ChartView]:
    for indicator in cited:
        for kind in ("trend", "ranked"):
            chart = draw(opened, indicator, kind)
            if chart is not None:
                yield chart_view(opened, chart, indicator, kind)
                break
        chart = draw(opened, indicator, "funnel") if indicator == cited[0] else None
        if chart is not None:
            yield chart_view(opened, chart, indicator, "funnel")


def chart_view(opened: Opened, chart: Chart, indicator: str, kind: str) -> ChartView:
    """The chart with its table, caveats and attribution."""
    table = TableView(chart.title, chart.columns, chart.rows, caveats_of(opened, indicator), chart.attribution)
    name = f"{indicator.replace('/', '-')}-{kind}"
    return ChartView(name, indicator, chart.title, chart.description, chart.plain, table)


HEADINGS = {
    "volume": "Volume",
    "peers": "Rate against England and Wales",
    "direction": "Direction",
    "harm": "Harm",
    "concern": "Public concern",
}


def _weighing(opened: Opened) -> TableView | None:
    assessment = opened.dossier.strategic_assessment
    if assessment is None or assessment.weighing is None:
        return None
    lines = weigh_themes(opened)
    cited = [one for line in lines for one in line.theme.indicators]
    records = [record for line in lines for cell in line.cells.values() for record in cell.records]
    rows = tuple(
        (
            line.label[:1].upper() + line.label[1:],
            *(f"{_score(line.cells[one].score)}: {line.cells[one].words}" for one in CRITERIA),
            _score(line.total),
        )
        for line in lines
    )
    return TableView(
        "Themes weighed by the partnership's own weights, each criterion from 0 to 4",
        ("Theme", *(HEADINGS[one] for one in CRITERIA), "Weighted mean"),
        rows,
        caveats_of(opened, *cited),
        " ".join(dict.fromkeys(record.source.attribution for record in records)),
    )


def _score(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"
