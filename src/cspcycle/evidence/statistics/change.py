"""The change between two counts: the publisher's rule for small bases, and whether chance alone may explain it."""

from __future__ import annotations

from dataclasses import dataclass

from cspcycle.evidence.record import Value, Withheld
from cspcycle.evidence.statistics.trusted import binomial_at_most

SMALLEST_BASE = 50
SMALL_BASE = Withheld("u", "a percentage on fewer than 50 offences in either year is not shown")
NO_FIGURE = Withheld("x", "there is no figure for one of the two periods")
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """From one count to another; `percent` may be withheld."""

    before: int | float
    after: int | float
    percent: float | Withheld

    @property
    def p(self) -> float:
        """The probability of a split of their sum at least as uneven, if nothing changed.

        Method: given their sum, the second of two Poisson counts with equal means is binomial with probability one
        half; twice the smaller tail. It takes offences as independent, so it finds changes a little too readily.
        Source: Przyborowski and Wilenski, Biometrika 31 (1940), 313-323. Computed with SciPy (`special.bdtr`).
        """
        total = round(self.before + self.after)
        fewer = float(round(min(self.before, self.after)))
        return min(1.0, 2 * binomial_at_most(fewer, total, 0.5)) if total else 1.0

    @property
    def is_clear(self) -> bool:
        """Whether an exact comparison at 95 % excludes that nothing changed."""
        return self.p < SIGNIFICANT

    @property
    def words(self) -> str:
        """`rise`, `fall` or `no clear change`."""
        if not self.is_clear:
            return "no clear change"
        return "rise" if self.after > self.before else "fall"


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


def change(before: Value | None, after: Value | None) -> Change | None:
    """The change between two counts of equal periods; nothing where either is missing or negative."""
    percent = percent_change(before, after)
    if percent is NO_FIGURE or not isinstance(before, (int, float)) or not isinstance(after, (int, float)):
        return None
    return Change(before, after, percent) if before >= 0 and after >= 0 else None
