"""police.uk beside ONS for the same months: how much of the official count has a place on the map."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.held import Held
from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.measures import ons_id, street_id
from cspcycle.evidence.police_tables import CRIMES
from cspcycle.evidence.record import Partnership, Period
from cspcycle.source.diagnostic import Severity

SAME = {
    CRIMES.id: ons_id("Total recorded crime"),
    **{
        street_id(street): ons_id(official)
        for street, official in {
            "Bicycle theft": "Bicycle theft",
            "Burglary": "Burglary",
            "Criminal damage and arson": "Criminal damage and arson",
            "Drugs": "Drug offences",
            "Possession of weapons": "Possession of weapons offences",
            "Public order": "Public order offences",
            "Robbery": "Robbery",
            "Shoplifting": "Shoplifting",
            "Theft from the person": "Theft from the person",
            "Vehicle crime": "Vehicle offences",
        }.items()
    },
}
UNDER_LOCATED = 0.85
SMALLEST = 50


def located_shares(held: Held, partnership: Partnership) -> dict[str, tuple[Period, float]]:
    """For each police.uk indicator its crimes as a share of the ONS count of the same twelve months, the latest."""
    shares: dict[str, tuple[Period, float]] = {}
    for street, official in SAME.items():
        months = {record.period.first_day: record.number for record in held.series(street, partnership, 1)}
        for record in reversed(held.series(official, partnership, 12)):
            year = record.period
            counts = [n for day, n in months.items() if year.first_day <= day <= year.last_day and n is not None]
            if len(counts) == 12 and record.number is not None and record.number >= SMALLEST:
                shares[street] = (year, sum(counts) / record.number)
                break
    return shares


def find(facts: Facts) -> Iterator[Caveat]:
    """That the two are never added, and which kinds of crime are badly located."""
    shares = located_shares(facts.held, facts.partnership)
    total = shares.pop(CRIMES.id, None)
    if total is not None:
        words = (
            f"In {total[0].label} police.uk places {100 * total[1]:.1f} % of the crimes that ONS counts here. They are "
            f"the same crimes: the two sources are never added."
        )
        yield Caveat("evidence/two-sources", words, ("police-uk/",))
    for street, (year, share) in shares.items():
        if share < UNDER_LOCATED:
            title = facts.held.indicators[street].title
            words = (
                f"{title} is under-located: police.uk places only {100 * share:.0f} % of the ONS count ({year.label})."
            )
            fix = "take the level from ONS, and draw no map or ranking of places from these records"
            yield Caveat("evidence/under-located", words, (street,), Severity.WARNING, fix)
