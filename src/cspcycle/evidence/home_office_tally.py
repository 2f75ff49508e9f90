"""Offences of the Home Office long table added up for one partnership, its force and the force's unassigned."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cspcycle.evidence.grid import value_of
from cspcycle.evidence.importer import columns_of
from cspcycle.evidence.measures import ALSO_CALLED
from cspcycle.evidence.periods import FINANCIAL
from cspcycle.evidence.record import Partnership
from cspcycle.evidence.scan import FoundRow
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

CALLED = {
    "force name": "police force",
    "number of offences": "offence count",
}
NEEDED = ("financial year", "police force", "offence group", "offence count")
MOST_FINDINGS = 20
Key = tuple[int, int]  # the year in which the financial year starts, and the quarter; 0 where the table has none


class _Places(NamedTuple):
    financial_year: int
    financial_quarter: int
    police_force: int
    csp_name: int
    offence_group: int
    offence_code: int
    offence_description: int
    offence_count: int


@dataclass
class Tally:
    """What has been added so far, by whose it is (own, force, unassigned), period and offence."""

    file: str
    partnership: Partnership
    forces: frozenset[str]
    findings: list[Diagnostic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    groups: defaultdict[tuple[str, Key], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    codes: defaultdict[tuple[str, Key], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titles: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    spans: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    negatives: int = 0
    repeats: int = 0
    left_out: int = 0
    has_partnerships: bool = False
    _places: _Places | None = None
    _sheet: str | None = None
    _seen: set[int] = field(default_factory=set)
    _keys: dict[tuple[str, str], Key | None] = field(default_factory=dict)
    _owners: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_header(self, cells: list[str]) -> bool:
        """Whether the row is the header of the long table, in either vocabulary."""
        columns = {CALLED.get(name, name) for name in columns_of(cells)}
        return len(columns & {*NEEDED, "csp name", "offence code"}) >= 4

    def add(self, row: FoundRow) -> None:
        """Take one row: a line of notes, a header, or a count."""
        if row.sheet == self._sheet:
            self._count(row)
        elif self.is_header(row.cells):
            self._header(row)
        else:
            text = " ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())
            if text:
                self.notes.append(text)

    def _header(self, row: FoundRow) -> None:
        columns = {CALLED.get(name, name): place for name, place in columns_of(row.cells).items()}
        self._sheet = row.sheet
        missing = [name for name in NEEDED if name not in columns]
        for name in missing:
            self.find(row, "evidence/missing-column", f"the header has no column {quoted(name)}", Severity.ERROR)
        places = [columns.get(name.replace("_", " "), -1) for name in _Places._fields]
        self._places = None if missing else _Places(*places)
        self.has_partnerships |= "csp name" in columns

    def _count(self, row: FoundRow) -> None:
        places = self._places
        if places is None:
            return
        # padded, so that a short row has empty cells, and place -1 (a column that the table does not have) is one
        cells = [*row.cells, *[""] * max(1, max(places) + 2 - len(row.cells))]
        if plain(cells[places.police_force]) not in self.forces:
            return
        dates = (cells[places.financial_year], cells[places.financial_quarter])
        if dates not in self._keys:
            self._keys[dates] = _key(*dates)
        key = self._keys[dates]
        value = value_of(cells[places.offence_count])
        if key is None:
            self.find(row, "evidence/unknown-period", "the row's year or quarter cannot be read")
        elif not isinstance(value, int):
            shown = cells[places.offence_count][:40]
            self.find(row, "evidence/unusable-figure", f"the number of offences is {quoted(str(shown))}")
        else:
            self._take(row, cells, key, value)

    def _take(self, row: FoundRow, cells: list[str], key: Key, value: int) -> None:
        places = self._places
        if places is None:
            return
        same = hash(tuple(cells))
        self.repeats += value > 0 and same in self._seen
        self._seen.add(same)
        self.negatives += value < 0
        sheet, first, _ = self.spans.get(key[0], (row.sheet, row.number, 0))
        self.spans[key[0]] = (sheet, first, row.number)
        area, title, code = (
            cells[places.csp_name],
            _group(cells[places.offence_group]),
            cells[places.offence_code].strip(),
        )
        if code and code not in self.titles:
            self.titles[code] = cells[places.offence_description].strip() or code
        if area not in self._owners:
            self._owners[area] = self._whose(area)
        for whose in self._owners[area]:
            self.groups[whose, key][title] += value
            if code:
                self.codes[whose, key][code] += value

    def _whose(self, area: str) -> tuple[str, ...]:
        if not self.has_partnerships:
            return ("force",)
        name = plain(area)
        if name == plain(self.partnership.name):
            self.names["own"] = area
            return ("own", "force")
        if name.startswith("unassigned"):
            self.names["unassigned"] = area
            return ("unassigned", "force")
        return ("force",)

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


def _key(year: str, quarter: str) -> Key | None:
    found = FINANCIAL.search(year)
    number = quarter.strip().upper().removeprefix("Q").removesuffix(".0")
    return (int(found[1]), int(number or 0)) if found and number in {"", "1", "2", "3", "4"} else None


@lru_cache(maxsize=1024)
def _group(text: str) -> str:
    title = " ".join(text.lower().split())
    return ALSO_CALLED.get(title, title)
