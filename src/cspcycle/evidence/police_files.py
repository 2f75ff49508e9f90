"""The CSV files inside what a user downloaded from data.police.uk, opened one at a time."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from cspcycle.evidence.guard import BROKEN, broken, too_large
from cspcycle.evidence.importer import Peek
from cspcycle.source.diagnostic import Diagnostic, Location

KINDS = {"street": "street-level crime", "outcomes": "outcomes", "stop": "stop and search"}
HEADERS = {
    "street": ("crime id", "month", "lsoa name", "crime type"),
    "outcomes": ("crime id", "month", "lsoa name", "outcome type"),
    "stop": ("type", "date", "object of search", "outcome"),
}
LARGEST = 1024 * 1024 * 1024
MOST_FILES = 10_000


@dataclass(frozen=True)
class MemberFile:
    """One CSV file: its name for people, and where its bytes are."""

    name: str
    path: Path
    member: str = ""

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The bytes of the CSV, unpacked as they are read."""
        if self.member:
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as inner:
                yield inner
            return
        with self.path.open("rb") as outer:
            packed = outer.read(2) == b"\x1f\x8b"
            outer.seek(0)
            if packed:
                with gzip.open(outer) as unpacked:
                    yield unpacked  # type: ignore[misc]
            else:
                yield outer

    @cached_property
    def header(self) -> str:
        """The first line in small letters; empty where the file cannot be read."""
        try:
            with self.open() as stream:
                return stream.readline(2000).decode("utf-8-sig", "replace").strip().lower().replace('"', "")
        except BROKEN:
            return ""


def kind_of(header: str) -> str:
    """`street`, `outcomes` or `stop`, by the columns; empty for anything else."""
    columns = set(header.split(","))
    return next((kind for kind, needed in HEADERS.items() if set(needed) <= columns), "")


def member_files(peek: Peek, findings: list[Diagnostic]) -> Iterator[MemberFile]:
    """Every CSV or CSV.gz in a folder or a zip, in the order of their names; a single file is itself."""
    if peek.kind == "folder":
        found = (
            path for path in peek.path.rglob("*") if path.name.lower().endswith((".csv", ".csv.gz")) and path.is_file()
        )
        for path in sorted(found)[:MOST_FILES]:
            yield MemberFile(path.relative_to(peek.path).as_posix(), path)
    elif peek.kind == "zip":
        try:
            with zipfile.ZipFile(peek.path) as archive:
                members = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
        except BROKEN as trouble:
            findings.append(broken(Location(peek.path.name), str(trouble)))
            return
        for member in sorted(members, key=lambda member: member.filename)[:MOST_FILES]:
            if member.file_size > LARGEST:
                size = f"{member.filename} unpacks to {member.file_size // 1_000_000:,} MB"
                findings.append(too_large(Location(peek.path.name), size))
            else:
                yield MemberFile(f"{peek.path.name}/{member.filename}", peek.path, member.filename)
    else:
        yield MemberFile(peek.path.name, peek.path)
