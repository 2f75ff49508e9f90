"""ONS police force area data tables with their Community Safety Partnership sheets: a workbook, or a sheet as CSV."""

from __future__ import annotations

from cspcycle.evidence.grid import Grid, column_letters, read_csv_grid, value_of
from cspcycle.evidence.importer import Imported, Importer, Peek, Request
from cspcycle.evidence.measures import SUMS, ons_id
from cspcycle.evidence.ons_caveats import caveats_of, distrust
from cspcycle.evidence.ons_grid import OnsTable, edition, find_tables, notes_of
from cspcycle.evidence.record import OGL, Area, Indicator, Partnership, Period, Row, Source, Table, Withheld
from cspcycle.evidence.whose import find_area, not_found
from cspcycle.evidence.workbook import read_workbook
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

PUBLISHER = "Office for National Statistics"
ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Data: Home Office police recorded crime."
)
LARGEST_CSV = 32 * 1024 * 1024


def recognises(peek: Peek) -> bool:
    """Whether the content speaks of partnerships and of recorded crime as the ONS tables do."""
    if peek.kind not in {"xlsx", "text"}:
        return False
    text = peek.words
    return "community safety partnership name" in text and "recorded crime" in text and "area name" in text


def read(peek: Peek, request: Request) -> Imported:
    """The counts of every area, with their populations; the publisher's own changes and rates serve as a check."""
    grids, findings = _grids(peek)
    tables = find_tables(grids, findings)
    counts = [table for table in tables if table.kind == "counts"]
    rates = [table for table in tables if table.kind == "rates"]
    latest = max((table.period for table in tables), key=lambda period: period.last_day, default=None)
    if latest is None or not (counts or rates):
        if not findings:
            findings.append(
                Diagnostic(
                    Location(peek.path.name),
                    "evidence/no-table",
                    "no sheet of this file holds a table of offences by Community Safety Partnership",
                    Severity.ERROR,
                    "add the workbook `Police force area data tables` as ONS publishes it",
                )
            )
        return Imported("", findings=findings)
    imported = Imported(f"ons-csp-{edition(latest)}", findings=findings)
    source = Source(
        PUBLISHER,
        "Police force area data tables",
        latest.label,
        OGL,
        ATTRIBUTION,
        peek.path.name,
        peek.sha256,
        request.read_on,
    )
    wanted = request.partnership
    areas = [area for table in tables for area in table.areas.values()]
    own = find_area(areas, wanted)
    if own is None:
        findings.append(not_found(areas, wanted, peek.path.name))
        return imported
    caveats = caveats_of(tables, notes_of(grids), own)
    for table in counts:
        _take_counts(table, source, caveats, own, imported)
    for table in rates:
        _take_denominators(table, source, own, imported)
        _take_rates(table, source, own, imported)
    findings += distrust(tables, own)
    _summarise(grids, tables, imported, wanted)
    return imported


def _grids(peek: Peek) -> tuple[list[Grid], list[Diagnostic]]:
    if peek.kind == "xlsx":
        return read_workbook(peek, b"artnership", b"CSP", without=b"Percentage change between")
    with peek.open() as stream:
        data = stream.read(LARGEST_CSV)
    grid, found = read_csv_grid(data, peek.path.name)
    return [grid], found


def _take_counts(table: OnsTable, source: Source, caveats: tuple[str, ...], own: Area, imported: Imported) -> None:
    indicators = table.measures
    near: list[Diagnostic] = []
    rows = []
    for number, area in table.areas.items():
        concerned = area.force == own.force
        row = table.row(number, indicators, near if concerned else [])
        rows.append(row)
        if concerned:
            near += _sums(table, number, row)
    imported.findings.extend(near)
    imported.tables.append(
        Table(
            source,
            table.name,
            table.period,
            tuple(indicators),
            _letters(table, list(indicators.values())),
            tuple(rows),
            caveats,
        )
    )
    imported.taken.append(
        f"{len(indicators)} measures of {table.period.label} for {own.name} and {len(rows) - 1} others"
    )


def _take_denominators(table: OnsTable, source: Source, own: Area, imported: Imported) -> None:
    total = next(iter(table.measures.values()))
    for indicator, (column, day) in table.denominators.items():
        rows = []
        for number in table.areas:
            row = table.row(number, {indicator: column}, [])
            rate = table.grid.rows[number][total]
            if isinstance(rate, str) and isinstance(mark := value_of(rate), Withheld) and mark.mark == "u1":
                row = row._replace(values=(mark,))
            rows.append(row)
        imported.tables.append(
            Table(
                source,
                table.name,
                day,
                (indicator,),
                _letters(table, [column]),
                tuple(rows),
                (rounded(indicator, day),),
            )
        )
        imported.taken.append(f"{indicator.title.lower()} ({day.label}) for {own.name}")


def _take_rates(table: OnsTable, source: Source, own: Area, imported: Imported) -> None:
    """The publisher's own rates of the force's areas: they rest on populations that were not rounded."""
    numbers = [number for number, area in table.areas.items() if area.force == own.force]
    indicators = tuple(
        Indicator(f"{one.id}/rate", f"{one.title} per 1,000 {one.per}", f"per 1,000 {one.per}")
        for one in table.measures
    )
    rows = tuple(table.row(number, table.measures, []) for number in numbers)
    letters = _letters(table, list(table.measures.values()))
    imported.tables.append(Table(source, table.name, table.period, indicators, letters, rows))


def rounded(indicator: Indicator, day: Period) -> str:
    """What the publisher says of its own denominators."""
    return f"{indicator.title} are {day.label} estimates as first published, rounded to 100 by the publisher."


def _letters(table: OnsTable, columns: list[int]) -> tuple[str, ...]:
    return tuple(column_letters(column) for column in columns) if table.grid.sheet else ()


def _sums(table: OnsTable, number: int, row: Row) -> list[Diagnostic]:
    values = {indicator.id: value for indicator, value in zip(table.measures, row.values, strict=True)}
    findings = []
    for total, parts in SUMS.items():
        whole = values.get(ons_id(total))
        pieces = [values.get(ons_id(part)) for part in parts]
        if isinstance(whole, int) and all(isinstance(piece, int) for piece in pieces):
            added = sum(piece for piece in pieces if isinstance(piece, int))
            if added != whole:
                column = table.measures[next(one for one in table.measures if one.id == ons_id(total))]
                findings.append(
                    Diagnostic(
                        table.grid.at(number, column),
                        "evidence/parts-do-not-add",
                        f"{row.area.name}: {total.lower()} is {whole:,} in {table.grid.cell(number, column)}, but its "
                        f"parts add to {added:,}",
                        Severity.WARNING,
                        "compare the row with the publisher's file",
                    )
                )
    return findings


def _summarise(grids: list[Grid], tables: list[OnsTable], imported: Imported, wanted: Partnership) -> None:
    used = {table.grid.sheet for table in tables}
    imported.skipped.extend(
        f"sheet {quoted(grid.sheet.strip())}: not a partnership table"
        for grid in grids
        if grid.sheet and grid.sheet not in used
    )
    imported.skipped.extend(
        f"{table.name}: the publisher's {table.kind} were compared with ours for {wanted.name}, not copied"
        for table in tables
        if table.kind != "counts"
    )


IMPORTER = Importer("ons-csp", "ONS police force area data tables (partnership sheets)", recognises, read)
