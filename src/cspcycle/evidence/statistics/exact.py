"""Exact probabilities of Poisson and binomial counts, as sums of positive terms, and where they reach a given value."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, inf, lgamma, log, sqrt
from statistics import NormalDist

SMALLEST_TERM = 1e-17  # of the sum so far: less changes no digit of it
BEYOND = -700.0  # the logarithm of a first term so small that the probability is 0, or as near to 1
MOST_STEPS = 100
CLOSE = 1e-11


def poisson_at_least(count: float, mean: float) -> float:
    """The probability that a Poisson count is `count` or more; between whole counts the incomplete gamma function.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29.
    """
    if count <= 0 or mean <= 0:
        return 1.0 if count <= 0 else 0.0
    first = count * log(mean) - mean - lgamma(count + 1)
    if first < BEYOND:
        return float(mean > count)
    total = term = 1.0
    place = count
    while term > total * SMALLEST_TERM:
        place += 1
        term *= mean / place
        total += term
    return min(1.0, exp(first) * total)


def binomial_at_least(count: float, others: float, share: float) -> float:
    """The probability of `count` or more of `count + others - 1`, each with probability `share`.

    Source: Abramowitz and Stegun, 26.5.24 and 26.5.4, the incomplete beta function; from the end with fewer terms.
    """
    if count <= 0 or share <= 0:
        return 1.0 if count <= 0 else 0.0
    if share > 0.5:
        return 1 - binomial_at_least(others, count, 1 - share)
    both = count + others
    first = lgamma(both) - lgamma(count + 1) - lgamma(others) + count * log(share) + others * log(1 - share)
    if first < BEYOND:
        return float(share > count / both)
    total = term = 1.0
    place = count
    while term > total * SMALLEST_TERM:
        place += 1
        term *= share * (place + others - 1) / place
        total += term
    return min(1.0, exp(first) * total)


def mean_reaching(count: float, probability: float) -> float:
    """The Poisson mean at which `count` or more have this probability, sought from near by.

    Source of the start: Wilson and Hilferty, Proceedings of the National Academy of Sciences 17 (1931), 684-688.
    """
    root = sqrt(count)
    about = count * (1 - 1 / (9 * count) + NormalDist().inv_cdf(probability) / (3 * root)) ** 3
    return crossing(lambda mean: poisson_at_least(count, mean), probability, about=about, step=0.02 / root)


def share_reaching(count: float, others: float, probability: float) -> float:
    """The binomial share at which `count` or more of `count + others - 1` have this probability."""
    mean = count / (count + others)
    spread = sqrt(mean * (1 - mean) / (count + others))
    about = min(max(mean + spread * NormalDist().inv_cdf(probability), mean / 10), 1 - (1 - mean) / 10)
    return crossing(
        lambda share: binomial_at_least(count, others, share), probability, about=about, step=spread / 20, most=1
    )


def crossing(rising: Callable[[float], float], wanted: float, *, about: float, step: float, most: float = inf) -> float:
    """Where a function that rises from 0 has the value wanted, sought from `about` outwards, from 0 to `most`.

    Method: regula falsi that halves the end which stays (Illinois). Source: Dowell and Jarratt, BIT 11 (1971), 168-174.
    """
    stays = ends = about
    below = above = rising(about) - wanted
    if above > 0:
        while below > 0 and stays > 0:
            stays, step = max(0.0, stays - step), 3 * step
            below = rising(stays) - wanted
    else:
        while above < 0 and ends < most:
            ends, step = min(most, ends + step), 3 * step
            above = rising(ends) - wanted
    if below > 0:  # so high already at 0
        return 0.0
    for _ in range(MOST_STEPS):
        if abs(ends - stays) <= CLOSE * ends or above == below:
            break
        place = ends - above * (ends - stays) / (above - below)
        here = rising(place) - wanted
        stays, below = (ends, above) if here * above < 0 else (stays, below / 2)
        ends, above = place, here
    return ends
