"""Crime Severity Score weights by offence code, for harm beside volume."""

from __future__ import annotations

from cspcycle.evidence.grid import read_csv_grid, value_of, words
from cspcycle.evidence.importer import Imported, Importer, Peek, Request, not_this_source
from cspcycle.evidence.record import OGL, Area, Indicator, Period, Row, Source, Table
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

WEIGHT = Indicator("severity-weight", "Crime Severity Score weight", "days of sentence")
ATTRIBUTION = "Source: Office for National Statistics licensed under the Open Government Licence v3.0."
CODES = ("ons_counts_code", "offence code", "ons_severity_code")
NAMES = ("ons_counts_description", "offence", "offence category", "ons_severity_offence")
CATEGORIES = ("ons_counts_category", "offence group")
WEIGHTS = ("ons_severity_weight", "weight")
LARGEST = 4 * 1024 * 1024


def recognises(peek: Peek) -> bool:
    """Whether the header has an offence code and a weight."""
    header = {cell.strip() for cell in peek.header.split(",")}
    return bool(header & set(CODES) and header & set(WEIGHTS))


def read(peek: Peek, request: Request) -> Imported:
    """The weight of every offence code."""
    with peek.open() as stream:
        grid, findings = read_csv_grid(stream.read(LARGEST), peek.path.name)
    imported = Imported("severity-weights", findings=findings)
    header = [words(cell).lower() for cell in grid.rows[0]] if grid.rows else []
    code, name, weight, category = (
        next((header.index(one) for one in names if one in header), -1) for names in (CODES, NAMES, WEIGHTS, CATEGORIES)
    )
    if code < 0 or weight < 0:
        return not_this_source(peek, "an offence code and a weight")
    rows: dict[str, Row] = {}
    for number, row in enumerate(grid.rows[1:], 1):
        if not any(row):
            continue
        value = value_of(row[weight]) if weight < len(row) else None
        if not isinstance(value, (int, float)) or value < 0 or not words(row[code]):
            message = f"line {grid.line(number)} has no offence code with a weight"
            findings.append(
                Diagnostic(
                    Location(grid.file, grid.line(number), weight + 1),
                    "evidence/unusable-figure",
                    message,
                    Severity.WARNING,
                    "give each offence code one weight, 0 or more",
                )
            )
            continue
        offence = words(row[code])
        title = words(row[name]) if name >= 0 else offence
        group = words(row[category]).lower() if 0 <= category < len(row) else ""
        rows.setdefault(offence, Row(Area(offence, title, "offence", group), grid.line(number), (value,)))
    source = Source(
        "Office for National Statistics",
        "Crime Severity Score weights",
        "the edition is not stated in the file",
        OGL,
        ATTRIBUTION,
        peek.path.name,
        peek.sha256,
        request.read_on,
    )
    caveat = "Weights are revised every few years: only scores on the same weights compare. Fraud is left out."
    day = request.read_on
    imported.tables.append(
        Table(source, "the weights", Period(day, day), (WEIGHT,), (), tuple(rows.values()), (caveat,))
    )
    imported.taken.append(f"weights of {len(rows)} offence codes")
    return imported


IMPORTER = Importer("severity", "Crime Severity Score weights", recognises, read)
