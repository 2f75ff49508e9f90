"""Counts and rates with exact intervals."""

from __future__ import annotations

from typing import NamedTuple

from cspcycle.evidence.record import Value, Withheld
from cspcycle.evidence.statistics.trusted import special

NO_DENOMINATOR = Withheld("x", "there is no number of residents or households to divide by")


class Interval(NamedTuple):
    """From low to high, both included."""

    low: float
    high: float


class Rate(NamedTuple):
    """A rate per 1,000 with its interval."""

    value: float
    interval: Interval


def count_interval(count: float, confidence: float = 0.95) -> Interval:
    """The exact interval for the mean of a Poisson count.

    Source: Garwood, Biometrika 28 (1936), 437-442; a quantile of the gamma distribution (SciPy `special.gammaincinv`).
    """
    functions = special()
    tail = (1 - confidence) / 2
    low = float(functions.gammaincinv(count, tail)) if count > 0 else 0.0
    return Interval(low, float(functions.gammaincinv(count + 1, 1 - tail)))


def per_1000(count: Value | None, base: Value | None, confidence: float = 0.95) -> Rate | Withheld:
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
    low, high = count_interval(max(count, 0), confidence)
    return Rate(count * scale, Interval(low * scale, high * scale))


def rate_ratio(counts: tuple[int, int], bases: tuple[float, float], confidence: float = 0.95) -> Rate | None:
    """How many times the second rate the first is, with its exact interval; nothing where the second count is 0.

    Method: given the sum of two Poisson counts the first is binomial; the Clopper-Pearson interval of its probability
    is turned into one for the ratio. Source: Sahai and Khurshid, Statistics in Medicine 12 (1993), 655-670; Clopper and
    Pearson, Biometrika 26 (1934), computed with SciPy (`special.betaincinv`).
    """
    (ours, theirs), (our_base, their_base) = counts, bases
    if theirs <= 0 or ours < 0 or our_base <= 0 or their_base <= 0:
        return None
    functions = special()
    tail = (1 - confidence) / 2
    scale = their_base / our_base
    low = float(functions.betaincinv(ours, theirs + 1, tail)) if ours else 0.0
    high = float(functions.betaincinv(ours + 1, theirs, 1 - tail))
    return Rate(ours / theirs * scale, Interval(low / (1 - low) * scale, high / (1 - high) * scale))
