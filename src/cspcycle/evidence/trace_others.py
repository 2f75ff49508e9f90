"""From a number about other areas, or about a run of months, back to the cells and files it came from."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.charts.drawn import monthly
from cspcycle.evidence.compare import ENGLAND_AND_WALES, Comparison, Standing, compare
from cspcycle.evidence.held import Held, record_at
from cspcycle.evidence.honesty.two_sources import SAME, located_shares
from cspcycle.evidence.record import Partnership, Record, Row, Table, Withheld
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.series import rolling_twelve, xmr_limits
from cspcycle.evidence.trace import Step


def trace_comparison(held: Held, partnership: Partnership, indicator: str) -> Iterator[Step]:
    """The counts, changes, rates and intervals of every other area that a comparison shows, the average among them."""
    found = compare(held, partnership, indicator)
    if found is None:
        return
    tables = held.tables_of(indicator, 12)
    table = next(one for one in reversed(tables) if one.period == found.period)
    earlier = [one for one in tables if one.period.last_day < found.period.last_day][-1:]
    bases = _base_tables(held, table, found)
    others = [one for one in (found.own, found.force, *found.every) if one is not None]
    for one in dict.fromkeys(others):
        yield from _steps(
            one, found, _records(one, [table, *earlier], indicator), _records(one, bases, found.indicator.per)
        )
    if found.nation is not None:
        counts = tuple(_column(each, indicator) for each in [table, *earlier])
        residents = tuple(_column(each, found.indicator.per) for each in bases)
        yield from _steps(found.nation, found, counts, residents)
        yield from _ratio(found, (*_records(found.own, [table], indicator), *counts[:1], *residents))
    if found.funnel is not None:
        words = f"the average of the funnel: {found.funnel.rate:,.2f}, all counts over all {found.indicator.per}"
        yield Step(
            found.funnel.rate, words, (_column(table, indicator), *(_column(one, found.indicator.per) for one in bases))
        )


def _ratio(found: Comparison, records: tuple[Record, ...]) -> Iterator[Step]:
    ratio = found.ratio_to_nation
    if ratio is not None:
        words = f"{found.indicator.title}: {ratio.value:.2f} times the rate of England and Wales"
        low, high = ratio.interval
        for number, end in ((ratio.value, ""), (low, ", the lower end"), (high, ", the upper end")):
            yield Step(number, f"{words} ({low:.2f} to {high:.2f}){end}", records)


def _base_tables(held: Held, table: Table, found: Comparison) -> list[Table]:
    per = found.indicator.per
    candidates = [one for one in held.tables_of(per) if one.period.last_day <= table.period.last_day] if per else []
    return ([one for one in candidates if one.source.sha256 == table.source.sha256] or candidates)[-1:]


def _steps(one: Standing, found: Comparison, counts: tuple[Record, ...], bases: tuple[Record, ...]) -> Iterator[Step]:
    title, name, period = found.indicator.title, one.area.name, found.period.label
    if not isinstance(one.count, Withheld):
        yield Step(one.count, f"{title}, {name}, {period}: {one.count:,}", counts[:1])
    if one.change is not None:
        words = f"{title}, {name}: {one.change.before:,} the year before"
        yield Step(one.change.before, words, counts[1:])
        if not isinstance(one.change.percent, Withheld):
            yield Step(one.change.percent, f"{title}, {name}: {one.change.percent:+.1f} % on the year before", counts)
    if isinstance(one.base, (int, float)):
        yield Step(one.base, f"{found.indicator.per}, {name}: {one.base:,.0f}", bases)
    if isinstance(one.rate, Rate):
        words = f"{title}, {name}: {one.rate.value:,.2f} per 1,000 {found.indicator.per}"
        yield Step(one.rate.value, words, (*counts[:1], *bases))
        for end, limit in zip(("lower", "upper"), one.rate.interval, strict=True):
            yield Step(limit, f"{words}: {end} end of its 95 % interval, {limit:,.2f}", (*counts[:1], *bases))


def _records(one: Standing, tables: list[Table], indicator: str) -> tuple[Record, ...]:
    found = ((table, row) for table in tables if (row := _row(table, one)) is not None)
    return tuple(record_at(table, row, indicator) for table, row in found)


def _row(table: Table, one: Standing) -> Row | None:
    if one.area.kind == "force":
        return table.find(one.area.name, "force")
    return table.by_code.get(one.area.code) or table.find(one.area.name, one.area.kind)


def _column(table: Table, indicator: str) -> Record:
    """A whole column of a table, as one record: what a national figure adds up."""
    position = table.position[indicator]
    rows = sum(row.area.kind in {"partnership", "unassigned", "airport"} for row in table.rows)
    values = (row.values[position] for row in table.rows if row.area.kind in {"partnership", "unassigned", "airport"})
    total = sum(value for value in values if not isinstance(value, Withheld))
    where = f"column {table.columns[position]}, " if table.columns else ""
    return Record(
        table.indicators[position], ENGLAND_AND_WALES, table.period, total, table.source,
        f"{table.name}, {where}the sum of {rows} rows",
    )  # fmt: skip


def trace_months(held: Held, partnership: Partnership, indicator: str) -> Iterator[Step]:
    """The twelve-month sums of a monthly series, and the mean and limits that a chart of it shows."""
    series = monthly(held, partnership, indicator)
    records = [record for _, record in series]
    values = [record.number if record else None for record in records]
    title = held.indicators[indicator].title
    for place, total in enumerate(rolling_twelve(values)):
        if total is not None:
            months = tuple(record for record in records[place - 11 : place + 1] if record)
            yield Step(total, f"{title}: {total:,} in the twelve months to {series[place][0].label}", months)
    share = located_shares(held, partnership).get(indicator)
    if share is not None:
        year, located = share
        words = f"{title}: police.uk places {100 * located:.1f} % of the ONS count of the {year.label}"
        months = tuple(
            record for record in records if record and year.first_day <= record.period.first_day <= year.last_day
        )
        official = held.record(SAME[indicator], partnership, year)
        yield Step(100 * located, words, (*months, *((official,) if official else ())))
    limits = xmr_limits(values)
    if limits is not None:
        first = tuple(record for record in records if record and record.number is not None)[: limits.months]
        for name, value in (("mean", limits.mean), ("lower limit", limits.low), ("upper limit", limits.high)):
            yield Step(value, f"{title}: {name} of the first {limits.months} months, {value:,.1f}", first)
