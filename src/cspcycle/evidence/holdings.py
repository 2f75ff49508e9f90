"""What is held, how old it is, and what its publisher has probably replaced by now."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Period

# Days after the end of the latest period by which a newer one is out: the publisher's rhythm plus its usual delay.
RHYTHM = {
    "Police force area data tables": (300, "quarterly, about four months later"),
    "Police recorded crime open data tables": (300, "quarterly, about four months later"),
    "Street-level crime": (110, "monthly, about six weeks later"),
    "Outcomes of crimes": (110, "monthly, about six weeks later"),
    "Stop and search": (110, "monthly, about six weeks later"),
    "Mid-year population estimates": (800, "yearly, about a year later"),
}


class Holding(NamedTuple):
    """One product held: its latest edition and period, when it was read, and whether a newer one should be out."""

    publisher: str
    title: str
    edition: str
    latest: Period
    indicators: int
    read_on: date
    is_stale: bool
    rhythm: str
    attribution: str


def holdings(held: Held, *, on: date) -> list[Holding]:
    """A line for each product, as it stands on a day."""
    found: dict[tuple[str, str], Holding] = {}
    for table in held.tables:
        source = table.source
        days, rhythm = RHYTHM.get(source.title, (0, ""))
        key = (source.publisher, source.title)
        old = found.get(key)
        latest = max(table.period, old.latest, key=lambda period: period.last_day) if old else table.period
        newest = old is None or table.period.last_day >= old.latest.last_day
        found[key] = Holding(
            source.publisher,
            source.title,
            source.edition if newest or old is None else old.edition,
            latest,
            max(len(table.indicators), old.indicators if old else 0),
            max(source.read_on, old.read_on) if old else source.read_on,
            bool(days) and (on - latest.last_day).days > days,
            rhythm,
            source.attribution,
        )
    return sorted(found.values())
