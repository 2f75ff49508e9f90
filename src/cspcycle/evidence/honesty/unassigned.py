"""Crimes that a force assigned to no partnership: where they are many or moved, local counts cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cspcycle.evidence.held import own_row
from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.record import Table
from cspcycle.source.diagnostic import Severity

LARGE = 0.05
MOVED = 0.01
UNUSABLE = 0.5
TOTALS = {"ons/": "ons/total-recorded-crime", "home-office/": "home-office/total-recorded-crime"}


class Share(NamedTuple):
    """The force's unassigned crimes as a share of all it recorded."""

    force: str
    value: float


def unassigned_share(table: Table, indicator: str, force: str) -> Share | None:
    """The share for one force; nothing where the table has no unassigned row or no total for it."""
    place = table.position[indicator]
    numbers = {}
    for row in table.rows:
        value = row.values[place]
        if row.area.force == force and row.area.kind in {"force", "unassigned"} and isinstance(value, (int, float)):
            numbers[row.area.kind] = value
    if "unassigned" not in numbers or not numbers.get("force"):
        return None
    return Share(force, numbers["unassigned"] / numbers["force"])


def find(facts: Facts) -> Iterator[Caveat]:
    """A warning where the share is over 5 %, or moved by over 1 point in a year."""
    for family, total in TOTALS.items():
        shares = []
        for table in facts.held.tables_of(total, 12)[-2:]:
            row = own_row(table, facts.partnership)
            share = unassigned_share(table, total, row.area.force) if row else None
            if share:
                shares.append((table.period.label, share))
        if shares:
            yield from _caveats(family, shares)


def _caveats(family: str, shares: list[tuple[str, Share]]) -> Iterator[Caveat]:
    label, (force, now) = shares[-1]
    before = shares[-2][1].value if len(shares) == 2 else now
    moved = now - before
    if abs(moved) > MOVED:
        reads = "lower" if moved > 0 else "higher"
        words = (
            f"{force} assigned {100 * before:.1f} % of its crimes to no partnership in {shares[0][0]} and "
            f"{100 * now:.1f} % in {label}: a change here reads some {100 * abs(moved):.0f} points {reads} than it was."
        )
    elif now > LARGE:
        words = (
            f"{force} assigned {100 * now:.1f} % of its crimes in {label} to no partnership: levels here are too low."
        )
    else:
        return
    if now > UNUSABLE:
        words += " So many are unassigned that the local figures should not be used at all."
    yield Caveat(
        "evidence/unassigned-crimes",
        words,
        (family,),
        Severity.WARNING,
        "say so beside the figure, and rest no finding on the local change alone",
    )
