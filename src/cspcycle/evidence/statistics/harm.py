"""Harm beside volume: counts weighted by severity, and the few offences that make most of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Harm:
    """The weighted sum, the offences that drive it with their shares, and counts that have no weight."""

    total: float
    volume: int
    drivers: tuple[tuple[str, float], ...]
    without_weight: tuple[str, ...]

    def per_1000(self, residents: float) -> float:
        """Harm for each 1,000 residents."""
        return 1000 * self.total / residents


def harm(counts: Mapping[str, int], weights: Mapping[str, float], *, most: int = 5) -> Harm:
    """Counts by offence code times weights; negative counts are taken as they are, a total below 0 as 0.

    Method: sum of offences times weight. Weights of different editions never mix; fraud has none and is left out.
    Source: ONS, Research outputs: developing a Crime Severity Score for England and Wales (2016).
    """
    parts = {code: count * weights[code] for code, count in counts.items() if code in weights}
    total = max(0.0, sum(parts.values()))
    ranked = sorted(parts, key=lambda code: (-parts[code], code))[:most]
    drivers = tuple((code, parts[code] / total) for code in ranked if total and parts[code] > 0)
    missing = tuple(sorted(code for code, count in counts.items() if code not in weights and count))
    return Harm(total, sum(counts.values()), drivers, missing)
