"""Limits that keep a hostile or enormous archive from filling the machine's memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from cspcycle.evidence.importer import Peek
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

LARGEST_WORKBOOK = 64 * 1024 * 1024
LARGEST_SHEET_CELLS = 4_000_000
LARGEST_STREAM = 8 * 1024 * 1024 * 1024
DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, NotImplementedError, OSError)


def workbook_findings(peek: Peek) -> list[Diagnostic]:
    """Why a workbook should not be opened whole, if so: it is broken, or unpacks to beyond reason."""
    at = Location(peek.path.name)
    try:
        with zipfile.ZipFile(peek.path) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > LARGEST_WORKBOOK:
                return [too_large(at, f"the workbook unpacks to {size // 1_000_000:,} MB")]
            for name in peek.members:
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    with archive.open(name) as sheet:
                        match = DIMENSION.search(sheet.read(2000))
                    if match and _column(match[1]) * int(match[2]) > LARGEST_SHEET_CELLS:
                        return [too_large(at, f"a sheet claims cells up to {match[1].decode()}{match[2].decode()}")]
    except BROKEN as trouble:
        return [broken(at, str(trouble))]
    return []


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def too_large(at: Location, what: str) -> Diagnostic:
    """The finding for an archive beyond reason."""
    return Diagnostic(
        at,
        "evidence/too-large",
        f"{what}, which no official table of this kind does: it was not opened",
        Severity.ERROR,
        "download the file again from its publisher, or save the one table needed as CSV",
    )


def broken(at: Location, why: str) -> Diagnostic:
    """The finding for an archive that is damaged or cut short."""
    return Diagnostic(
        at,
        "evidence/unreadable-file",
        f"the file is damaged or cut short ({why})",
        Severity.ERROR,
        "download the file again from its publisher",
    )


def pieces(stream: IO[bytes], size: int = 1 << 22) -> Iterator[bytes]:
    """The stream in pieces.

    Raises: BadZipFile once it has given more than any official file holds.
    """
    total = 0
    while piece := stream.read(size):
        total += len(piece)
        if total > LARGEST_STREAM:
            raise zipfile.BadZipFile(f"it unpacks to more than {LARGEST_STREAM // 1_000_000_000} GB")
        yield piece
