"""CSV to rows that remember their line. Reads bytes it is given, and opens no file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted
from cspcycle.source.text_file import text_of

MOST_FINDINGS = 100
_SEPARATORS = (",", ";", "\t")
_SAVE_AS_UTF_8 = "save it as CSV UTF-8, and look at pound signs, dashes, apostrophes and Welsh letters"


class Row(dict[str, str]):
    """A cell for each named column, without the spaces around it; `line` is the first line of the row."""

    __slots__ = ("line",)

    def __init__(self, line: int, cells: Iterator[tuple[str, str]]) -> None:
        super().__init__(cells)
        self.line = line


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: the names of its columns, the line that has them, and its rows."""

    file: str
    header: tuple[str, ...] = ()
    header_line: int = 1
    rows: list[Row] = field(default_factory=list)

    def at(self, row: Row) -> Location:
        """Where a row begins."""
        return Location(self.file, row.line)


def read_csv(data: bytes, file: str, *, most_bytes: int) -> tuple[Table, list[Diagnostic]]:
    """The table in a file, and what is wrong with it; a table without rows when the file cannot be read.

    Columns are separated by commas, semicolons or tabs, whichever gives the first row the most. A row with too few
    cells is filled up with empty ones; one with too many is left out, since its values may stand under the wrong names.
    """
    found: list[Diagnostic] = []
    text = _text(data, file, most_bytes, found)
    if text is None:
        return Table(file), found
    separator = max(_SEPARATORS, key=lambda mark: _cells_in_first_row(text, mark))
    records = _records(text, separator, file, found)
    for header_line, names in records:
        header = _header(names, Location(file, header_line), found)
        table = Table(file, tuple(name for name in header if name), header_line)
        for line, cells in records:
            if len(found) >= MOST_FINDINGS:
                message = f"this file has more than {MOST_FINDINGS} mistakes; it is read no further than here"
                found.append(
                    _error(Location(file, line), "csv/more-findings", message, "correct the first ones, and ask again")
                )
                break
            if _fits(cells, header, Location(file, line), found):
                padded = cells + [""] * (len(header) - len(cells))
                named = ((name, cell) for name, cell in zip(header, padded, strict=False) if name)
                table.rows.append(Row(line, named))
        return table, sorted(found)
    if not any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        message = "this file holds no rows"
        found.append(
            Diagnostic(Location(file), "csv/empty-file", message, Severity.WARNING, "fill it in, or delete it")
        )
    return Table(file), found


def _text(data: bytes, file: str, most_bytes: int, found: list[Diagnostic]) -> str | None:
    """The text of the file, in whichever of the two usual encodings."""
    text = text_of(data, file, family="csv", most_bytes=most_bytes)
    if isinstance(text, Diagnostic) and text.code == "csv/not-utf-8":
        try:
            in_utf_8 = data.decode("cp1252").encode()
        except UnicodeDecodeError:
            found.append(text)
            return None
        message = "this file is not UTF-8 text; it is read as text of an older Windows program"
        found.append(Diagnostic(Location(file), "csv/not-utf-8", message, Severity.NOTE, _SAVE_AS_UTF_8))
        text = text_of(in_utf_8, file, family="csv", most_bytes=3 * most_bytes)  # no character grows more than that
    if isinstance(text, Diagnostic):
        found.append(text)
        return None
    return text


def _cells_in_first_row(text: str, separator: str) -> int:
    for _, cells in _records(text, separator, "", []):
        return len(cells)
    return 1


def _records(text: str, separator: str, file: str, found: list[Diagnostic]) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with its first line; what cannot be read as a row is added to `found`."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            found.append(_broken_row(Location(file, line), str(error)))
            if found[-1].code == "csv/unclosed-quote":
                return
            continue
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield line, cells


def _broken_row(at: Location, complaint: str) -> Diagnostic:
    if "expected after" in complaint:
        message = "text follows the closing quotation mark of a cell in this row, which is left out"
        return Diagnostic(
            at, "csv/text-after-quote", message, Severity.ERROR, 'write "" for a quotation mark inside a cell'
        )
    message = "a quotation mark in the row that begins here is never closed; nothing from here on is read"
    return Diagnostic(
        at, "csv/unclosed-quote", message, Severity.ERROR, "write the closing quotation mark, or delete the first"
    )


def _header(names: list[str], at: Location, found: list[Diagnostic]) -> list[str]:
    """The names of the columns, with the empty name for a column that is not read."""
    header: list[str] = []
    for name in names:
        if name and name in header:
            message = f"two columns are called {quoted(name)}; only the first is read"
            found.append(_error(at, "csv/duplicate-column", message, "give each column its own name"))
            header.append("")
        else:
            header.append(name)
    return header


def _fits(cells: list[str], header: list[str], at: Location, found: list[Diagnostic]) -> bool:
    if len(cells) == len(header):
        return True
    if any(cells[len(header) :]):
        message = f"this row has more cells ({len(cells)}) than there are columns ({len(header)}), and is left out"
        fix = "put quotation marks around a cell that contains the separator"
        found.append(_error(at, "csv/long-row", message, fix))
        return False
    if len(cells) < len(header):
        message = (
            f"this row has fewer cells ({len(cells)}) than there are columns ({len(header)}); the last ones are empty"
        )
        fix = "check that no cell is missing in the middle"
        found.append(Diagnostic(at, "csv/short-row", message, Severity.WARNING, fix))
    return True


def _error(at: Location, code: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(at, code, message, Severity.ERROR, fix)
