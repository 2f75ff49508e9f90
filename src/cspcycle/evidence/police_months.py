"""One police.uk file counted: how many records of each type, by where they lie. No record leaves this module."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from cspcycle.evidence.guard import BROKEN, broken
from cspcycle.evidence.periods import MONTH
from cspcycle.evidence.police_files import MemberFile
from cspcycle.evidence.record import Partnership
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

MOST_ROWS = 3_000_000
TYPE_COLUMN = {"street": "crime type", "outcomes": "outcome type", "stop": "outcome"}


@dataclass
class Month:
    """Counts of one month of one force: `own`, `force` and `nowhere` by type, and the partnership's LSOAs."""

    kind: str
    name: str
    force: str
    file: str
    sha256: str = ""
    own: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    nowhere: Counter[str] = field(default_factory=Counter)
    lsoas: dict[str, Counter[str]] = field(default_factory=dict)
    repeated: int = 0

    @property
    def own_total(self) -> int:
        """How many records lie in the partnership."""
        return self.own.total()


class _Hashing(io.RawIOBase):
    """A stream that fingerprints what is read through it, so that a file is read once."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer))
        self.digest.update(data)
        buffer[: len(data)] = data
        return len(data)


def count_file(file: MemberFile, kind: str, partnership: Partnership, findings: list[Diagnostic]) -> list[Month]:
    """The months in the file, usually one; a record with an id that is repeated is counted once."""
    count = _Count(kind, file, partnership)
    try:
        with file.open() as stream:
            hashing = _Hashing(stream)
            text = io.TextIOWrapper(io.BufferedReader(hashing, 1 << 18), "utf-8-sig", "replace", newline="")
            count.rows(csv.reader(text))
            digest = hashing.digest.hexdigest()
    except (*BROKEN, csv.Error) as trouble:
        findings.append(broken(Location(file.name), str(trouble)))
        return []
    if count.bad:
        message = f"{len(count.bad)} lines from here on are cut short or have no month: they were not counted"
        at = Location(file.name, count.bad[0])
        findings.append(Diagnostic(at, "evidence/short-row", message, Severity.WARNING, "download the file again"))
    months = count.result()
    for month in months:
        month.sha256 = digest
    return months


class _Columns(NamedTuple):
    what: int
    month: int
    force: int | None
    lsoa: int | None
    id: int | None
    latitude: int | None

    @property
    def widest(self) -> int:
        return max(place for place in self if place is not None)


def _columns(header: list[str], kind: str) -> _Columns:
    at = {name.strip().lower(): place for place, name in enumerate(header)}
    return _Columns(
        what=at[TYPE_COLUMN[kind]],
        month=at["date" if kind == "stop" else "month"],
        force=at.get("falls within"),
        lsoa=at.get("lsoa name"),
        id=at.get("crime id") if kind == "street" else None,
        latitude=at.get("latitude"),
    )


class _Count:
    """The counting of one file, row by row."""

    def __init__(self, kind: str, file: MemberFile, partnership: Partnership) -> None:
        self.kind = kind
        self.file = file
        self.default_force = partnership.police_area
        self.mine = {plain(name) for name in partnership.authority_names}
        self.months: dict[tuple[str, str], Month] = {}
        self.districts: dict[str, bool] = {}
        self.seen: set[str] = set()
        self.bad: list[int] = []

    def rows(self, reader: Iterator[list[str]]) -> None:
        columns = _columns(next(reader), self.kind)
        widest, month_at = columns.widest, columns.month
        for number, row in enumerate(reader, 2):
            if len(row) <= widest or not MONTH.match(row[month_at]):
                if row:
                    self.bad.append(number)
            elif number > MOST_ROWS:
                break
            else:
                self._row(row, columns)

    def _row(self, row: list[str], columns: _Columns) -> None:
        force = row[columns.force] if columns.force is not None else self.default_force
        key = (row[columns.month][:7], force)
        month = self.months.get(key)
        if month is None:
            month = self.months[key] = Month(self.kind, key[0], force_name(force), self.file.name)
        if columns.id is not None and row[columns.id]:
            if row[columns.id] in self.seen:
                month.repeated += 1
                return
            self.seen.add(row[columns.id])
        what = row[columns.what]
        month.whole[what] += 1
        if columns.lsoa is None:
            month.nowhere[what] += columns.latitude is not None and not row[columns.latitude]
        elif lsoa := row[columns.lsoa]:
            self._place(month, lsoa, what)
        else:
            month.nowhere[what] += 1

    def _place(self, month: Month, lsoa: str, what: str) -> None:
        district = lsoa[:-5]  # "Bedford 001A" lies in Bedford
        own = self.districts.get(district)
        if own is None:
            own = self.districts[district] = plain(district) in self.mine
        if own:
            month.own[what] += 1
            if self.kind == "street":
                month.lsoas.setdefault(lsoa, Counter())[what] += 1

    def result(self) -> list[Month]:
        """The months; searches made in the first hour of a summer month carry the day before, and are moved back."""
        months = list(self.months.values())
        if self.kind != "stop" or len(months) < 2:
            return months
        most = max(months, key=lambda month: month.whole.total())
        for month in months:
            if month is not most:
                most.whole.update(month.whole)
                most.nowhere.update(month.nowhere)
        return [most]


def force_name(name: str) -> str:
    """The police force area as ONS names it: Bedfordshire, not Bedfordshire Police."""
    name = name.replace(" & ", " and ").removesuffix(" Service").removesuffix(" Constabulary")
    return name if name == "Metropolitan Police" else name.removesuffix(" Police")
