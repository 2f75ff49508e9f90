"""Monthly series: twelve-month sums, the seasons, and what a chart's limits say of each month. Gaps stay gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import sqrt
from typing import NamedTuple

LONG_RUN = 8

NATURAL_LIMIT = 2.66  # 3 / 1.128: three standard deviations, estimated from moving ranges of two
SMALLEST_BASELINE = 12

Number = int | float | None


class Limits(NamedTuple):
    """A mean and the limits within which ordinary months lie, from so many months of baseline."""

    mean: float
    low: float
    high: float
    months: int


def rolling_twelve(values: Sequence[Number]) -> list[Number]:
    """The sum of each month and the eleven before it; nothing while a month is missing, so no year hides a gap."""
    sums: list[Number] = []
    for place in range(len(values)):
        year = [value for value in values[max(0, place - 11) : place + 1] if value is not None]
        sums.append(sum(year) if len(year) == 12 else None)
    return sums


def seasonal_index(values: Sequence[Number], first_month: int) -> dict[int, float] | None:
    """How each calendar month compares with the average month, 100 being average; nothing under two whole years.

    Method: simple averages: each month as a share of the mean of its own twelve months, averaged over the years, so
    that a rising year does not look like a season. `first_month` is the calendar month of the first value.
    Source: Croxton, Cowden and Klein, Applied General Statistics, chapter on seasonal movements (simple averages).
    """
    years = [values[start : start + 12] for start in range(0, len(values) - 11, 12)]
    whole = [[value for value in year if value is not None] for year in years]
    whole = [year for year in whole if len(year) == 12 and sum(year) > 0]
    if len(whole) < 2:
        return None
    index: dict[int, float] = {}
    for place in range(12):
        shares = [year[place] / (sum(year) / 12) for year in whole]
        index[(first_month - 1 + place) % 12 + 1] = 100 * sum(shares) / len(shares)
    return dict(sorted(index.items()))


def xmr_limits(values: Sequence[Number], baseline: int = SMALLEST_BASELINE) -> Limits | None:
    """The natural process limits of the first `baseline` months that have a figure; nothing where there are fewer.

    Method: XmR chart, mean plus and minus 2.66 times the mean moving range; a moving range is not taken across a gap.
    Source: Wheeler, Understanding Variation (1993); Shewhart's constant d2 = 1.128 for ranges of two.
    """
    chosen = [place for place, value in enumerate(values) if value is not None][:baseline]
    return natural_limits(values[: chosen[-1] + 1]) if len(chosen) >= SMALLEST_BASELINE else None


def natural_limits(values: Sequence[Number]) -> Limits | None:
    """The limits from all of the values, however few."""
    known = [value for value in values if value is not None]
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not ranges:
        return None
    mean = sum(known) / len(known)
    spread = NATURAL_LIMIT * sum(ranges) / len(ranges)
    return Limits(mean, max(0.0, mean - spread), mean + spread, len(known))


def u_limits(values: Sequence[Number], days: Sequence[int], baseline: int = SMALLEST_BASELINE) -> list[Limits] | None:
    """Limits for counts in months of unequal length, one for each month.

    Method: u chart: the mean rate a day of the baseline, plus and minus three times the square root of rate by days.
    Source: Montgomery, Introduction to Statistical Quality Control, control charts for nonconformities per unit.
    """
    chosen = [(value, length) for value, length in zip(values, days, strict=True) if value is not None][:baseline]
    if len(chosen) < SMALLEST_BASELINE:
        return None
    rate = sum(value for value, _ in chosen) / sum(length for _, length in chosen)
    return [
        Limits(
            rate * length,
            max(0.0, rate * length - 3 * sqrt(rate * length)),
            rate * length + 3 * sqrt(rate * length),
            len(chosen),
        )
        for length in days
    ]


def signals(values: Sequence[Number], limits: Limits) -> dict[int, str]:
    """The months that are not ordinary: beyond a limit, or in a run of eight on one side of the mean.

    Source: the two rules of Wheeler (1993) that give few false alarms: a point outside, and a run of eight.
    """
    found: dict[int, str] = {}
    for run, side in _long_runs(values, limits):
        found.update(dict.fromkeys(run, f"one of {len(run)} months in a row {side} the mean"))
    return found | _outside(values, limits)


def say_signals(labels: Sequence[str], values: Sequence[Number], limits: Limits) -> str:
    """The same in a sentence, a run said once with its first and last month."""
    said = [(place, f"{labels[place]} {where}") for place, where in _outside(values, limits).items()]
    for run, side in _long_runs(values, limits):
        words = f"{labels[run[0]]} to {labels[run[-1]]}, {len(run)} months in a row {side} the mean"
        said.append((run[0], words))
    return f"Unusual: {'; '.join(words for _, words in sorted(said))}." if said else "No month is unusual."


def _outside(values: Sequence[Number], limits: Limits) -> dict[int, str]:
    return {
        place: "above the upper limit" if value > limits.high else "below the lower limit"
        for place, value in enumerate(values)
        if value is not None and not limits.low <= value <= limits.high
    }


def _long_runs(values: Sequence[Number], limits: Limits) -> list[tuple[range, str]]:
    sides = [0 if value is None else (value > limits.mean) - (value < limits.mean) for value in values]
    found = []
    start = 0
    for side, together in groupby(sides):
        run = range(start, start + len(list(together)))
        start = run.stop
        if side and len(run) >= LONG_RUN:
            found.append((run, "above" if side > 0 else "below"))
    return found
