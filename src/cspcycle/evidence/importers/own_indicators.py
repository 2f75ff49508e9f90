"""A partnership's own figures: a plain CSV of area, period, indicator and value, with denominator and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from cspcycle.evidence.grid import Grid, read_csv_grid, slug, value_of, words
from cspcycle.evidence.importer import Imported, Importer, Peek, Request
from cspcycle.evidence.periods import read_period
from cspcycle.evidence.record import Area, Indicator, Partnership, Period, Row, Source, Table, Value, Withheld
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

NEEDED = ("area", "period", "indicator", "value", "source")
OPTIONAL = ("denominator", "unit", "licence", "note")
LARGEST = 16 * 1024 * 1024
SMALL = 5  # a count of people under this may show who they are


def recognises(peek: Peek) -> bool:
    """Whether the header has area, period, indicator and value."""
    header = {cell.strip() for cell in peek.header.replace(";", ",").replace("\t", ",").split(",")}
    return peek.kind == "text" and {"area", "period", "indicator", "value"} <= header


@dataclass(frozen=True)
class _Entry:
    line: int
    area: Area
    period: Period
    indicator: str
    value: Value
    denominator: Value | None
    unit: str
    publisher: str
    licence: str


_Groups: TypeAlias = dict[tuple[str, Period, str, str], dict[str, _Entry]]


def read(peek: Peek, request: Request) -> Imported:
    """A table for each indicator and period, with the denominators given."""
    with peek.open() as stream:
        data = stream.read(LARGEST + 1)
    imported = Imported("own-" + (slug(peek.path.stem)[:60] or "figures"))
    grid, found = read_csv_grid(data[:LARGEST], peek.path.name)
    imported.findings.extend(found)
    if len(data) > LARGEST:
        imported.findings.append(_fault(grid, (0, 0), "evidence/too-large", "over 16 MB: the rest was not read", ""))
    columns = {words(cell).lower(): place for place, cell in enumerate(grid.rows[0])} if grid.rows else {}
    missing = [name for name in NEEDED if name not in columns]
    for name in missing:
        fix = f"the first line names the columns {', '.join(NEEDED)}; {', '.join(OPTIONAL)} may follow"
        imported.findings.append(_fault(grid, (0, 0), "evidence/missing-column", f"there is no column `{name}`", fix))
    if missing:
        return imported
    entries = [
        entry for number in range(1, len(grid.rows)) if (entry := _entry(grid, number, columns, request, imported))
    ]
    if len(grid.rows) == 1 and not found:
        fix = "write a line for each figure below it"
        message = "the file names its columns and holds no figure"
        imported.findings.append(_fault(grid, (0, 0), "evidence/no-table", message, fix))
    groups: _Groups = {}
    for entry in entries:
        rows = groups.setdefault((entry.indicator, entry.period, entry.publisher, entry.licence), {})
        first = rows.setdefault(entry.area.name, entry)
        if first is not entry:
            message = f"{entry.indicator} for {entry.area.name} in {entry.period.label} is on line {first.line} too"
            at = Location(grid.file, entry.line)
            fix = "keep one of the two lines"
            imported.findings.append(Diagnostic(at, "evidence/figure-twice", message, Severity.ERROR, fix))
    imported.tables.extend(_table(list(rows.values()), peek, request) for rows in groups.values())
    if groups:
        imported.taken.append(_counted(groups, request.partnership))
    return imported


def _entry(grid: Grid, number: int, columns: dict[str, int], request: Request, imported: Imported) -> _Entry | None:
    row = grid.rows[number]
    cells = {name: words(row[place]) if place < len(row) else "" for name, place in columns.items()}
    if not any(cells.values()):
        return None
    faults: list[tuple[str, str, str, str]] = [
        (name, "evidence/empty-cell", f"the {name} is empty", f"write the {name}") for name in NEEDED if not cells[name]
    ]
    period = read_period(cells["period"])
    if period is None and cells["period"]:
        faults.append(
            (
                "period",
                "evidence/unknown-period",
                f"the period {quoted(cells['period'])} cannot be read",
                "write a month as 2024-01, a quarter as 2024-Q1, a year as 2024/25, or 2024-01-01 to 2024-03-31",
            )
        )
    value = value_of(cells["value"])
    denominator = value_of(cells["denominator"]) if cells.get("denominator") else None
    if value is None:
        faults.append(
            (
                "value",
                "evidence/unusable-figure",
                f"the value {quoted(cells['value'])} is not a number",
                "write the number alone, as 1234.5, and its % or £ under `unit`; or [x] where there is none",
            )
        )
    if cells.get("denominator") and not (isinstance(denominator, (int, float)) and denominator > 0):
        faults.append(
            (
                "denominator",
                "evidence/unusable-figure",
                f"the denominator {quoted(cells['denominator'])} is not a number above 0",
                "write a number, or nothing",
            )
        )
    for name, code, message, fix in faults:
        imported.findings.append(_fault(grid, (number, columns[name]), code, message, fix))
    if faults or period is None or value is None:
        return None
    more = next((place for place in range(len(grid.rows[0]), len(row)) if row[place].strip()), None)
    if more is not None:
        message = f"the line has {len(row)} cells and the first line {len(grid.rows[0])}: nothing of it was taken"
        fix = "put a text or number with a comma into quotation marks, or leave out the comma"
        imported.findings.append(_fault(grid, (number, more), "evidence/unusable-figure", message, fix))
        return None
    unit = cells.get("unit") or "number"
    if isinstance(value, int) and 0 < value < SMALL and unit.lower() in {"people", "persons", "children", "victims"}:
        value = Withheld("small", f"fewer than {SMALL} people: the number could show who they are")
        imported.findings.append(
            _fault(
                grid,
                (number, columns["value"]),
                "evidence/small-number",
                f"a count of people under {SMALL} is not kept: it could show who they are",
                "",
                severity=Severity.NOTE,
            )
        )
    own = request.partnership
    mine = plain(cells["area"]) == plain(own.name) or cells["area"] == own.csp_code
    area = Area(own.csp_code, own.name, "partnership", own.police_area) if mine else Area("", cells["area"], "other")
    return _Entry(
        grid.line(number),
        area,
        period,
        cells["indicator"],
        value,
        denominator,
        unit,
        cells["source"],
        cells.get("licence", ""),
    )


def _table(entries: list[_Entry], peek: Peek, request: Request) -> Table:
    first = entries[0]
    indicator = Indicator(f"own/{slug(first.indicator)}", first.indicator, first.unit)
    indicators: tuple[Indicator, ...] = (indicator,)
    with_base = all(entry.denominator is not None for entry in entries)
    if with_base:
        base = Indicator(f"{indicator.id}/denominator", f"{first.indicator}: denominator", "number")
        indicators = (indicator._replace(per=base.id), base)
    source = Source(
        publisher=first.publisher,
        title=peek.path.stem,
        edition=first.period.label,
        licence=first.licence,
        attribution=f"Source: {first.publisher}",
        file=peek.path.name,
        sha256=peek.sha256,
        read_on=request.read_on,
    )
    rows = []
    for entry in entries:
        base_value = (entry.denominator,) if with_base and entry.denominator is not None else ()
        rows.append(Row(entry.area, entry.line, (entry.value, *base_value)))
    return Table(source, "the table", first.period, indicators, (), tuple(rows), ())


def _counted(groups: _Groups, own: Partnership) -> str:
    """How many figures were taken, and whether any is the partnership's own."""
    entries = [entry for rows in groups.values() for entry in rows.values()]
    kinds = len({key[0] for key in groups})
    said = f"{len(entries)} figure{'s'[: len(entries) != 1]} of {kinds} indicator{'s'[: kinds != 1]}"
    has_own = any(entry.area.kind == "partnership" for entry in entries)
    return said if has_own else f"{said}, none of them of {own.name}"


def _fault(
    grid: Grid, cell: tuple[int, int], code: str, message: str, fix: str, *, severity: Severity = Severity.ERROR
) -> Diagnostic:
    number, column = cell
    line = grid.line(number) if grid.rows else 1
    return Diagnostic(Location(grid.file, line, column + 1), code, message, severity, fix)


IMPORTER = Importer("own", "your own figures: CSV with area, period, indicator, value and source", recognises, read)
