"""Everything one partnership holds as evidence, and the questions that statistics and documents ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from cspcycle.evidence.record import Indicator, Partnership, Period, Record, Row, Table


@dataclass(frozen=True)
class Held:
    """The tables a partnership holds, each figure found by indicator, area and period."""

    tables: tuple[Table, ...]

    @cached_property
    def _by_indicator(self) -> dict[str, list[Table]]:
        found: dict[str, list[Table]] = {}
        for table in sorted(self.tables, key=_by_end_then_length):
            for indicator in table.indicators:
                found.setdefault(indicator.id, []).append(table)
        return found

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator held, by its id, in the order the publishers use."""
        return {indicator.id: indicator for table in self.tables for indicator in table.indicators}

    def tables_of(self, indicator: str, months: int | None = None) -> list[Table]:
        """The tables that hold the indicator, oldest first and a quarter before its year; only those of so many months
        where asked.
        """
        tables = self._by_indicator.get(indicator, [])
        return tables if months is None else [table for table in tables if table.period.months == months]

    def record(self, indicator: str, partnership: Partnership, period: Period | None = None) -> Record | None:
        """The partnership's own figure for the period, or for the latest period held."""
        for table in reversed(self.tables_of(indicator)):
            row = own_row(table, partnership)
            if row is not None and period in {None, table.period}:
                return record_at(table, row, indicator)
        return None

    def series(self, indicator: str, partnership: Partnership, months: int | None = None) -> list[Record]:
        """The partnership's own figures for the indicator, oldest first."""
        return [
            record_at(table, row, indicator)
            for table in self.tables_of(indicator, months)
            if (row := own_row(table, partnership)) is not None
        ]

    def denominator(self, per: str, area_code: str, before: Table) -> Record | None:
        """The residents or households to divide by: from the same file where it gives them, else the latest before the
        period ends (never a later one, so that an old rate does not change when a new estimate is added).
        """
        candidates = [table for table in self.tables_of(per) if area_code in table.by_code]
        same = [table for table in candidates if table.source.sha256 == before.source.sha256]
        earlier = [table for table in candidates if table.period.last_day <= before.period.last_day]
        chosen = (same or earlier)[-1:]
        return record_at(chosen[0], chosen[0].by_code[area_code], per) if chosen else None


def _by_end_then_length(table: Table) -> tuple[date, timedelta]:
    return table.period.last_day, table.period.last_day - table.period.first_day


def own_row(table: Table, partnership: Partnership) -> Row | None:
    """The partnership's row: by its code, else by its name."""
    if partnership.csp_code:
        row = table.by_code.get(partnership.csp_code)
        if row is not None:
            return row
    row = table.find(partnership.name, "partnership", "authority")
    return row if row is not None and (not row.area.code or not partnership.csp_code) else None


def record_at(table: Table, row: Row, indicator: str) -> Record:
    """The flat record of one cell of a table."""
    position = table.position[indicator]
    return Record(
        indicator=table.indicators[position],
        area=row.area,
        period=table.period,
        value=row.values[position],
        source=table.source,
        place=table.place(row, position),
        caveats=table.caveats,
    )


def join(held: Iterable[Table], new: Iterable[Table]) -> Iterator[Table]:
    """The tables held with the new ones in place of those that say the same thing."""
    incoming = list(new)
    replaced = {identity(table) for table in incoming}
    yield from (table for table in held if identity(table) not in replaced)
    yield from incoming


def identity(table: Table) -> tuple[str, str, Period, tuple[Indicator, ...]]:
    """What makes two tables the same thing in two editions: publisher, title, period and what is measured."""
    return (table.source.publisher, table.source.title, table.period, table.indicators)
