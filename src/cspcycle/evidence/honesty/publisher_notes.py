"""What the publisher itself warns of, word for word, and what an import found out about an area's code."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.held import own_row
from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.record import Table
from cspcycle.source.diagnostic import Severity


def find(facts: Facts) -> Iterator[Caveat]:
    """Each note once, beside every indicator of the tables that carry it."""
    notes: dict[str, dict[str, None]] = {}
    for table in facts.held.tables:
        if own_row(table, facts.partnership) is not None or not table.indicators:
            for note in table.caveats:
                if note.endswith("are counted once."):
                    continue  # said when the file was added; of no weight beside a figure
                notes.setdefault(note, {}).update(dict.fromkeys(_ids(table)))
    for note, indicators in notes.items():
        grave = note.startswith(("ONS note", "Home Office note")) or "no data" in note
        yield Caveat("evidence/publisher-note", note, tuple(indicators), Severity.WARNING if grave else Severity.NOTE)


def _ids(table: Table) -> list[str]:
    return [indicator.id for indicator in table.indicators]
