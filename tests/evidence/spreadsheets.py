"""Small spreadsheets in the shapes that publishers use, made for tests."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

Sheets = dict[str, list[list[str | int]]]

OLD: list[str | int] = [
    "Financial Year",
    "Financial Quarter",
    "Force Name",
    "CSP Name",
    "Offence Description",
    "Offence Group",
    "Offence Subgroup",
    "Offence Code",
    "Number of Offences",
]
NEW: list[str | int] = [
    "Financial Year",
    "Financial Quarter",
    "Police Force",
    "CSP Name",
    "Offence Description",
    "Offence Group",
    "Offence Subgroup",
    "Offence Code",
    "Offence Count",
]
OFFENCES = [
    ("Homicide", "Violence against the person", "Homicide", "1/4.1/4.10/4.2"),
    ("Residential burglary", "Theft offences", "Burglary", "28E"),
    ("Shoplifting", "Theft Offences", "Shoplifting", "46"),
    ("Possession of cannabis", "Drug offences", "Possession of drugs", "92E"),
    ("Fraud offences", "Fraud offences", "Fraud", "AF"),
]
AREAS = [
    ("Bedfordshire", "Bedford"),
    ("Bedfordshire", "Luton"),
    ("Bedfordshire", "Unassigned Bedfordshire"),
    ("Devon & Cornwall", "Northern Devon"),
    ("Devon & Cornwall", "Unassigned Devon & Cornwall"),
]


def long_rows(year: str, *, quarters: int = 4, prefix: str = "") -> list[list[str | int]]:
    """Every offence of every area and quarter; the count is the place of the area times 10, plus the quarter."""
    return [
        [year, f"{prefix}{quarter}", force, area, *offence, 10 * place + quarter]
        for quarter in range(1, quarters + 1)
        for place, (force, area) in enumerate(AREAS, 1)
        for offence in OFFENCES
    ]


def write_csv(path: Path, rows: list[list[str | int]]) -> Path:
    path.write_text("\r\n".join(",".join(_quoted(cell) for cell in row) for row in rows) + "\r\n", encoding="utf-8")
    return path


def _quoted(cell: str | int) -> str:
    text = str(cell)
    return f'"{text}"' if "," in text else text


def write_ods(path: Path, sheets: Sheets) -> Path:
    tables = "".join(
        f'<table:table table:name="{html.escape(name)}" table:style-name="ta1">'
        + "".join(f"<table:table-row>{''.join(_ods_cell(cell) for cell in row)}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0"?><office:document-content><office:body>{tables}</office:body></office:document-content>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def _ods_cell(cell: str | int) -> str:
    if isinstance(cell, int):
        value = f'office:value-type="float" office:value="{cell}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    if not cell:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{html.escape(cell)}</text:p></table:table-cell>'


def write_xlsx(path: Path, sheets: Sheets, *, shared: bool = True) -> Path:
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, rows in enumerate(sheets.values(), 1):
            keep = strings if shared else None
            lines = [
                "".join(_xlsx_cell(cell, f"{chr(65 + place)}{line}", keep) for place, cell in enumerate(row))
                for line, row in enumerate(rows, 1)
            ]
            body = "".join(f'<row r="{line}">{cells}</row>' for line, cells in enumerate(lines, 1))
            archive.writestr(
                f"xl/worksheets/sheet{number}.xml", f"<worksheet><sheetData>{body}</sheetData></worksheet>"
            )
        names = "".join(
            f'<sheet name="{html.escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1)
        )
        archive.writestr("xl/workbook.xml", f"<workbook><sheets>{names}</sheets></workbook>")
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
        document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        root = f'<Relationships><Relationship Id="r1" Type="{document}" Target="xl/workbook.xml"/></Relationships>'
        archive.writestr("_rels/.rels", root)
        sheet = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{sheet}" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        if shared:
            texts = "".join(f"<si><t>{html.escape(text)}</t></si>" for text in strings)
            archive.writestr("xl/sharedStrings.xml", f"<sst>{texts}</sst>")
    return path


def _xlsx_cell(cell: str | int, at: str, strings: dict[str, int] | None) -> str:
    if isinstance(cell, int):
        return f'<c r="{at}"><v>{cell}</v></c>'
    if strings is not None:
        return f'<c r="{at}" t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{html.escape(cell)}</t></is></c>'
