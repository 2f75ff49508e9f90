"""Offences of the Home Office long table added up for one partnership, its force and the force's unassigned."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from cspcycle.evidence.grid import value_of
from cspcycle.evidence.importer import columns_of
from cspcycle.evidence.measures import ALSO_CALLED
from cspcycle.evidence.periods import FINANCIAL
from cspcycle.evidence.record import Partnership
from cspcycle.evidence.scan import FoundRow
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

CALLED = {
    "force name": "police force",
    "number of offences": "offence count",
}
NEEDED = ("financial year", "police force", "offence group", "offence count")
MOST_FINDINGS = 20
Key = tuple[int, int]  # the year in which the financial year starts, and the quarter; 0 where the table has none


@dataclass
class Tally:
    """What has been added so far, by whose it is (own, force, unassigned), period and offence."""

    file: str
    partnership: Partnership
    forces: frozenset[str]
    findings: list[Diagnostic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    groups: dict[tuple[str, Key], Counter[str]] = field(default_factory=dict)
    codes: dict[tuple[str, Key], Counter[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    spans: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    negatives: int = 0
    repeats: int = 0
    left_out: int = 0
    has_partnerships: bool = False
    _columns: dict[str, int] = field(default_factory=dict)
    _sheet: str | None = None
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def is_header(self, cells: list[str]) -> bool:
        """Whether the row is the header of the long table, in either vocabulary."""
        columns = {CALLED.get(name, name) for name in columns_of(cells)}
        return len(columns & {*NEEDED, "csp name", "offence code"}) >= 4

    def add(self, row: FoundRow) -> None:
        """Take one row: a line of notes, a header, or a count."""
        if self.is_header(row.cells):
            self._header(row)
        elif row.sheet != self._sheet:
            text = " ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())
            if text:
                self.notes.append(text)
        else:
            self._count(row)

    def _header(self, row: FoundRow) -> None:
        self._columns = {CALLED.get(name, name): place for name, place in columns_of(row.cells).items()}
        self._sheet = row.sheet
        missing = [name for name in NEEDED if name not in self._columns]
        for name in missing:
            self.find(row, "evidence/missing-column", f"the header has no column {name!r}", Severity.ERROR)
        if missing:
            self._columns = {}
        self.has_partnerships |= "csp name" in self._columns

    def _cell(self, row: FoundRow, name: str) -> str:
        place = self._columns.get(name)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    def _count(self, row: FoundRow) -> None:
        if not self._columns:
            return
        if plain(self._cell(row, "police force")) not in self.forces:
            return
        year = FINANCIAL.search(self._cell(row, "financial year"))
        raw_quarter = self._cell(row, "financial quarter").upper().removeprefix("Q").removesuffix(".0")
        value = value_of(self._cell(row, "offence count"))
        if year is None or raw_quarter not in {"", "1", "2", "3", "4"}:
            self.find(row, "evidence/unknown-period", "the row's year or quarter cannot be read")
        elif not isinstance(value, int):
            shown = self._cell(row, "offence count")[:40]
            self.find(row, "evidence/unusable-figure", f"the number of offences is {shown!r}")
        else:
            self._take(row, (int(year[1]), int(raw_quarter or 0)), value)

    def _take(self, row: FoundRow, key: Key, value: int) -> None:
        area, group, code = (
            self._cell(row, "csp name"),
            self._cell(row, "offence group"),
            self._cell(row, "offence code"),
        )
        description = self._cell(row, "offence description")
        same = (area, *map(str, key), group, self._cell(row, "offence subgroup"), code, description)
        self.repeats += same in self._seen and value > 0
        self._seen.add(same)
        self.negatives += value < 0
        title = " ".join(group.lower().split())
        title = ALSO_CALLED.get(title, title)
        sheet, first, _ = self.spans.get(key[0], (row.sheet, row.number, 0))
        self.spans[key[0]] = (sheet, first, row.number)
        if code:
            self.titles[code] = description or code
        for whose in self._whose(area):
            self.groups.setdefault((whose, key), Counter())[title] += value
            if code:
                self.codes.setdefault((whose, key), Counter())[code] += value

    def _whose(self, area: str) -> list[str]:
        if not self.has_partnerships:
            return ["force"]
        name = plain(area)
        if name == plain(self.partnership.name):
            self.names["own"] = area
            return ["own", "force"]
        if name.startswith("unassigned"):
            self.names["unassigned"] = area
            return ["unassigned", "force"]
        return ["force"]

    @property
    def doubled(self) -> bool:
        """Whether the file seems to hold the table twice: a few offences share a code, but never a tenth of them."""
        return self.repeats * 10 > len(self._seen)

    def find(self, row: FoundRow, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        """Keep a finding with its place; beyond the first twenty they are only counted."""
        if len(self.findings) >= MOST_FINDINGS:
            self.left_out += 1
            return
        file = f"{self.file} [{row.sheet}]" if row.sheet else self.file
        self.findings.append(
            Diagnostic(Location(file, row.number), code, message, severity, "compare the row with the publisher's file")
        )
