"""From a number in a paper back to the cell or line it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cspcycle.evidence.compare import compare
from cspcycle.evidence.held import Held, record_at
from cspcycle.evidence.record import Partnership, Period, Record, Source, Withheld
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.source.words import day_in_words


@dataclass(frozen=True, slots=True)
class Step:
    """One number, how it was come by, and the records it rests on."""

    number: float | Withheld
    words: str
    records: tuple[Record, ...]


def describe(record: Record) -> str:
    """The place of a figure, for a person who wants to see it with their own eyes."""
    source = record.source
    return (
        f"{record.place}, of {source.file} (sha256 {source.sha256[:12]}…), {source.publisher}, {source.title}, "
        f"{source.edition}, read on {day_in_words(source.read_on)}"
    )


def describe_all(records: Iterable[Record]) -> list[str]:
    """The places of several figures, those of one file together."""
    together: dict[Source, list[Record]] = {}
    for record in records:
        together.setdefault(record.source, []).append(record)
    return [
        describe(replace(of_one[0], place="; ".join(dict.fromkeys(record.place for record in of_one))))
        for of_one in together.values()
    ]


def trace(held: Held, partnership: Partnership, indicator: str, period: Period | None = None) -> list[Step]:
    """Every number that is shown for an indicator and period: count, change and rate, each with its cells."""
    record = held.record(indicator, partnership, period)
    if record is None:
        return []
    value = record.value
    number = (
        value.reason if isinstance(value, Withheld) else f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
    )
    shown = number if isinstance(value, Withheld) else f"{number} {record.indicator.unit}"
    steps = [Step(value, f"{record.indicator.title}, {record.area.name}, {record.period.label}: {shown}", (record,))]
    found = compare(held, partnership, indicator, months=record.period.months) if record.period.months == 12 else None
    if found is None or found.period != record.period:
        return steps
    earlier = [one for one in held.series(indicator, partnership, 12) if one.period.last_day < record.period.last_day]
    if found.own.change is not None and earlier:
        before = earlier[-1]
        words = f"change from {found.own.change.before:,} in {before.period.label}: "
        percent = found.own.change.percent
        words += percent.reason if isinstance(percent, Withheld) else f"{percent:+.1f} % ({found.own.change.words})"
        steps.append(Step(percent, words, (before, record)))
    base = _base(held, record)
    if isinstance(found.own.rate, Rate) and base is not None:
        words = f"{found.own.rate.value:,.2f} per 1,000 {record.indicator.per}, {base.period.label}: {base.number:,}"
        steps.append(Step(found.own.rate.value, words, (record, base, *_published(held, record))))
    return steps


def _base(held: Held, record: Record) -> Record | None:
    tables = [table for table in held.tables_of(record.indicator.id) if table.period == record.period]
    return held.denominator(record.indicator.per, record.area.code, tables[-1]) if tables else None


def _published(held: Held, record: Record) -> list[Record]:
    rate = f"{record.indicator.id}/rate"
    return [
        record_at(table, table.by_code[record.area.code], rate)
        for table in held.tables_of(rate)
        if table.period == record.period and record.area.code in table.by_code
    ]
