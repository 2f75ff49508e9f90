"""Counts and rates with exact intervals, which are reckoned when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cspcycle.evidence.record import Value, Withheld
from cspcycle.evidence.statistics.trusted import poisson_mean_reaching, share_reaching

TAIL = 0.025  # at each side of an interval of 95 %
NO_DENOMINATOR = Withheld("x", "there is no number of residents or households to divide by")


class Interval(NamedTuple):
    """From low to high, both included."""

    low: float
    high: float


class Rate(NamedTuple):
    """A rate per 1,000; the count it rests on, and what makes a rate of a count."""

    value: float
    counted: float
    scale: float

    @property
    def interval(self) -> Interval:
        """The exact interval of the count, as a rate."""
        low, high = count_interval(max(self.counted, 0))
        return Interval(low * self.scale, high * self.scale)


class Ratio(NamedTuple):
    """How many times the second rate the first is: two counts, and what makes their ratio one of rates."""

    ours: int
    theirs: int
    scale: float

    @property
    def value(self) -> float:
        """The ratio of the two rates."""
        return self.ours / self.theirs * self.scale

    @property
    def interval(self) -> Interval:
        """The exact interval of the ratio.

        Method: given the sum of two Poisson counts the first is binomial; the Clopper-Pearson interval of its
        probability is turned into one for the ratio. Source: Sahai and Khurshid, Statistics in Medicine 12 (1993),
        655-670; Clopper and Pearson, Biometrika 26 (1934), 404-413, computed with SciPy (`special.betaincinv`).
        """
        low = share_reaching(self.ours, self.theirs + 1, TAIL) if self.ours else 0.0
        high = share_reaching(self.ours + 1, self.theirs, 1 - TAIL)
        return Interval(low / (1 - low) * self.scale, high / (1 - high) * self.scale)


@lru_cache(maxsize=16384)  # a figure is drawn, described and put into a table
def count_interval(count: float) -> Interval:
    """The exact interval for the mean of a Poisson count at 95 %.

    Source: Garwood, Biometrika 28 (1936), 437-442; SciPy `special.gammaincinv`.
    """
    return Interval(
        poisson_mean_reaching(count, TAIL) if count > 0 else 0.0, poisson_mean_reaching(count + 1, 1 - TAIL)
    )


def per_1000(count: Value | None, base: Value | None) -> Rate | Withheld:
    """Offences for each 1,000 residents or households, with the exact interval for the count.

    Source: ONS Table C4 divides by the population rounded to 100; with that denominator this reproduces its rates.
    """
    if isinstance(count, Withheld):
        return count
    if isinstance(base, Withheld):
        return base
    if count is None or base is None or base <= 0:
        return NO_DENOMINATOR
    scale = 1000 / base
    return Rate(count * scale, count, scale)


def rate_ratio(counts: tuple[int, int], bases: tuple[float, float]) -> Ratio | None:
    """How many times the second rate the first is; nothing where the second count is 0."""
    (ours, theirs), (our_base, their_base) = counts, bases
    if theirs <= 0 or ours < 0 or our_base <= 0 or their_base <= 0:
        return None
    return Ratio(ours, theirs, their_base / our_base)
