"""Which areas differ from the average by more than chance and the usual spread between areas allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from cspcycle.evidence.statistics.rates import Interval
from cspcycle.evidence.statistics.trusted import poisson_count_reaching

OUTLIER = 0.998  # among 314 areas and 23 measures 95 % limits would cry wolf some 360 times
TAIL = (1 - OUTLIER) / 2
WINSORISED = 0.1


@dataclass(frozen=True, slots=True)
class Funnel:
    """The average rate per 1,000 and how much wider than chance the areas spread (1 is chance alone)."""

    rate: float
    spread: float
    z: float

    def limits(self, base: float) -> Interval:
        """The rates between which 99.8 % of areas with so many residents would lie."""
        expected = self.rate * base / 1000
        if self.spread <= 1:
            low, high = (poisson_count_reaching(tail, expected) for tail in (TAIL, 1 - TAIL))
            return Interval(1000 * low / base, 1000 * high / base)
        half = self.z * sqrt(self.spread * self.rate / base * 1000)
        return Interval(max(0.0, self.rate - half), self.rate + half)


def funnel(points: Sequence[tuple[float, float]]) -> Funnel | None:
    """The funnel of (count, residents) of many areas; nothing under ten areas.

    Method: a target rate with exact Poisson limits; where areas spread wider than chance, limits are widened by the
    square root of the overdispersion, estimated from z scores of which the outer tenths are drawn in (winsorised), so
    that true outliers do not widen their own limits.
    Source: Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202, sections 2.4 and 4.
    """
    usable = [(count, base) for count, base in points if base > 0 and count >= 0]
    total = sum(count for count, _ in usable)
    if len(usable) < 10 or not total:
        return None
    rate = total / sum(base for _, base in usable)
    scores = sorted((sqrt(count) - sqrt(rate * base)) * 2 for count, base in usable)
    cut = int(len(scores) * WINSORISED)
    low, high = scores[cut], scores[len(scores) - 1 - cut]
    spread = sum(min(max(score, low), high) ** 2 for score in scores) / len(scores)
    return Funnel(1000 * rate, max(1.0, spread), NormalDist().inv_cdf(1 - TAIL))
