"""What a rate divides by: of which year, whether visitors are missing from it, and where there is no rate at all."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.measures import RESIDENTS
from cspcycle.evidence.record import Withheld
from cspcycle.source.diagnostic import Severity

TOTAL = "ons/total-recorded-crime"
MANY_VISITORS = 1.5
REVISED = 0.005


def find(facts: Facts) -> Iterator[Caveat]:
    """The year of the population, its later revisions, visitors, and rates that are withheld."""
    tables = facts.held.tables_of(TOTAL, 12)
    comparison = facts.comparisons.get(TOTAL)
    if not tables or comparison is None:
        return
    base = facts.held.denominator(RESIDENTS.id, comparison.own.area.code, tables[-1])
    if base is None:
        words = f"No rates: the evidence holds no residents for {facts.partnership.name}."
        yield Caveat("evidence/no-population", words, ("ons/",), fix="add the ONS tables or the mid-year estimates")
        return
    if isinstance(base.value, Withheld):
        words = f"{facts.partnership.name} has no rate for each 1,000 residents: {base.value.reason}."
        yield Caveat("evidence/no-rate", words, ("ons/",), Severity.WARNING, "use counts, and compare them over time")
        return
    words = f"Rates divide by residents {base.period.label} ({base.source.title}, {base.source.edition})."
    yield Caveat("evidence/population-year", words, ("ons/",))
    for later in facts.held.tables_of(RESIDENTS.id):
        row = later.by_code.get(comparison.own.area.code)
        value = row.values[later.position[RESIDENTS.id]] if row else None
        same_year = later.period == base.period and later.source.sha256 != base.source.sha256
        if same_year and isinstance(value, (int, float)) and abs(value - base.value) > REVISED * base.value:
            words = (
                f"Residents {base.period.label} were {base.value:,} when the rates were made; "
                f"the {later.source.edition} says {value:,}."
            )
            yield Caveat("evidence/population-revised", words, ("ons/",))
    ratio = comparison.ratio_to_nation
    if ratio is not None and ratio.value > MANY_VISITORS:
        words = (
            f"The rate is {ratio.value:.1f} times that of England and Wales; people who come here to work, shop or go "
            f"out are not among the residents it divides by."
        )
        yield Caveat("evidence/visitors", words, ("ons/",), Severity.WARNING, "compare with areas of a like centre")
