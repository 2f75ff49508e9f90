"""What an importer is, how a file is recognised by its content, and what an import brings back."""

from __future__ import annotations

import gzip
import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import IO, NamedTuple

from cspcycle.evidence.record import Partnership, Table
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity

PEEK = 256 * 1024
MEMBERS = 20_000
OWN = "For your own figures, the first line of a CSV names area, period, indicator, value and source"
PACKED = ("this packed file holds no table that can be read as it is", "unpack it and add the file that was in it")
UNREAD_KINDS = {
    "zip": PACKED,
    "gzip": PACKED,
    "xls": ("this is a workbook of the old kind (.xls)", "open it and save it as .xlsx or CSV"),
}
WEB_PAGE = ("this is a web page and no table", "download the file itself; a page may have been saved in its place")
NO_TABLES = {
    "<!doctype html": WEB_PAGE,
    "<html": WEB_PAGE,
    "%pdf": ("this is a PDF and no table", "look for the same table as a spreadsheet or CSV"),
}
UNREADABLE = (zipfile.BadZipFile, OSError, EOFError, zlib.error, KeyError, RuntimeError, NotImplementedError)


class Request(NamedTuple):
    """For whom a file is read and on which day; `progress` hears the share of a long file that is done, 0 to 1."""

    partnership: Partnership
    read_on: date
    progress: Callable[[float], None] = lambda _share: None


@dataclass(frozen=True)
class Imported:
    """What a file gave: the evidence file to put it in, the tables, and what was taken, skipped and distrusted."""

    name: str
    tables: list[Table] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


class Importer(NamedTuple):
    """One source: its name for `--from`, its title, what its files look like, and its reader."""

    id: str
    title: str
    recognises: Callable[[Peek], bool]
    read: Callable[[Peek, Request], Imported]


@dataclass(frozen=True)
class Peek:
    """The beginning of a file or folder, enough to say what it is."""

    path: Path

    @cached_property
    def kind(self) -> str:
        """`folder`, `xlsx`, `ods`, `zip`, `gzip`, `xls` or `text`; never judged by the name of the file."""
        if self.path.is_dir():
            return "folder"
        with self.open() as stream:
            start = stream.read(4)
        if start == b"PK\x03\x04":
            names = set(self.members)
            if "xl/workbook.xml" in names:
                return "xlsx"
            return "ods" if "content.xml" in names else "zip"
        if start[:2] == b"\x1f\x8b":
            return "gzip"
        return "xls" if start == b"\xd0\xcf\x11\xe0" else "text"

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the files in a zip; none where the zip is broken or holds beyond reason."""
        return self._archive[0]

    @cached_property
    def _archive(self) -> tuple[tuple[str, ...], bytes]:
        """The names in a zip, and the first texts of the spreadsheet that it may be: looked up in one visit."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                names = archive.namelist()
                if len(names) > MEMBERS:
                    return (), b""
                try:
                    return tuple(names), b"".join(_first(archive.open(name), PEEK) for name in _telling(names))
                except UNREADABLE:
                    return tuple(names), b""
        except (*UNREADABLE, ValueError):
            return (), b""

    @cached_property
    def text(self) -> str:
        """The first words of the content, tags and all, for recognition only."""
        beginning = self._beginning()
        encoding = "utf-16" if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
        return beginning.decode(encoding, "replace").removeprefix("\ufeff")

    @cached_property
    def words(self) -> str:
        """The same in small letters, with white space and underscores made even."""
        return " ".join(self.text.lower().replace("_", " ").split())

    def _beginning(self) -> bytes:
        if self.kind in {"xlsx", "ods"}:
            return self._archive[1]
        if self.kind == "gzip":
            try:
                return _first(gzip.open(self.path), PEEK)
            except UNREADABLE:
                return b""
        return _first(self.open(), PEEK) if self.kind == "text" else b""

    @property
    def header(self) -> str:
        """The first line of a text file that is not blank, in small letters without quotation marks."""
        if self.kind not in {"text", "gzip"}:
            return ""
        first = next((line for line in self.text.splitlines() if line.strip(' \t,;"')), "")
        return first.strip().lower().replace('"', "")

    def open(self) -> IO[bytes]:
        """The file as bytes.

        Raises: CannotContinue where it cannot be opened.
        """
        try:
            return self.path.open("rb")
        except OSError as trouble:
            raise CannotContinue(
                f"{self.path} cannot be read: {trouble.strerror}", "check the name, and who may read the file"
            ) from trouble

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the file as it was read."""
        digest = hashlib.sha256()
        with self.open() as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
        return digest.hexdigest()


def _telling(names: list[str]) -> list[str]:
    """The members of a spreadsheet whose first words say what it is."""
    for name in ("xl/sharedStrings.xml", "content.xml"):
        if name in names:
            return [name]
    return [name for name in names if name.startswith("xl/worksheets/sheet")][:20]


def _first(stream: IO[bytes] | gzip.GzipFile, size: int) -> bytes:
    with stream:
        return stream.read(size)


def every_importer() -> Iterator[Importer]:
    """The importers, one a module of `importers/` that has an `IMPORTER`, in the order of their names."""
    package = import_module("cspcycle.evidence.importers")
    for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        importer = getattr(import_module(f"{package.__name__}.{module.name}"), "IMPORTER", None)
        if importer is not None:
            yield importer


def read_evidence_file(path: Path, request: Request, *, source: str = "") -> Imported:
    """The evidence in the file for this partnership; `source` names the importer where content does not settle it."""
    if not path.exists():
        raise CannotContinue(f"there is no file or folder {path}", "check the name")
    peek = Peek(path)
    if (peek.kind == "zip" and not peek.members) or (peek.kind == "gzip" and not peek.text):
        at, fix = Location(path.name), "download it again from its publisher"
        message = "the file is packed, and damaged or cut short"
        return Imported("", findings=[Diagnostic(at, "evidence/unreadable-file", message, Severity.ERROR, fix)])
    importers = list(every_importer())
    if source:
        chosen = [importer for importer in importers if importer.id == source]
        if not chosen:
            raise CannotContinue(
                f"{source!r} is not a source that can be read", "use one of " + ", ".join(one.id for one in importers)
            )
    else:
        chosen = [importer for importer in importers if importer.recognises(peek)]
    if len(chosen) == 1:
        return chosen[0].read(peek, request)
    return Imported("", findings=[_unsettled(peek, chosen, importers)])


def _unsettled(peek: Peek, chosen: list[Importer], importers: list[Importer]) -> Diagnostic:
    at = Location(peek.path.name)
    if chosen:
        names = " or ".join(f"`--from {importer.id}`" for importer in chosen)
        return Diagnostic(
            at,
            "evidence/ambiguous-file",
            "the content fits more than one source",
            Severity.ERROR,
            f"say which: {names}",
        )
    message, fix = _unlike_any_source(peek)
    if not message:
        message = "nothing in this file says which official table it is"
        known = "; ".join(importer.title for importer in importers)
        fix = f"these can be read: {known}. {OWN}"
    return Diagnostic(at, "evidence/unrecognised-file", message, Severity.ERROR, fix)


def _unlike_any_source(peek: Peek) -> tuple[str, str]:
    """What a file is that can be no table as it stands, and what to do with it; nothing where it may be one."""
    if peek.kind == "folder":
        files = [each for each in peek.path.iterdir() if each.is_file()]
        message = "no file in this folder is a monthly file of data.police.uk" if files else "this folder has no files"
        return message, "a folder can be added where it holds such files; name any other file itself"
    if peek.kind in {"xlsx", "ods"}:
        if not all(name in peek.words for name in ("area", "period", "indicator", "value")):
            return "", ""
        return ("your own figures are read from CSV, and this is a workbook", f"save its sheet as CSV. {OWN}")
    if peek.kind != "text":
        return UNREAD_KINDS[peek.kind]
    if not peek.text.strip():
        return "this file is empty", "download it or save it again"
    return next((said for start, said in NO_TABLES.items() if peek.header.startswith(start)), ("", ""))


def not_this_source(peek: Peek, columns: str) -> Imported:
    """What to bring back from a file that was said to be of a source, and has none of its columns."""
    at = Location(peek.path.name)
    message, fix = (
        f"the first line does not name {columns}",
        "leave out `--from`, or add the file as its publisher gives it",
    )
    return Imported("", findings=[Diagnostic(at, "evidence/missing-column", message, Severity.ERROR, fix)])


def columns_of(header: list[str]) -> dict[str, int]:
    """Where each column stands, by its name in small letters with underscores and white space made even."""
    return {re.sub(r"[\s_]+", " ", name).strip().lower(): place for place, name in enumerate(header)}
