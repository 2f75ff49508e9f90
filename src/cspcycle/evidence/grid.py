"""A sheet or a CSV file as rows of cells with their line numbers, and the words and numbers that stand in cells."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cspcycle.evidence.record import Value, Withheld
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

QUOTES = 'close the quotation mark; one that belongs to the text is written twice: ""'
LARGEST_FIGURE = 1_000_000_000
NOTE = re.compile(r"\s*\[note (\d+)\]", re.IGNORECASE)
NUMBER = re.compile(r"-?(\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.\d{1,20})?")  # 12,5 is no number here, and never 125
MARK = re.compile(r"\[(\w+)\]|([xz])", re.IGNORECASE)
MARKS = {
    "u": "the base is under 50 offences, so the publisher shows no percentage",
    "u1": "the publisher shows no rate because the resident population is too small",
    "x": "the publisher says that the figure is not available",
    "z": "the publisher says that the figure does not apply",
    "": "the publisher left the cell empty",
}


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; `lines` holds the line on which each row starts where that is not simply its number."""

    file: str
    sheet: str
    rows: list[list[Any]]
    lines: tuple[int, ...] = ()

    def line(self, row: int) -> int:
        """The line, or the row of the sheet, counted from 1."""
        return self.lines[row] if self.lines else row + 1

    def at(self, row: int, column: int = 0) -> Location:
        """The place of a cell; a sheet is named beside its file."""
        return Location(f"{self.file} [{self.sheet.strip()}]" if self.sheet else self.file, self.line(row), column + 1)

    def cell(self, row: int, column: int) -> str:
        """The place in the words that a finding uses."""
        if self.sheet:
            return f"cell {column_letters(column)}{row + 1} of sheet {quoted(self.sheet.strip())}"
        return f"line {self.line(row)}, column {column + 1}"


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=8192)  # the same few thousand names stand in every table
def words(cell: Any) -> str:
    """The text of a cell with white space made even and the marks of notes taken out."""
    text = str(cell)
    return " ".join((NOTE.sub("", text) if "[" in text else text).split())


def note_numbers(cell: Any) -> tuple[int, ...]:
    """The notes that a cell refers to."""
    text = str(cell)
    return tuple(int(number) for number in NOTE.findall(text)) if "[" in text else ()


def slug(text: str) -> str:
    """The text in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def value_of(cell: Any) -> Value | None:
    """The number in a cell or the reason there is none; nothing at all where it cannot be understood."""
    if isinstance(cell, str):
        text = cell.strip()
        if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
        mark = MARK.fullmatch(text)
        if mark or not text:
            name = (mark[1] or mark[2]).lower() if mark else ""
            return Withheld(name, MARKS.get(name, f"the publisher marked the cell [{name}]"))
        plain = text.replace("\u2212", "-")
        cell = float(plain.replace(",", "")) if NUMBER.fullmatch(plain) else None
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return None
    if not abs(cell) <= LARGEST_FIGURE:  # so written that "not a number" is refused too
        return None
    return int(cell) if float(cell).is_integer() else cell


def read_csv_grid(data: bytes, file: str) -> tuple[Grid, list[Diagnostic]]:
    """A small CSV file of any usual encoding and separator as a grid."""
    findings: list[Diagnostic] = []
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as trouble:
            text = data.decode("cp1252", "replace")
            line = data[: trouble.start].count(b"\n") + 1
            findings.append(
                Diagnostic(
                    Location(file, line),
                    "evidence/encoding",
                    "this line is not UTF-8: the file was read as Windows text",
                    Severity.NOTE,
                    "save the file as `CSV UTF-8` if names look wrong",
                )
            )
    lines = text.splitlines(keepends=True)
    head = "".join(lines[:20])
    separator = max(",;\t", key=head.count)
    rows: list[list[Any]] = []
    starts: list[int] = []
    reader = csv.reader(lines, delimiter=separator)
    start = 1
    try:
        for row in reader:
            if rows or any(cell.strip() for cell in row):
                rows.append(row)
                starts.append(start)
            start = reader.line_num + 1
    except csv.Error:
        message = f"a cell on this line is longer than {csv.field_size_limit():,} characters: nothing is read from here"
        findings.append(unreadable(Location(file, start), message, QUOTES))
    if starts and _never_ends(lines[starts[-1] - 1 :], separator):
        message = "a quotation mark on this line is never closed: nothing is read from here"
        findings.append(unreadable(Location(file, starts.pop()), message, QUOTES))
        rows.pop()
    return Grid(file, "", rows, tuple(starts)), findings


def _never_ends(lines: list[str], separator: str) -> bool:
    """Whether the last row is open at the end of the file, so that it may have swallowed others."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as trouble:
        return "unexpected end" in str(trouble)
    return False


def unreadable(at: Location, message: str, fix: str = "download the file again from its publisher") -> Diagnostic:
    """The finding for something that cannot be read at all."""
    return Diagnostic(at, "evidence/unreadable-file", message, Severity.ERROR, fix)
