"""The charts of one partnership's evidence: which figures go into which picture."""

from __future__ import annotations

from collections.abc import Iterable

from cspcycle.evidence.charts.funnel_plot import Spot, draw_funnel
from cspcycle.evidence.charts.multiples import Panel, draw_multiples
from cspcycle.evidence.charts.profile import draw_profile
from cspcycle.evidence.charts.ranked import Bar, draw_ranked
from cspcycle.evidence.charts.svg import Chart
from cspcycle.evidence.charts.trend import Month, draw_trend
from cspcycle.evidence.compare import Comparison, Standing
from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Partnership, Period, Record, Withheld, month_period
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.series import seasonal_index, xmr_limits


def monthly(held: Held, partnership: Partnership, indicator: str) -> list[tuple[Period, Record | None]]:
    """Every month from the first held to the last, with nothing where no file was added."""
    records = {record.period: record for record in held.series(indicator, partnership, 1)}
    if not records:
        return []
    periods = sorted(records)
    months = []
    year, month = periods[0].first_day.year, periods[0].first_day.month
    while (period := month_period(year, month)) <= periods[-1]:
        months.append((period, records.get(period)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def chart_trend(held: Held, partnership: Partnership, indicator: str) -> Chart | None:
    """The monthly series with limits from its first twelve months with data; nothing without months."""
    series = monthly(held, partnership, indicator)
    if not series:
        return None
    months = [_month(period, record) for period, record in series]
    known = held.indicators[indicator]
    first = next(record for _, record in series if record is not None)
    title = f"{known.title}, {partnership.name}, {months[0].label} to {months[-1].label}"
    limits = xmr_limits([month.value for month in months])
    return draw_trend(title, months, unit=f"{known.unit} a month", attribution=first.source.attribution, limits=limits)


def _month(period: Period, record: Record | None) -> Month:
    if record is None:
        return Month(period.label, None, "no file for this month was added")
    reason = record.value.reason if isinstance(record.value, Withheld) else ""
    return Month(period.label, record.number, reason)


def chart_profile(held: Held, partnership: Partnership, indicator: str) -> Chart | None:
    """The seasons; nothing where there are not two whole years of months."""
    series = monthly(held, partnership, indicator)
    values = [record.number if record else None for _, record in series]
    index = seasonal_index(values, series[0][0].first_day.month) if series else None
    if index is None:
        return None
    first = next(record for _, record in series if record is not None)
    whole = len(values) // 12 * 12
    years = f"{series[0][0].label} to {series[whole - 1][0].label}"
    title = f"{held.indicators[indicator].title} through the year, {partnership.name}"
    return draw_profile(title, index, years=years, attribution=first.source.attribution)


def chart_multiples(held: Held, partnership: Partnership, indicators: Iterable[str]) -> Chart | None:
    """A small chart for each of the indicators that have months."""
    panels = []
    attribution = ""
    for indicator in indicators:
        series = monthly(held, partnership, indicator)
        if series:
            months = tuple(_month(period, record) for period, record in series)
            panels.append(Panel(held.indicators[indicator].title, months))
            attribution = next(record.source.attribution for _, record in series if record is not None)
    if not panels:
        return None
    return draw_multiples(
        f"Offence groups by month, {partnership.name}", panels, unit="records a month", attribution=attribution
    )


def chart_ranked(comparison: Comparison, attribution: str, *, among: str = "similar") -> Chart:
    """Our rate beside those of similar areas, or of the partnerships of the same `force`."""
    own = comparison.own
    others = comparison.similar
    if among == "force":
        others = tuple(one for one in comparison.every if one.area.force == own.area.force and one.area != own.area)
    bars = [Bar(own.area.name, own.rate, own=True), *(Bar(one.area.name, one.rate) for one in others)]
    average = None
    if comparison.nation is not None and isinstance(comparison.nation.rate, Rate):
        average = ("England and Wales", comparison.nation.rate.value)
    group = "similar areas" if among == "similar" else f"partnerships of {own.area.force}"
    title = f"{comparison.indicator.title}: {own.area.name} and {group}, {comparison.period.label}"
    return draw_ranked(title, bars, unit=_per(comparison), attribution=attribution, average=average)


def chart_funnel(comparison: Comparison, attribution: str) -> Chart | None:
    """Every partnership of England and Wales in the funnel; nothing where there are too few rates."""
    if comparison.funnel is None:
        return None
    spots = [spot for one in comparison.every if (spot := _spot(one, comparison.own)) is not None]
    name, period = comparison.own.area.name, comparison.period.label
    title = f"{comparison.indicator.title}: {name} among {len(spots)} partnerships, {period}"
    return draw_funnel(
        title, spots, comparison.funnel, unit=_per(comparison), attribution=attribution, per=comparison.indicator.per
    )


def _spot(one: Standing, own: Standing) -> Spot | None:
    if isinstance(one.rate, Withheld) or not isinstance(one.base, (int, float)):
        return None
    return Spot(one.area.name, float(one.base), one.rate.value, one.area == own.area)


def _per(comparison: Comparison) -> str:
    return f"{comparison.indicator.unit} per 1,000 {comparison.indicator.per}"
