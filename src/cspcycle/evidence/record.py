"""What one published figure is: its area, period, unit, source and place, or the reason it was withheld."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

OGL = "Open Government Licence v3.0"


class Withheld(NamedTuple):
    """Why there is no figure: the publisher's mark, if any, and its meaning in words."""

    mark: str
    reason: str


Value: TypeAlias = int | float | Withheld


@dataclass(frozen=True, slots=True)
class Partnership:
    """What evidence needs to know of a partnership; `parts` are the names of its local authority areas."""

    name: str
    csp_code: str = ""
    area_code: str = ""
    police_area: str = ""
    nation: str = ""
    parts: tuple[str, ...] = ()

    @property
    def authority_names(self) -> tuple[str, ...]:
        """The local authority areas of the partnership; its own name where none are given."""
        return self.parts or (self.name,)


class Period(NamedTuple):
    """From the first day to the last, both included."""

    first_day: date
    last_day: date

    @property
    def months(self) -> int:
        """How many whole calendar months the period holds; 0 if it does not hold whole months."""
        last = self.last_day
        whole = self.first_day.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        return (
            12 * (self.last_day.year - self.first_day.year) + self.last_day.month - self.first_day.month + 1
            if (whole)
            else 0
        )

    @property
    def label(self) -> str:
        """The period as official statistics write it."""
        first, last = self
        name = calendar.month_name
        if first == last:
            return (
                f"mid-{last.year}"
                if (last.month, last.day) == (6, 30)
                else f"{last.day} {name[last.month]} {last.year}"
            )
        if self.months == 12:
            return f"year ending {name[last.month]} {last.year}"
        if self.months == 1:
            return f"{name[last.month]} {last.year}"
        if self.months:
            start = name[first.month] if first.year == last.year else f"{name[first.month]} {first.year}"
            return f"{start} to {name[last.month]} {last.year}"
        return f"{first.day} {name[first.month]} {first.year} to {last.day} {name[last.month]} {last.year}"


def month_period(year: int, month: int) -> Period:
    """The calendar month."""
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_ending(year: int, month: int) -> Period:
    """The twelve months that end with this month."""
    first_year, first_month = (year, 1) if month == 12 else (year - 1, month + 1)
    return Period(date(first_year, first_month, 1), month_period(year, month).last_day)


class Area(NamedTuple):
    """A place with figures. `kind`: partnership, force, unassigned, airport, nation, authority, outside or other."""

    code: str
    name: str
    kind: str
    force: str = ""


class Indicator(NamedTuple):
    """A named series. `per` is the denominator that its rate uses: residents, households, or none."""

    id: str
    title: str
    unit: str
    per: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who published the file, under which licence, and exactly which file it was."""

    publisher: str
    title: str
    edition: str
    licence: str
    attribution: str
    file: str
    sha256: str
    read_on: date


class Row(NamedTuple):
    """One area's figures; `line` is the row or line in the source file, 0 where the figure is a sum over the file."""

    area: Area
    line: int
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """Figures of one period from one place in one file: indicators across, areas down."""

    source: Source
    name: str
    period: Period
    indicators: tuple[Indicator, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    caveats: tuple[str, ...] = ()

    @cached_property
    def by_code(self) -> dict[str, Row]:
        """Rows of partnerships, nations and authorities by their official code; a force is found by its name."""
        return {
            row.area.code: row for row in self.rows if row.area.code and row.area.kind not in {"force", "unassigned"}
        }

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each indicator stands in the rows."""
        return {indicator.id: place for place, indicator in enumerate(self.indicators)}

    def find(self, name: str, *kinds: str) -> Row | None:
        """The row of the area with this name among those of the kinds given."""
        return next((row for row in self.rows if row.area.name == name and row.area.kind in kinds), None)

    def place(self, row: Row, position: int) -> str:
        """Where in the source file the figure stands, in words a person can follow."""
        if self.columns and row.line:
            return f"{self.name}, cell {self.columns[position]}{row.line}"
        if row.line:
            return f"line {row.line}"
        return f"{self.name}, counted over the whole file"


@dataclass(frozen=True, slots=True)
class Record:
    """One figure with everything that is needed to trust it or doubt it."""

    indicator: Indicator
    area: Area
    period: Period
    value: Value
    source: Source
    place: str
    caveats: tuple[str, ...] = ()

    @property
    def number(self) -> int | float | None:
        """The figure, or nothing where it was withheld."""
        return None if isinstance(self.value, Withheld) else self.value
