"""Outcomes of recent crimes are still to come."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.honesty.caveat import Caveat, Facts

PREFIX = "police-uk/outcome/"
IMMATURE_MONTHS = 6


def find(facts: Facts) -> Iterator[Caveat]:
    """One caveat that names the months which cannot be judged yet."""
    periods = sorted(
        {table.period for table in facts.held.tables if table.indicators and table.indicators[0].id.startswith(PREFIX)}
    )
    if periods:
        first = periods[-IMMATURE_MONTHS:][0]
        words = (
            f"Outcomes from {first.label} to {periods[-1].label} are immature: crimes of these months are still being "
            f"investigated, so their share with an outcome will rise."
        )
        yield Caveat("evidence/outcomes-immature", words, (PREFIX,))
