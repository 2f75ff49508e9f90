"""Counted police.uk months as tables: a table a month, and the partnership's LSOAs over each whole year."""

from __future__ import annotations

from collections import Counter

from cspcycle.evidence.grid import slug
from cspcycle.evidence.importer import Request
from cspcycle.evidence.measures import STREET
from cspcycle.evidence.police_months import Month
from cspcycle.evidence.record import OGL, Area, Indicator, Period, Row, Source, Table, month_period

ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Source: data.police.uk."
)
TITLES = {"street": "Street-level crime", "outcomes": "Outcomes of crimes", "stop": "Stop and search"}
CAVEATS = {
    "street": (
        "Some records have no location, so levels here are too low: use police.uk for trend, ONS for level.",
        "Anti-social behaviour incidents are not crimes and are never added to them.",
    ),
    "outcomes": ("Outcomes are counted in the month they were recorded; those of recent crimes are still to come.",),
    "stop": ("Searches are counted for the police force: the files do not say in which authority a search was made.",),
}
SEARCHES = Indicator("police-uk/stop-and-search", "Stop and search", "searches")
CRIMES = Indicator("police-uk/all-crime", "All crime on police.uk", "crimes", "residents")
LSOA_CRIMES = Indicator("police-uk/lsoa/all-crime", "All crime on police.uk by LSOA", "crimes")
ASB = "Anti-social behaviour"


def tables_of(months: list[Month], request: Request) -> list[Table]:
    """A table for every month and kind, then one of LSOAs for every run of twelve months that ends with the latest."""
    tables = [_month_table(month, request) for month in sorted(months, key=lambda month: (month.kind, month.name))]
    return tables + _lsoa_tables([month for month in months if month.kind == "street"], request)


def _period(name: str) -> Period:
    return month_period(int(name[:4]), int(name[5:7]))


def _source(month: Month, title: str, edition: str, request: Request) -> Source:
    return Source("data.police.uk", title, edition, OGL, ATTRIBUTION, month.file, month.sha256, request.read_on)


def _month_table(month: Month, request: Request) -> Table:
    own = request.partnership
    period = _period(month.name)
    indicators = _indicators(month)
    areas = [
        (Area(own.csp_code, own.name, "partnership", month.force), month.own),
        (Area("", month.force, "force", month.force), month.whole),
        (Area("", "No location", "nowhere", month.force), month.nowhere),
    ]
    if month.kind == "stop":
        areas = areas[1:]
    rows = tuple(Row(area, 0, tuple(_count(counter, what) for what in indicators)) for area, counter in areas)
    caveats = CAVEATS[month.kind]
    if month.repeated:
        caveats = (*caveats, f"{month.repeated} records that repeat an id are counted once.")
    source = _source(month, TITLES[month.kind], period.label, request)
    return Table(source, TITLES[month.kind], period, tuple(indicators.values()), (), rows, caveats)


def _indicators(month: Month) -> dict[str, Indicator]:
    if month.kind == "street":
        return {"": CRIMES, **STREET}
    if month.kind == "stop":
        return {"": SEARCHES}
    return {what: Indicator(f"police-uk/outcome/{slug(what)}", what, "outcomes") for what in sorted(month.whole)}


def _count(counter: Counter[str], what: str) -> int:
    return counter[what] if what else counter.total() - counter[ASB]


def _lsoa_tables(months: list[Month], request: Request) -> list[Table]:
    by_period = {_period(month.name).first_day: month for month in months}
    ordered = sorted(by_period, reverse=True)
    tables = []
    for start in range(0, len(ordered) - 11, 12):
        days = ordered[start : start + 12]
        period = Period(days[-1], _period(by_period[days[0]].name).last_day)
        if period.months != 12:  # a month is missing: a year with a gap says nothing about places
            continue
        sums: dict[str, int] = {}
        for day in days:
            for lsoa, counter in by_period[day].lsoas.items():
                sums[lsoa] = sums.get(lsoa, 0) + counter.total() - counter[ASB]
        rows = tuple(Row(Area("", lsoa, "lsoa"), 0, (sums[lsoa],)) for lsoa in sorted(sums))
        source = _source(by_period[days[0]], "Street-level crime by LSOA", period.label, request)
        tables.append(
            Table(source, "Street-level crime by LSOA", period, (LSOA_CRIMES,), (), rows, CAVEATS["street"][:1])
        )
    return tables
