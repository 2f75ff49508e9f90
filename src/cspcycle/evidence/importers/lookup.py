"""ONS lookup of local authority districts, Community Safety Partnerships and police force areas, any edition."""

from __future__ import annotations

import re
from datetime import date

from cspcycle.evidence.grid import Grid, read_csv_grid, words
from cspcycle.evidence.importer import Imported, Importer, Peek, Request, not_this_source
from cspcycle.evidence.record import OGL, Area, Period, Row, Source, Table
from cspcycle.evidence.whose import find_area, not_found
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right."
)
# The published headers carry the edition's digits (LAD23CD); copies may have been renamed.
HEADERS = {
    "lad": re.compile(r"lad(\d\d)cd|lad[-_ ]code"),
    "lad_name": re.compile(r"lad(\d\d)nm|lad[-_ ]name"),
    "csp": re.compile(r"csp(\d\d)cd|csp[-_ ]code"),
    "csp_name": re.compile(r"csp(\d\d)nm|csp[-_ ]name"),
    "pfa_name": re.compile(r"pfa(\d\d)nm|pfa[-_ ]name"),
}
LARGEST = 4 * 1024 * 1024


def recognises(peek: Peek) -> bool:
    """Whether the header names districts, partnerships and forces."""
    header = re.split(r"[,;\t]", peek.header)
    return peek.kind == "text" and len(_columns(header)) == len(HEADERS)


def _columns(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        for name, shape in HEADERS.items():
            if shape.fullmatch(words(cell).lower()):
                found.setdefault(name, place)
    return found


def read(peek: Peek, request: Request) -> Imported:
    """The partnership's local authorities, and the other partnerships that share one of them."""
    with peek.open() as stream:
        grid, findings = read_csv_grid(stream.read(LARGEST), peek.path.name)
    imported = Imported("geography-lookup", findings=findings)
    columns = _columns(grid.rows[0]) if grid.rows else {}
    if len(columns) < len(HEADERS):
        return not_this_source(peek, "the codes and names of authorities, partnerships and forces")
    edition = next((match[1] for cell in grid.rows[0] if (match := re.search(r"[A-Z](\d\d)", str(cell)))), "")
    entries = _entries(grid, columns, findings)
    partnerships = [area for _, _, area in entries]
    own = find_area(partnerships, request.partnership)
    if own is None:
        findings.append(not_found(partnerships, request.partnership, peek.path.name))
        return imported
    year = 2000 + int(edition) if edition else request.read_on.year
    source = Source(
        "Office for National Statistics",
        "Local authority districts to partnerships to police force areas",
        f"December {year}",
        OGL,
        ATTRIBUTION,
        peek.path.name,
        peek.sha256,
        request.read_on,
    )
    mine = [(line, authority) for line, authority, area in entries if area == own]
    codes = {authority.code for _, authority in mine}
    shared = sorted({area.name for _, authority, area in entries if authority.code in codes and area != own})
    caveats = []
    if len(mine) > 1:
        caveats.append(f"{own.name} covers {len(mine)} local authorities: its figures join on {own.code}.")
    if shared:
        caveats.append(
            f"{own.name} shares an authority with {', '.join(shared)}: no population can be built from authorities."
        )
    day = date(year, 12, 31)
    rows = tuple(Row(authority, line, ()) for line, authority in mine)
    imported.tables.append(Table(source, "the lookup", Period(day, day), (), (), rows, tuple(caveats)))
    imported.taken.append(f"{own.name}: " + ", ".join(f"{area.name} ({area.code})" for _, area in mine))
    return imported


def _entries(grid: Grid, columns: dict[str, int], findings: list[Diagnostic]) -> list[tuple[int, Area, Area]]:
    entries = []
    for number, row in enumerate(grid.rows[1:], 1):
        if len(row) <= max(columns.values()):
            if any(row):
                message = f"line {grid.line(number)} has {len(row)} cells where the header has {len(grid.rows[0])}"
                findings.append(
                    Diagnostic(
                        Location(grid.file, grid.line(number)),
                        "evidence/short-row",
                        message,
                        Severity.WARNING,
                        "compare the line with the publisher's file",
                    )
                )
            continue
        cell = {name: words(row[place]) for name, place in columns.items()}
        authority = Area(cell["lad"], cell["lad_name"], "authority", cell["pfa_name"])
        entries.append(
            (grid.line(number), authority, Area(cell["csp"], cell["csp_name"], "partnership", cell["pfa_name"]))
        )
    return entries


IMPORTER = Importer("lookup", "ONS lookup of authorities, partnerships and forces", recognises, read)
