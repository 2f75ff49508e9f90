"""Months for which the police supplied too little to say anything: they are no data, never a low figure."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from cspcycle.evidence.measures import ons_id
from cspcycle.evidence.police_tables import CRIMES
from cspcycle.evidence.record import Row, Table, Withheld

FEWEST_OF_USUAL = 0.5
TYPES_GONE = 2
STREET = "Street-level crime"


def withhold_thin_months(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables, with every figure of a thin police.uk month withheld and the reason in its place."""
    usual = _usual(tables)
    return tuple(_withheld(table, usual) if table.source.title == STREET else table for table in tables)


def _usual(tables: tuple[Table, ...]) -> dict[str, tuple[float, int, str]]:
    """For each force: the crimes of a usual month, how many types of crime one has, and how we know."""
    months: dict[str, list[tuple[int, int]]] = {}
    official: dict[str, float] = {}
    for table in tables:
        place = table.position.get(ons_id("Total recorded crime"))
        for row in table.rows:
            if row.area.kind != "force":
                continue
            if table.source.title == STREET:
                months.setdefault(row.area.name, []).append(_size(table, row))
            elif place is not None and table.period.months == 12 and isinstance(row.values[place], int):
                official[row.area.name] = float(row.values[place]) / 12  # type: ignore[arg-type]
    usual: dict[str, tuple[float, int, str]] = {}
    for force, sizes in months.items():
        counts = [count for count, _ in sizes]
        own = median(counts) if len(counts) >= 12 else max(counts)
        types = max(kinds for _, kinds in sizes)
        known = max(own, official.get(force, 0.0))
        usual[force] = (known, types, "by ONS" if known > own else "in the other months held")
    return usual


def _size(table: Table, row: Row) -> tuple[int, int]:
    values = dict(zip((one.id for one in table.indicators), row.values, strict=True))
    count = values.get(CRIMES.id)
    kinds = sum(1 for key, value in values.items() if key != CRIMES.id and value)
    return (count if isinstance(count, int) else 0), kinds


def _withheld(table: Table, usual: dict[str, tuple[float, int, str]]) -> Table:
    force = next((row for row in table.rows if row.area.kind == "force"), None)
    if force is None:
        return table
    count, kinds = _size(table, force)
    expected, types, known = usual[force.area.name]
    if count < FEWEST_OF_USUAL * expected:
        why = f"{count:,} crimes of the whole force where {expected:,.0f} a month are usual {known}"
    elif types - kinds >= TYPES_GONE:
        why = f"{types - kinds} of {types} types of crime are missing altogether"
    else:
        return table
    reason = Withheld("thin", f"no data: {force.area.name} police supplied {why}")
    rows = tuple(row._replace(values=(reason,) * len(row.values)) for row in table.rows)
    return replace(table, rows=rows, caveats=(*table.caveats, f"{table.period.label}: {reason.reason}."))
