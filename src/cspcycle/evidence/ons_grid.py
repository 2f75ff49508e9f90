"""The partnership tables of the ONS police force area workbook, found by title and header in any grid of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cspcycle.evidence.grid import LARGEST_FIGURE, Grid, column_letters, note_numbers, slug, value_of, words
from cspcycle.evidence.measures import ALSO_CALLED, HOUSEHOLDS, ONS, RESIDENTS
from cspcycle.evidence.periods import MONTHS, last_year_named
from cspcycle.evidence.record import Area, Indicator, Period, Row, Value, Withheld, month_period
from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.source.printable import quoted

CSP_CODE = re.compile(r"E22\d{6}|W14\d{6}")
ELSEWHERE = re.compile(r"[SN]\d{8}")
NEEDED = ("police force area name", "community safety partnership code", "community safety partnership name")
PLACES = {*NEEDED, "police force area code", "local authority code", "local authority name"}
POPULATION = re.compile(r"(population|household) figures \((?:mid-(\d{4})|census (\d{4}))\)", re.IGNORECASE)
PREAMBLE = 40


@dataclass
class OnsTable:
    """One table as it stands in the file: what it says, of which period, and which rows are whose."""

    grid: Grid
    kind: str
    name: str
    title: str
    period: Period
    header: int
    columns: dict[str, int] = field(default_factory=dict)
    measures: dict[Indicator, int] = field(default_factory=dict)
    denominators: dict[Indicator, tuple[int, Period]] = field(default_factory=dict)
    areas: dict[int, Area] = field(default_factory=dict)
    notes: dict[int, tuple[int, ...]] = field(default_factory=dict)
    authorities: dict[int, str] = field(default_factory=dict)

    def row(self, number: int, indicators: dict[Indicator, int], findings: list[Diagnostic]) -> Row:
        """The figures of one row; a cell that is no figure becomes a finding and a withheld value."""
        cells = self.grid.rows[number]
        area, line = self.areas[number], self.grid.line(number)
        try:  # nearly every cell is a plain count
            chosen = [cells[place] for place in indicators.values()]
            values = list(map(int, chosen))
            if values == chosen and min(values) >= 0 and max(values) <= LARGEST_FIGURE:
                return Row(area, line, tuple(values))
        except (ValueError, OverflowError, IndexError):
            pass
        padded = [*cells, *[""] * (max(indicators.values()) + 1 - len(cells))]
        return Row(
            area,
            line,
            tuple(self._value(number, place, padded[place], findings) for place in indicators.values()),
        )

    def _value(self, number: int, column: int, cell: Any, findings: list[Diagnostic]) -> Value:
        value = value_of(cell)
        problem = ""
        if value is None:
            problem = f"says {quoted(str(cell))}, which is no figure"
        elif self.kind == "counts" and not isinstance(value, Withheld) and not isinstance(value, int):
            problem = f"says {value}, which is not a whole number of offences"
        elif isinstance(value, int) and value < 0 and self.kind == "counts":
            findings.append(
                Diagnostic(
                    self.grid.at(number, column),
                    "evidence/negative-count",
                    f"{self.grid.cell(number, column)} is {value}: offences moved to or cancelled from other periods",
                    Severity.NOTE,
                )
            )
        if problem or value is None:
            where = self.grid.cell(number, column)
            findings.append(_finding(self.grid, number, column, "evidence/unusable-figure", f"{where} {problem}"))
            return Withheld("", "the cell holds no figure that can be used")
        return value


def find_tables(grids: list[Grid], findings: list[Diagnostic]) -> list[OnsTable]:
    """Every partnership table in the grids, whatever its sheet is called and wherever its header stands."""
    found: list[OnsTable] = []
    for grid in grids:
        header = _header_row(grid)
        if header is not None:
            table = _table(grid, header, findings)
            if table is not None:
                _read_areas(table, findings)
                found.append(table)
    return found


def _header_row(grid: Grid) -> int | None:
    for number, row in enumerate(grid.rows[:PREAMBLE]):
        if not any(isinstance(cell, str) and "artnership" in cell for cell in row):
            continue
        names = {words(cell).lower() for cell in row}
        if "community safety partnership name" in names and names & {
            "police force area name",
            "police force area code",
        }:
            return number if len(names) > 8 else None
    return None


def _table(grid: Grid, header: int, findings: list[Diagnostic]) -> OnsTable | None:
    texts = [words(cell) for row in grid.rows[:header] for cell in row if cell]
    title = next((text for text in texts if last_year_named(text)), "")
    period = last_year_named(title)
    kind = _kind(title.lower())
    if period is None or not kind:
        findings.append(
            _finding(
                grid,
                0,
                0,
                "evidence/unknown-table",
                "this table's title does not say a year ending and whether it holds numbers, changes or rates",
                fix="keep the publisher's title above the header row",
            )
        )
        return None
    name = title.split(":", 1)[0] if ":" in title[:20] else grid.sheet.strip() or grid.file
    table = OnsTable(grid, kind, name, title, period, header)
    _read_header(table, findings)
    missing = [name for name in NEEDED if name not in table.columns]
    if kind == "counts":
        missing += [measure.title for measure in ONS.values() if measure not in table.measures]
    findings.extend(
        _finding(grid, header, 0, "evidence/missing-column", f"the header has no column {quoted(name)}")
        for name in missing
    )
    return table if table.measures and not set(NEEDED) & set(missing) else None


def _kind(title: str) -> str:
    if "percentage change" in title:
        return "change"
    if "rate" in title.split():
        return "rates"
    return "counts" if "number of" in title else ""


def _read_header(table: OnsTable, findings: list[Diagnostic]) -> None:
    for place, cell in enumerate(table.grid.rows[table.header]):
        name = words(cell).lower()
        if name in PLACES:
            table.columns.setdefault(name, place)
        elif denominator := _denominator(name):
            table.denominators[denominator[0]] = (place, denominator[1])
        elif measure := _measure(name):
            table.measures.setdefault(measure, place)
        elif name:
            message = f"column {column_letters(place)} is {quoted(words(cell))}, which this program does not know"
            findings.append(
                _finding(
                    table.grid,
                    table.header,
                    place,
                    "evidence/unknown-column",
                    message + ": it was left out",
                    severity=Severity.NOTE,
                )
            )


def _measure(name: str) -> Indicator | None:
    if "(per 1,000 household" in name:
        return ONS.get(name.split(" (", 1)[0])
    if "(per 1,000 population" in name:
        base = ONS.get(name.split(" (", 1)[0])
        return base and base._replace(id=base.id + "-per-residents", per="residents")
    return ONS.get(ALSO_CALLED.get(name, name))


def _denominator(name: str) -> tuple[Indicator, Period] | None:
    match = POPULATION.match(name)
    if not match:
        return None
    year = int(match[2] or match[3])
    day = month_period(year, MONTHS["june"]).last_day
    return (RESIDENTS if match[1].lower() == "population" else HOUSEHOLDS), Period(day, day)


def _read_areas(table: OnsTable, findings: list[Diagnostic]) -> None:
    """Whose figures each row holds, row by row: a force's row need not come before its partnerships."""
    seen: dict[tuple[str, str], int] = {}
    force = ""
    place = table.columns
    widest = max(place.values())
    marked = sorted(place.values())
    for number in range(table.header + 1, len(table.grid.rows)):
        cells = table.grid.rows[number]
        if len(cells) <= widest or not any(cells):
            continue
        raw_force = cells[place["police force area name"]]
        code = words(cells[place["community safety partnership code"]])
        name = words(cells[place["community safety partnership name"]])
        force = words(raw_force) or force
        authority = words(cells[place["local authority name"]]) if "local authority name" in place else ""
        area = _area(code, name or (authority if authority.lower().startswith("unassigned") else ""), force)
        if area is None:
            findings.append(
                _finding(
                    table.grid,
                    number,
                    0,
                    "evidence/unknown-area",
                    f"the row of {quoted(name or code or force)} is not a "
                    "partnership, police force or unassigned row of England or Wales: it was left out",
                )
            )
            continue
        key = (area.code or area.kind, area.name)
        if key in seen:
            findings.append(
                _finding(
                    table.grid,
                    number,
                    0,
                    "evidence/area-twice",
                    f"{area.name} has two rows, {seen[key]} and {table.grid.line(number)}: the first is used",
                )
            )
            continue
        seen[key] = table.grid.line(number)
        table.areas[number] = area
        table.notes[number] = note_numbers(" ".join(str(cells[column]) for column in marked))
        if "local authority code" in place:
            table.authorities[number] = words(cells[place["local authority code"]])


def _area(code: str, name: str, force: str) -> Area | None:
    if CSP_CODE.fullmatch(code):
        return Area(code, name, "partnership", force)
    if ELSEWHERE.fullmatch(code) or (code and code.lower() not in {"[x]", "x"}):
        return None
    if name.lower().startswith("unassigned"):
        return Area("", name, "unassigned", force)
    if "airport" in name.lower():
        return Area("", name, "airport", force)
    return Area("", force, "force", force) if force and not name else None


def notes_of(grids: list[Grid]) -> dict[int, str]:
    """The numbered notes that belong to the partnership tables."""
    for grid in grids:
        texts = [words(cell).lower() for row in grid.rows[:PREAMBLE] for cell in row[:2]]
        if "note number" in texts and any("csp" in text for text in texts):
            return {int(row[0]): words(row[1]) for row in grid.rows if isinstance(row[0], float) and len(row) > 1}
    return {}


def edition(period: Period) -> str:
    """The slug of an edition: `year-ending-december-2024`."""
    return slug(period.label)


def _finding(
    grid: Grid,
    row: int,
    column: int,
    code: str,
    message: str,
    *,
    fix: str = "",
    severity: Severity = Severity.WARNING,
) -> Diagnostic:
    fix = fix or "compare the file with the publisher's; a copy that was opened and saved may have changed"
    return Diagnostic(grid.at(row, column), code, message, severity, fix)
