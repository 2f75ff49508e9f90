"""The charts that one indicator's evidence bears, by the names that people ask for them."""

from collections.abc import Callable
from pathlib import Path

from cspcycle.application.evidence_read import Opened
from cspcycle.application.output_file import write_output
from cspcycle.evidence.charts.drawn import (
    chart_funnel,
    chart_multiples,
    chart_profile,
    chart_ranked,
    chart_trend,
)
from cspcycle.evidence.charts.svg import Chart
from cspcycle.evidence.compare import Comparison, compare
from cspcycle.source.diagnostic import CannotContinue

KINDS = {
    "trend": "the monthly series with the limits of ordinary months",
    "ranked": "the rate beside similar areas, or beside the partnerships of the force, with intervals",
    "funnel": "the rate among all partnerships of England and Wales",
    "profile": "the calendar months compared",
    "multiples": "a small chart for each kind of crime, month by month",
}
_NEEDS = {
    "trend": "it needs monthly figures, such as those of data.police.uk",
    "ranked": "it needs a year's figures of several partnerships, such as the ONS tables",
    "funnel": "it needs a year's figures of ten partnerships or more, such as the ONS tables",
    "profile": "it needs two whole years of months, such as those of data.police.uk",
    "multiples": "it needs monthly figures, such as those of data.police.uk",
}


def draw(opened: Opened, indicator: str, kind: str) -> Chart | None:
    """The chart of that kind, or nothing where the evidence does not bear it."""
    return _DRAWN[kind](opened, indicator)


def first_that_can_be_drawn(opened: Opened, indicator: str) -> Chart | None:
    """The trend where there are months, else the comparison."""
    return next((chart for kind in ("trend", "ranked") if (chart := draw(opened, indicator, kind))), None)


def write_chart(opened: Opened, indicator: str, kind: str | None, path: Path) -> Chart:
    """The chart, written to the path as SVG, whole or not at all.

    Raises: CannotContinue if the evidence does not bear the chart, or the file cannot be written.
    """
    chart = draw(opened, indicator, kind) if kind else first_that_can_be_drawn(opened, indicator)
    if chart is None:
        name = f"the {kind} chart" if kind else "a chart"
        raise CannotContinue(
            f"the evidence held does not bear {name} of {indicator}", _NEEDS[kind] if kind else _NEEDS["ranked"]
        )
    write_output(path, chart.svg.encode())
    return chart


def _comparison(opened: Opened, indicator: str) -> tuple[Comparison, str] | None:
    found = compare(opened.held, opened.partnership, indicator, similar=opened.similar)
    if found is None or len(found.every) < 2:
        return None
    record = opened.held.record(indicator, opened.partnership, found.period)
    return (found, record.source.attribution) if record else None


def _ranked(opened: Opened, indicator: str) -> Chart | None:
    compared = _comparison(opened, indicator)
    if compared is None:
        return None
    found, attribution = compared
    return chart_ranked(found, attribution, among="similar" if found.similar else "force")


def _funnel(opened: Opened, indicator: str) -> Chart | None:
    compared = _comparison(opened, indicator)
    return chart_funnel(*compared) if compared else None


def _multiples(opened: Opened, indicator: str) -> Chart | None:
    family = indicator.partition("/")[0] + "/"
    of_family = [
        one
        for one in opened.held.indicators
        if one.startswith(family) and one.count("/") == 1 and opened.held.tables_of(one, 1)
    ]
    return chart_multiples(opened.held, opened.partnership, of_family)


_DRAWN: dict[str, Callable[[Opened, str], Chart | None]] = {
    "trend": lambda opened, indicator: chart_trend(opened.held, opened.partnership, indicator),
    "ranked": _ranked,
    "funnel": _funnel,
    "profile": lambda opened, indicator: chart_profile(opened.held, opened.partnership, indicator),
    "multiples": _multiples,
}
