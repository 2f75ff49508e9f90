"""Drug and weapon offences: what the police looked for."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.measures import depends_on_police_activity


def find(facts: Facts) -> Iterator[Caveat]:
    """One caveat for all such indicators held."""
    found = tuple(key for key, indicator in facts.held.indicators.items() if depends_on_police_activity(indicator))
    if found:
        words = (
            "Counts of drug and weapon possession show police activity at least as much as how common they are "
            "(Home Office user guide)."
        )
        yield Caveat("evidence/police-activity", words, found)
