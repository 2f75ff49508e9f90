"""How much of the crime lies in few places, and whether they are the same places a year later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

TOP = 0.1


@dataclass(frozen=True, slots=True)
class Concentration:
    """The share of crime in the top tenth of areas, and how many of those were in the top tenth a year earlier."""

    places: tuple[str, ...]
    share: float
    again: int | None


def concentration(counts: Mapping[str, int], before: Mapping[str, int] | None = None) -> Concentration | None:
    """The top tenth of all areas that had any crime, largest first; equal counts in the order of their names.

    Method: cumulative share of the most affected tenth. Areas without a single crime are not in the files, and records
    without a location lie nowhere, so the true share may differ a little.
    Source: Weisburd, The law of crime concentration and the criminology of place, Criminology 53 (2015), 133-157.
    """
    total = sum(counts.values())
    if total <= 0:
        return None
    places = _top(counts)
    again = len(set(places) & set(_top(before))) if before else None
    return Concentration(places, sum(counts[place] for place in places) / total, again)


def _top(counts: Mapping[str, int]) -> tuple[str, ...]:
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    return tuple(ranked[: ceil(len(ranked) * TOP)])
