"""ONS mid-year population estimates: residents of the partnership's authorities, of England and of Wales, by year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cspcycle.evidence.grid import Grid, column_letters, read_csv_grid, value_of, words
from cspcycle.evidence.importer import Imported, Importer, Peek, Request
from cspcycle.evidence.measures import RESIDENTS
from cspcycle.evidence.record import OGL, Area, Period, Row, Source, Table, Value, month_period
from cspcycle.evidence.whose import plain
from cspcycle.evidence.workbook import read_workbook
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

ATTRIBUTION = "Source: Office for National Statistics licensed under the Open Government Licence v3.0."
YEAR = re.compile(r"(?:estimated population )?mid-(\d{4})", re.IGNORECASE)
NATIONS = {"K04000001", "E92000001", "W92000004"}
LARGEST_CSV = 32 * 1024 * 1024


def recognises(peek: Peek) -> bool:
    """Whether the content speaks of mid-year estimates by code, name and year."""
    if peek.kind not in {"xlsx", "text"}:
        return False
    text = peek.words
    columns = peek.header.startswith("code,name") or "population estimates" in text
    return columns and "mid-20" in text and "geography" in text and "recorded crime" not in text


@dataclass
class _Estimates:
    grid: Grid
    header: int
    years: dict[int, int]

    def value(self, row: int, year: int) -> Value | None:
        cells = self.grid.rows[row]
        return value_of(cells[self.years[year]]) if self.years[year] < len(cells) else None


def read(peek: Peek, request: Request) -> Imported:
    """A table a year: the authorities of the partnership, their sum under its code, and the nations."""
    if peek.kind == "xlsx":
        grids, findings = read_workbook(peek, b"id-20")
    else:
        with peek.open() as stream:
            grid, findings = read_csv_grid(stream.read(LARGEST_CSV), peek.path.name)
        grids = [grid]
    imported = Imported("population", findings=findings)
    sheets = [found for grid in grids if (found := _estimates(grid))]
    if not sheets:
        if not findings:
            findings.append(
                _error(peek, "no-table", "no sheet has the columns Code, Name and Mid-… of a population table")
            )
        return imported
    chosen = max(sheets, key=lambda found: len(found.years))
    wanted = {plain(name): name for name in request.partnership.authority_names}
    mine: list[tuple[int, Area]] = []
    nations: list[tuple[int, Area]] = []
    for number in range(chosen.header + 1, len(chosen.grid.rows)):
        code, name = (words(cell) for cell in [*chosen.grid.rows[number][:2], "", ""][:2])
        if code in NATIONS:
            nations.append((number, Area(code, name.title().replace(" And ", " and "), "nation")))
        elif code[:3] in {"E06", "E07", "E08", "E09", "W06"} and (
            plain(name) in wanted or code == request.partnership.area_code
        ):
            mine.append((number, Area(code, name, "authority")))
            wanted.pop(plain(name), None)
    if wanted and not (len(mine) == 1 and not request.partnership.parts):
        names = ", ".join(wanted.values())
        findings.append(
            _error(
                peek,
                "partnership-not-in-file",
                f"the file has no local authority called {names}",
                "name the partnership's local authorities as ONS does; for a part of one, ONS crime tables give it",
            )
        )
        return imported
    _take(chosen, [*mine, *nations], peek, request, imported)
    return imported


def _estimates(grid: Grid) -> _Estimates | None:
    for number, row in enumerate(grid.rows[:40]):
        names = [words(cell) for cell in row]
        years = {int(match[1]): place for place, name in enumerate(names) if (match := YEAR.fullmatch(name))}
        title = " ".join(words(cell) for above in grid.rows[:number] for cell in above).lower()
        if names[:2] == ["Code", "Name"] and years and "median age" not in title:
            return _Estimates(grid, number, years)
    return None


def _take(chosen: _Estimates, found: list[tuple[int, Area]], peek: Peek, request: Request, imported: Imported) -> None:
    latest = max(chosen.years)
    source = Source(
        "Office for National Statistics",
        "Mid-year population estimates",
        f"mid-{latest} edition",
        OGL,
        ATTRIBUTION,
        peek.path.name,
        peek.sha256,
        request.read_on,
    )
    grid = chosen.grid
    mine = [area.name for _, area in found if area.kind == "authority"]
    for year, column in sorted(chosen.years.items()):
        rows = []
        parts: list[int] = []
        for number, area in found:
            value = chosen.value(number, year)
            if not isinstance(value, int) or value <= 0:
                message = f"{grid.cell(number, column)} is not a number of residents"
                imported.findings.append(
                    Diagnostic(grid.at(number, column), "evidence/unusable-figure", message, Severity.WARNING)
                )
                continue
            rows.append(Row(area, grid.line(number), (value,)))
            if area.kind == "authority":
                parts.append(value)
        own = request.partnership
        if parts and len(parts) == len(mine):
            line = rows[0].line if len(parts) == 1 else 0
            rows.insert(0, Row(Area(own.csp_code, own.name, "partnership", own.police_area), line, (sum(parts),)))
        day = month_period(year, 6).last_day
        letters = (column_letters(column),) if grid.sheet else ()
        caveat = f"Residents are estimates of the mid-{latest} edition; later editions revise them."
        imported.tables.append(
            Table(source, grid.sheet or "the table", Period(day, day), (RESIDENTS,), letters, tuple(rows), (caveat,))
        )
    imported.taken.append(f"residents mid-{min(chosen.years)} to mid-{latest} for " + ", ".join(mine))


def _error(peek: Peek, code: str, message: str, fix: str = "add the workbook as ONS publishes it") -> Diagnostic:
    return Diagnostic(Location(peek.path.name), f"evidence/{code}", message, Severity.ERROR, fix)


IMPORTER = Importer("population", "ONS mid-year population estimates", recognises, read)
