"""Figures of one series from different editions: a revision can look like a change."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.source.diagnostic import Severity


def find(facts: Facts) -> Iterator[Caveat]:
    """A warning where the latest year and the one before come from different files of the same product."""
    mixed: dict[tuple[str, str], list[str]] = {}
    for indicator in facts.held.indicators:
        tables = facts.held.tables_of(indicator, 12)[-2:]
        if len(tables) == 2 and tables[0].source.title == tables[1].source.title and _annual(tables[1].source.title):
            editions = (tables[0].source.edition, tables[1].source.edition)
            if tables[0].source.sha256 != tables[1].source.sha256:
                mixed.setdefault(editions, []).append(indicator)
    for (old, new), indicators in mixed.items():
        words = (
            f"The two years compared come from different editions ({old}; {new}): earlier years may have been revised."
        )
        fix = "add one edition that holds both years"
        yield Caveat("evidence/editions-mixed", words, tuple(indicators), Severity.WARNING, fix)


def _annual(title: str) -> bool:
    return title in {"Police force area data tables", "Police recorded crime open data tables"}
