"""Home Office police recorded crime open data, the long table by partnership or force: CSV, xlsx or ODS, streamed."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from cspcycle.evidence.grid import slug
from cspcycle.evidence.guard import BROKEN, broken
from cspcycle.evidence.home_office_tally import Key, Tally
from cspcycle.evidence.importer import Imported, Importer, Peek, Request
from cspcycle.evidence.periods import financial_quarter, financial_year
from cspcycle.evidence.record import OGL, Area, Indicator, Partnership, Period, Row, Source, Table, Value, Withheld
from cspcycle.evidence.scan import FoundRow, Scan, scan_csv, scan_ods, scan_xlsx
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Source: Home Office, © Crown copyright."
)
OTHER_NAMES = {"city of london": ("London, City of",)}
FROM_YEAR = re.compile(r"from (20\d{2}) onwards|year ending \w+ (20\d{2})")


def recognises(peek: Peek) -> bool:
    """Whether the content has the long table's columns, in either vocabulary."""
    if peek.kind not in {"text", "gzip", "xlsx", "ods"} or "offence group" not in peek.words:
        return False
    text = peek.words
    return ("offence count" in text or "number of offences" in text) and "financial year" in text


def read(peek: Peek, request: Request) -> Imported:
    """Offences by quarter and group, and by year and offence code, for the partnership and beside it its force."""
    wanted = request.partnership
    names = _spellings(wanted.police_area or wanted.name)
    tally = Tally(peek.path.name, wanted, frozenset(plain(name) for name in names))
    scan = Scan(names, tally.is_header, _progress(peek, request))
    try:
        for row in _rows(peek, scan):
            tally.add(row)
    except BROKEN as trouble:
        tally.findings.append(broken(Location(peek.path.name), str(trouble)))
    return _imported(peek, request, tally)


def _spellings(name: str) -> tuple[str, ...]:
    base = {name, name.replace(" and ", " & "), name.replace(" & ", " and ")}
    return tuple(sorted(base.union(*(OTHER_NAMES.get(plain(one), ()) for one in base))))


def _rows(peek: Peek, scan: Scan) -> Iterator[FoundRow]:
    if peek.kind in {"xlsx", "ods"}:
        with zipfile.ZipFile(peek.path) as archive:
            yield from (scan_ods if peek.kind == "ods" else scan_xlsx)(archive, scan)
    elif peek.kind == "gzip":
        with gzip.open(peek.path) as packed:
            yield from scan_csv(packed, scan)  # type: ignore[arg-type]
    else:
        with peek.open() as stream:
            yield from scan_csv(stream, scan)


def _progress(peek: Peek, request: Request) -> Progress:
    size = peek.path.stat().st_size
    if peek.kind in {"xlsx", "ods"}:
        try:
            with zipfile.ZipFile(peek.path) as archive:
                size = sum(member.file_size for member in archive.infolist())
        except BROKEN:
            size = 0
    return Progress(request, size or 1)


class Progress:
    """How much of the file has gone by, told as a share."""

    def __init__(self, request: Request, size: int) -> None:
        self.request = request
        self.size = size
        self.done = 0

    def __call__(self, more: int) -> None:
        self.done += more
        self.request.progress(min(1.0, self.done / self.size))


def _imported(peek: Peek, request: Request, tally: Tally) -> Imported:
    wanted = request.partnership
    years = sorted(tally.spans)
    name = "home-office-" + ("csp" if tally.has_partnerships else "force")
    imported = Imported(name, findings=tally.findings)
    _count_findings(peek, tally)
    if not years or (tally.has_partnerships and "own" not in tally.names):
        force = wanted.police_area or "its police force, which the partnership's file does not name"
        imported.findings.append(
            Diagnostic(
                Location(peek.path.name),
                "evidence/partnership-not-in-file",
                f"the file has no row for {wanted.name} under {force}",
                Severity.ERROR,
                "check the name of the partnership and of its police force area",
            )
        )
        return imported
    if tally.doubled:
        message = "the same offences and quarters stand in the file twice: two editions may have been joined"
        at = Location(peek.path.name)
        fix = "add each edition as the publisher gives it"
        imported.findings.append(Diagnostic(at, "evidence/two-editions", message, Severity.ERROR, fix))
        return imported
    first, last = (f"{year}/{(year + 1) % 100:02d}" for year in (years[0], years[-1]))
    edition = first if first == last else f"{first} to {last}"
    source = Source(
        "Home Office",
        "Police recorded crime open data tables",
        edition,
        OGL,
        ATTRIBUTION,
        peek.path.name,
        peek.sha256,
        request.read_on,
    )
    notes = _notes(tally, wanted)
    for key in sorted({key for _, key in tally.groups}):
        if key[1]:
            imported.tables.append(_groups_table(tally, source, [key], notes))
    for year in years:
        keys = sorted({key for _, key in tally.groups if key[0] == year})
        imported.tables.append(_groups_table(tally, source, keys, notes))
        imported.tables.extend(_codes_table(tally, source, keys, notes))
    imported.taken.append(
        f"offences of {edition} by group and code for {wanted.name if tally.has_partnerships else force_of(wanted)}"
    )
    imported.skipped.append("rows of other police forces")
    return imported


def force_of(partnership: Partnership) -> str:
    """The partnership's police force area in words."""
    return f"{partnership.police_area} police force"


def _count_findings(peek: Peek, tally: Tally) -> None:
    at = Location(peek.path.name)
    if tally.left_out:
        message = f"{tally.left_out:,} more rows could not be used for reasons like these"
        tally.findings.append(Diagnostic(at, "evidence/more-findings", message, Severity.WARNING))
    if tally.negatives:
        message = (
            f"{tally.negatives} counts of the force are negative: offences moved to or cancelled from other quarters"
        )
        tally.findings.append(Diagnostic(at, "evidence/negative-count", message, Severity.NOTE))


def _period(keys: list[Key]) -> Period:
    quarters = [financial_quarter(*key) if key[1] else financial_year(key[0]) for key in keys]
    return Period(quarters[0].first_day, quarters[-1].last_day)


def _notes(tally: Tally, wanted: Partnership) -> list[tuple[str, bool]]:
    """The notes that name the partnership or its force, and whether they put its crimes among the unassigned."""
    found = []
    for note in tally.notes:
        text = f" {plain(note)} "
        names_own = f" {plain(wanted.name)} " in text
        if (names_own or f" {plain(wanted.police_area)} " in text) and len(note) > 30:
            found.append((note, names_own and "unassigned" in text))
    return found


def _withheld(period: Period, notes: list[tuple[str, bool]]) -> Withheld | None:
    for note, makes_unusable in notes:
        if makes_unusable:
            match = FROM_YEAR.search(note)
            if match is None or period.last_day.year >= int(match[1] or match[2]):
                return Withheld("note", f"the publisher's notes say: {note}")
    return None


def _groups_table(tally: Tally, source: Source, keys: list[Key], notes: list[tuple[str, bool]]) -> Table:
    sums = _added(tally.groups, keys)
    for counter in sums.values():
        counter["total recorded crime"] = sum(n for group, n in counter.items() if not group.startswith("fraud"))
    titles = sorted({title for counter in sums.values() for title in counter if not title.startswith("fraud")})
    indicators = [
        Indicator(f"home-office/{slug(title)}", title.capitalize(), "offences", "residents") for title in titles
    ]
    return _table(tally, source, keys, notes, ((dict(zip(titles, indicators, strict=True)), sums)))


def _codes_table(tally: Tally, source: Source, keys: list[Key], notes: list[tuple[str, bool]]) -> list[Table]:
    sums = _added(tally.codes, keys)
    codes = sorted({code for counter in sums.values() for code in counter})
    indicators = {
        code: Indicator(f"home-office/code/{code}", tally.titles[code], "offences", "residents") for code in codes
    }
    return [_table(tally, source, keys, notes, (indicators, sums))] if codes else []


def _added(counts: dict[tuple[str, Key], Counter[str]], keys: list[Key]) -> dict[str, Counter[str]]:
    sums: dict[str, Counter[str]] = {}
    for (whose, key), counter in counts.items():
        if key in keys:
            sums.setdefault(whose, Counter()).update(counter)
    return sums


def _table(
    tally: Tally,
    source: Source,
    keys: list[Key],
    notes: list[tuple[str, bool]],
    contents: tuple[dict[str, Indicator], dict[str, Counter[str]]],
) -> Table:
    indicators, sums = contents
    wanted = tally.partnership
    period = _period(keys)
    areas = {
        "own": Area(wanted.csp_code, wanted.name, "partnership", wanted.police_area),
        "unassigned": Area("", tally.names.get("unassigned", ""), "unassigned", wanted.police_area),
        "force": Area("", wanted.police_area, "force", wanted.police_area),
    }
    withheld = _withheld(period, notes)
    rows = []
    for whose, area in areas.items():
        # every force has an unassigned row: without it the file is an extract, and its sum is not the force's total
        if whose in sums and (whose != "force" or "unassigned" in sums or not tally.has_partnerships):
            values: tuple[Value, ...] = tuple(sums[whose][key] for key in indicators)
            if whose == "own" and withheld:
                values = (withheld,) * len(values)
            rows.append(Row(area, 0, values))
    sheet, first, last = tally.spans[keys[0][0]]
    place = f"{'sheet ' + sheet if sheet else 'the table'}, lines {first} to {last}"
    caveats = [f"Home Office note: {note}" for note, _ in notes]
    present = {quarter for _, quarter in keys}
    if len(keys) > 1 and len(present) < 4:
        caveats.append(f"{keys[0][0]}/{(keys[0][0] + 1) % 100:02d} is not complete: {period.label} only.")
    return Table(source, place, period, tuple(indicators.values()), (), tuple(rows), tuple(caveats))


IMPORTER = Importer("home-office", "Home Office police recorded crime open data (long table)", recognises, read)
