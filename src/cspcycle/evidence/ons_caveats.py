"""What the ONS workbook itself warns of for one partnership, and where its own changes and rates differ from ours."""

from __future__ import annotations

from cspcycle.evidence.ons_grid import OnsTable
from cspcycle.evidence.record import Area, Withheld, year_ending
from cspcycle.evidence.statistics.change import percent_change
from cspcycle.evidence.whose import plain
from cspcycle.source.diagnostic import Diagnostic, Severity

RATE_TOLERANCE = 0.002


def caveats_of(tables: list[OnsTable], notes: dict[int, str], own: Area) -> tuple[str, ...]:
    """The notes on the partnership's row or its force's, those that name them, and what its code cannot do."""
    numbers: set[int] = set()
    for table in tables:
        for row, area in table.areas.items():
            if area.force == own.force and (area.kind == "force" or area == own):
                numbers.update(table.notes[row])
    names = {plain(own.name), plain(own.force)}
    for number, text in notes.items():
        words = f" {plain(text.replace('’s', ''))} "
        if any(f" {name} " in words for name in names):
            numbers.add(number)
    found = [f"ONS note: {notes[number].rstrip('.')}." for number in sorted(numbers) if number in notes]
    return (*found, *_shared_authority(tables, own))


def _shared_authority(tables: list[OnsTable], own: Area) -> list[str]:
    for table in tables:
        mine = next((code for row, code in table.authorities.items() if table.areas[row] == own), "")
        if mine.lower().startswith("combined"):
            return [f"{own.name} combines several local authorities: figures are joined on its own code {own.code}."]
        others = [
            table.areas[row].name
            for row, code in table.authorities.items()
            if code == mine and mine and table.areas[row] != own and table.areas[row].kind == "partnership"
        ]
        if others:
            return [
                f"Authority code {mine} also covers {', '.join(others)}: figures are joined on the code {own.code}."
            ]
    return []


def distrust(tables: list[OnsTable], own: Area) -> list[Diagnostic]:
    """Where the publisher's change or rate for the partnership is not what its own counts give."""
    values = {table.period: _values(table, own) for table in tables if table.kind == "counts"}
    findings: list[Diagnostic] = []
    for table in tables:
        row = next((number for number, area in table.areas.items() if area == own), None)
        now = values.get(table.period)
        before = values.get(year_ending(table.period.last_day.year - 1, table.period.last_day.month))
        if row is None or now is None:
            continue
        if table.kind == "rates":
            expected = _rates(table, row, now)
        elif table.kind == "change" and before is not None:
            expected = {key: percent_change(before.get(key), now.get(key)) for key in now}
        else:
            continue
        published = table.row(row, table.measures, findings).values
        for indicator, column, value in zip(table.measures, table.measures.values(), published, strict=True):
            ours = expected.get(indicator.id)
            if ours is None or isinstance(ours, Withheld) or isinstance(value, Withheld):
                agree = isinstance(value, Withheld) or ours is None
            else:
                agree = abs(value - ours) <= max(RATE_TOLERANCE * abs(ours), 0.01)
            if not agree:
                findings.append(
                    Diagnostic(
                        table.grid.at(row, column),
                        "evidence/published-figure-differs",
                        f"{indicator.title}: {table.grid.cell(row, column)} publishes {_say(value)}, the counts give "
                        f"{_say(ours)}",
                        Severity.WARNING,
                        "use the counts; ask the publisher which table was corrected",
                    )
                )
    return findings


def _values(table: OnsTable, own: Area) -> dict[str, int | None]:
    row = next((number for number, area in table.areas.items() if area == own), None)
    if row is None:
        return {}
    values = table.row(row, table.measures, []).values
    return {
        one.id: value if isinstance(value, int) else None for one, value in zip(table.measures, values, strict=True)
    }


def _rates(table: OnsTable, row: int, counts: dict[str, int | None]) -> dict[str, float | Withheld | None]:
    people = {one.id: table.row(row, {one: column}, []).values[0] for one, (column, _) in table.denominators.items()}
    expected: dict[str, float | Withheld | None] = {}
    for indicator in table.measures:
        count = counts.get(indicator.id.removesuffix("-per-residents"))
        base = people.get(indicator.per)
        usable = count is not None and isinstance(base, int) and base > 2500
        expected[indicator.id] = 1000 * count / base if usable and count is not None and isinstance(base, int) else None
    return expected


def _say(value: float | Withheld | None) -> str:
    return f"[{value.mark}]" if isinstance(value, Withheld) else f"{value:,.2f}" if value is not None else "nothing"
