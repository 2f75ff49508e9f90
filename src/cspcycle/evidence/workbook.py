"""Workbooks of ordinary size, opened from a clean copy in memory: only sheets that matter, and none without bounds."""

from __future__ import annotations

import html
import io
import re
import zipfile

from cspcycle.evidence.grid import Grid
from cspcycle.evidence.guard import BROKEN, broken, too_large
from cspcycle.evidence.importer import Peek
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location

LARGEST_WORKBOOK = 64 * 1024 * 1024
# A cell beyond column ZZ or row 9,999: the library would lay out every cell before it, whatever that takes.
FAR = re.compile(rb"""r=["'](?:[A-Z]{3}|[A-Z]{0,2}\d{5})""")
SHARED = re.compile(rb't="s"[^>]*><v>(\d+)')
WHITE_SPACE = b" \t\r\n"
WITHOUT_SHEETS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
)
TOP = 64 * 1024  # titles and headers stand here
STRINGS = "xl/sharedStrings.xml"


def read_workbook(peek: Peek, *about: bytes, without: bytes = b"\0") -> tuple[list[Grid], list[Diagnostic]]:
    """The sheets that begin with a text with one of these words in it, and a finding for each that cannot be read.

    A sheet that begins with the words in `without` is left out, and takes no time.
    """
    try:
        import python_calamine as calamine  # noqa: PLC0415 - only spreadsheets need it
    except ImportError as missing:
        raise CannotContinue(
            "spreadsheets cannot be read: the evidence support is not installed",
            'install it with: pip install "cspcycle[evidence]"; or save the sheet as CSV and add that',
        ) from missing
    file = peek.path.name
    findings: list[Diagnostic] = []
    grids: list[Grid] = []
    try:
        with zipfile.ZipFile(peek.path) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > LARGEST_WORKBOOK:
                return [], [too_large(Location(file), f"the workbook unpacks to {size // 1_000_000:,} MB")]
            copy, names = _clean_copy(archive, (about, without), findings, file)
        book = calamine.CalamineWorkbook.from_filelike(copy)
    except (*BROKEN, calamine.CalamineError, ValueError) as trouble:
        return [], [*findings, broken(Location(file), str(trouble))]
    for name in names:
        try:
            grids.append(Grid(file, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
        except (calamine.CalamineError, ValueError) as trouble:
            findings.append(broken(Location(f"{file} [{name.strip()}]"), str(trouble)))
    return grids, findings


def _clean_copy(
    archive: zipfile.ZipFile, words: tuple[tuple[bytes, ...], bytes], findings: list[Diagnostic], file: str
) -> tuple[io.BytesIO, list[str]]:
    members = archive.NameToInfo
    strings = archive.read(STRINGS) if STRINGS in members else b""
    texts = strings.split(b"</si>")
    about, without = words
    wanted = {b"%d" % place for place, text in enumerate(texts) if any(word in text for word in about)}
    unwanted = {b"%d" % place for place, text in enumerate(texts) if without in text}
    names: list[str] = []
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as clean:
        for member in WITHOUT_SHEETS:
            if member in members:
                clean.writestr(member, archive.read(member))
        if strings:
            clean.writestr(STRINGS, strings)
        for name, member in sheets_of(archive):
            with archive.open(member) as stream:
                top = stream.read(TOP)
                held = set(SHARED.findall(top))
                if held & unwanted or without in top or not (held & wanted or any(word in top for word in about)):
                    continue
                data = top + stream.read()
            if FAR.search(data.translate(None, WHITE_SPACE)):
                at = Location(f"{file} [{name.strip()}]")
                findings.append(too_large(at, "the sheet has cells beyond column ZZ or row 9,999"))
                continue
            if member not in clean.NameToInfo:  # a broken list of sheets may name one part twice
                clean.writestr(member, data)
            names.append(name)
    copy.seek(0)
    return copy, names


def sheets_of(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The name of each sheet, and where in the archive it stands."""
    book = archive.open("xl/workbook.xml").read(1 << 20).decode("utf-8", "replace")
    links = archive.open("xl/_rels/workbook.xml.rels").read(1 << 20).decode("utf-8", "replace")
    targets = {}
    for link in re.findall(r"<Relationship\b[^>]*>", links):
        identity, target = re.search(r'\bId="([^"]*)"', link), re.search(r'\bTarget="([^"]*)"', link)
        if identity and target:
            path = target[1]
            targets[identity[1]] = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
    sheets = []
    for sheet in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        name, identity = re.search(r'\bname="([^"]*)"', sheet), re.search(r'\br:id="([^"]*)"', sheet)
        if name and identity and targets.get(identity[1]) in archive.NameToInfo:
            sheets.append((html.unescape(name[1]), targets[identity[1]]))
    return sheets
