"""Rows picked out of enormous files as bytes: only rows that hold a wanted name are ever parsed."""

from __future__ import annotations

import csv
import html
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from cspcycle.evidence.guard import pieces
from cspcycle.evidence.workbook import sheets_of

LONGEST_ROW = 16 * 1024 * 1024
HEADER_WITHIN = 500
WIDEST = 64
ODS_SHEET = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')
ODS_CELL = re.compile(
    r"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL
)
ODS_PLAIN = re.compile(r"<text:p>([^<]*)</text:p></table:table-cell>")
ODS_REPEATED = re.compile(r'table:number-columns-repeated="(\d+)"')
ODS_VALUE = re.compile(r'office:value="([^"]*)"')
XLSX_CELL = re.compile(r'<c r="([A-Z]+)\d+"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
XLSX_STRING = re.compile(r"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
PHONETIC = re.compile(r"<rPh\b.*?</rPh>", re.DOTALL)


class FoundRow(NamedTuple):
    """A row that was parsed: its sheet, its number from 1, and its cells as text."""

    sheet: str
    number: int
    cells: list[str]


@dataclass
class Scan:
    """What to look for: rows up to a header, and after it the rows with one of the names."""

    names: tuple[str, ...]
    is_header: Callable[[list[str]], bool]
    progress: Callable[[int], None] = field(default=lambda _bytes: None)


class _Shape(NamedTuple):
    start: bytes
    end: bytes
    cells: Callable[[str], list[str]]
    needles: tuple[bytes, ...]


class _Sheet:
    """One sheet on its way through: its name, how far we are, and whether its header has been seen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = 0
        self.begun = False

    def rows(self, block: bytes, shape: _Shape, scan: Scan) -> Iterator[FoundRow]:
        place = 0
        while not self.begun and self.row < HEADER_WITHIN:
            end = block.find(shape.end, place)
            if end < 0:
                return
            found = self._parsed(block[place:end], shape)
            place = end + len(shape.end)
            self.begun = scan.is_header(found.cells)
            yield found
        if self.begun:
            yield from self._wanted(block, place, shape)

    def _wanted(self, block: bytes, counted: int, shape: _Shape) -> Iterator[FoundRow]:
        hits = sorted({end for needle in shape.needles for end in _row_ends(block, needle, counted, shape.end)})
        for end in hits:
            start = block.rfind(shape.start, counted, end)
            if shape.start == shape.end:
                start += 1  # a line starts after the end of the one before
            start = max(start, counted)
            self.row += block.count(shape.end, counted, start)
            counted = end + len(shape.end)
            yield self._parsed(block[start:end], shape)
        self.row += block.count(shape.end, counted)

    def _parsed(self, row: bytes, shape: _Shape) -> FoundRow:
        self.row += 1
        return FoundRow(self.name, self.row, shape.cells(row.decode("utf-8", "replace")))


def _row_ends(block: bytes, needle: bytes, start: int, end_mark: bytes) -> Iterator[int]:
    hit = block.find(needle, start)
    while hit >= 0:
        end = block.find(end_mark, hit)
        if end < 0:
            return
        yield end
        hit = block.find(needle, end)


def scan_csv(stream: IO[bytes], scan: Scan) -> Iterator[FoundRow]:
    """The wanted rows of a CSV file in which a row is a line."""
    shape = _Shape(b"\n", b"\n", _csv_cells, tuple(name.encode() for name in scan.names))
    sheet = _Sheet("")
    for block in _blocks(stream, b"\n", scan):
        yield from sheet.rows(block, shape, scan)


def _csv_cells(line: str) -> list[str]:
    line = line.strip("\r\n\ufeff").replace("\r", " ")
    if '"' not in line:
        return line.split(",")
    try:
        return next(csv.reader([line]), [])
    except csv.Error:  # a cell of beyond 128 thousand letters: no row of a table, and skipped as one
        return []


def scan_ods(archive: zipfile.ZipFile, scan: Scan) -> Iterator[FoundRow]:
    """The wanted rows of every sheet of an OpenDocument spreadsheet, in the order of the file."""
    needles = tuple(html.escape(name, quote=False).encode() for name in scan.names)
    shape = _Shape(b"<table:table-row", b"</table:table-row>", _ods_cells, needles)
    sheet = _Sheet("")
    with archive.open("content.xml") as stream:
        for block in _blocks(stream, shape.end, scan):
            place = 0
            start = block.find(b"<table:table ")
            while start >= 0:
                yield from sheet.rows(block[place:start], shape, scan)
                name = ODS_SHEET.match(block, start)
                sheet = _Sheet(html.unescape(name[1].decode("utf-8", "replace")) if name else "")
                place = start
                start = block.find(b"<table:table ", place + 1)
            yield from sheet.rows(block[place:] if place else block, shape, scan)


def _ods_cells(row: str) -> list[str]:
    plain = ODS_PLAIN.findall(row)  # nearly every row has one text in each cell, and no cell stands for several
    if len(plain) == row.count("<table:table-cell") and "-repeated" not in row and "covered" not in row:
        return [html.unescape(text) for text in plain] if "&" in row else plain
    cells: list[str] = []
    for attributes, content in ODS_CELL.findall(row):
        value = ODS_VALUE.search(attributes)
        text = (
            value[1] if value else html.unescape(TAG.sub("", content.replace("</text:p><text:p", "</text:p> <text:p")))
        )
        times = ODS_REPEATED.search(attributes)
        cells += [text] * min(int(times[1][:6]) if times else 1, WIDEST - len(cells))
        if len(cells) >= WIDEST:
            break
    return cells


def scan_xlsx(archive: zipfile.ZipFile, scan: Scan) -> Iterator[FoundRow]:
    """The wanted rows of every sheet of a workbook too large to open whole."""
    strings = _shared_strings(archive, scan)
    plain = tuple(html.escape(name, quote=False).encode() for name in scan.names)
    wanted = set(scan.names)
    indexes = tuple(b"<v>%d</v>" % place for place, text in enumerate(strings) if text in wanted)
    shape = _Shape(b"<row ", b"</row>", lambda row: _xlsx_cells(row, strings), plain + indexes)
    for name, member in sheets_of(archive):
        sheet = _Sheet(name)
        with archive.open(member) as stream:
            for block in _blocks(stream, shape.end, scan):
                yield from sheet.rows(block, shape, scan)


def _shared_strings(archive: zipfile.ZipFile, scan: Scan) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.NameToInfo:
        return []
    strings: list[str] = []
    with archive.open("xl/sharedStrings.xml") as stream:
        for block in _blocks(stream, b"</si>", scan):
            found = XLSX_STRING.findall(block.decode("utf-8", "replace"))
            strings += [html.unescape(TAG.sub("", PHONETIC.sub("", content))) for content in found]
            if len(strings) > 2_000_000:
                raise zipfile.BadZipFile("it holds more texts than any table of this kind")
    return strings


def _xlsx_cells(row: str, strings: list[str]) -> list[str]:
    cells: list[str] = []
    for letters, attributes, content in XLSX_CELL.findall(row):
        place = 0
        for letter in letters:
            place = 26 * place + ord(letter) - 64
        if place > WIDEST:
            break
        cells += [""] * (place - 1 - len(cells))
        text = html.unescape(TAG.sub("", content))
        if 't="s"' in attributes:
            place = int(text[:9]) if text[:9].isdecimal() else len(strings)
            text = strings[place] if place < len(strings) else ""
        cells.append(text)
    return cells


def _blocks(stream: IO[bytes], end: bytes, scan: Scan) -> Iterator[bytes]:
    """The stream in blocks that stop at the end of a row; what follows the last row comes last."""
    tail = b""
    for piece in pieces(stream):
        scan.progress(len(piece))
        block = tail + piece
        cut = block.rfind(end) + len(end)
        if cut < len(end):
            tail = block
            if len(tail) > LONGEST_ROW:
                raise zipfile.BadZipFile("a row is longer than any table of this kind")
            continue
        yield block[:cut]
        tail = block[cut:]
    if tail:
        yield tail + (end if end == b"\n" else b"")
