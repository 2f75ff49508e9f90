"""Tables in the shape of the Home Office open data, generated: 357 areas, 130 offence codes, a row a quarter each."""

from __future__ import annotations

import html
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

HEADER = (
    "Financial Year",
    "Financial Quarter",
    "Police Force",
    "CSP Name",
    "Offence Description",
    "Offence Group",
    "Offence Subgroup",
    "Offence Code",
    "Offence Count",
)
GROUPS = (
    "Violence against the person",
    "Sexual offences",
    "Robbery",
    "Theft offences",
    "Criminal damage and arson",
    "Drug offences",
    "Possession of weapons offences",
    "Public order offences",
    "Miscellaneous crimes",
)
FORCES = 43
AREAS = 357
CODES = 130
PARTNERSHIP = "Area 100"
FORCE = f"Force {100 % FORCES}"

Row = tuple[str, str, str, str, str, str, str, str, int]


def rows(year: int) -> Iterator[Row]:
    """A financial year's rows, the same every time."""
    chance = random.Random(year)
    label = f"{year}/{(year + 1) % 100:02d}"
    for quarter in "1234":
        for area in range(AREAS):
            force = f"Force {area % FORCES}"
            name = f"Unassigned {force}" if area < FORCES else f"Area {area}"
            for code in range(CODES):
                group = GROUPS[code % len(GROUPS)]
                count = chance.randrange(40) if chance.random() < 0.6 else 0
                yield (
                    label,
                    quarter,
                    force,
                    name,
                    f"Offence number {code}",
                    group,
                    f"Subgroup {code % 30}",
                    f"{code}A",
                    count,
                )


def write_csv(path: Path, years: range) -> int:
    written = 0
    with path.open("w", encoding="utf-8", newline="") as target:
        target.write(",".join(HEADER) + "\r\n")
        for year in years:
            for row in rows(year):
                target.write(",".join(map(str, row)) + "\r\n")
                written += 1
    return written


def write_ods(path: Path, years: range) -> None:
    """One sheet a year, cells as Excel and LibreOffice write them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = (
            '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>"
        )
        archive.writestr("META-INF/manifest.xml", manifest)
        with archive.open("content.xml", "w", force_zip64=True) as target:
            target.write(
                b'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
                b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
                b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
                b"<office:body><office:spreadsheet>"
            )
            for year in years:
                target.write(
                    f'<table:table table:name="{year}_{(year + 1) % 100:02d}" table:style-name="ta1">'.encode()
                )
                target.write(_ods_row(HEADER))
                for row in rows(year):
                    target.write(_ods_row(row))
                target.write(b"</table:table>")
            target.write(b"</office:spreadsheet></office:body></office:document-content>")


def _ods_row(row: tuple[object, ...]) -> bytes:
    cells = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}" table:style-name="ce1">'
        f"<text:p>{cell}</text:p></table:table-cell>"
        if isinstance(cell, int)
        else f'<table:table-cell office:value-type="string" table:style-name="ce1"><text:p>{html.escape(str(cell))}'
        f"</text:p></table:table-cell>"
        for cell in row
    )
    return f'<table:table-row table:style-name="ro1">{cells}</table:table-row>'.encode()
