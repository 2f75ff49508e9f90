"""The indicators of the national sources, and how their names relate."""

from __future__ import annotations

from cspcycle.evidence.record import Indicator

ONS_TITLES = (
    "Total recorded crime",
    "Violence against the person",
    "Homicide",
    "Death or serious injury caused by illegal driving",
    "Violence with injury",
    "Violence without injury",
    "Stalking and harassment",
    "Sexual offences",
    "Robbery",
    "Theft offences",
    "Burglary",
    "Residential burglary",
    "Non-residential burglary",
    "Vehicle offences",
    "Theft from the person",
    "Bicycle theft",
    "Shoplifting",
    "All other theft offences",
    "Criminal damage and arson",
    "Drug offences",
    "Possession of weapons offences",
    "Public order offences",
    "Miscellaneous crimes against society",
)
STREET_TITLES = (
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
)
# Other editions' words for the same measure.
ALSO_CALLED = {
    "total recorded crime (excluding fraud)": "total recorded crime",
    "total recorded crime excluding fraud": "total recorded crime",
    "other theft offences": "all other theft offences",
    "miscellaneous crimes": "miscellaneous crimes against society",
    "theft": "theft offences",
    "drugs offences": "drug offences",
    "weapons offences": "possession of weapons offences",
}
# Each total is the sum of its parts in every row of the tables seen.
SUMS = {
    "Total recorded crime": (
        "Violence against the person",
        "Sexual offences",
        "Robbery",
        "Theft offences",
        "Criminal damage and arson",
        "Drug offences",
        "Possession of weapons offences",
        "Public order offences",
        "Miscellaneous crimes against society",
    ),
    "Violence against the person": (
        "Homicide",
        "Death or serious injury caused by illegal driving",
        "Violence with injury",
        "Violence without injury",
        "Stalking and harassment",
    ),
    "Theft offences": (
        "Burglary",
        "Vehicle offences",
        "Theft from the person",
        "Bicycle theft",
        "Shoplifting",
        "All other theft offences",
    ),
    "Burglary": ("Residential burglary", "Non-residential burglary"),
}
# Counts of these say where the police looked, not how common the thing is (Home Office user guide).
POLICE_ACTIVITY = ("drug", "weapon")


def ons_id(title: str) -> str:
    """The id of an ONS measure: `ons/residential-burglary`."""
    return "ons/" + title.lower().replace(" ", "-")


def street_id(title: str) -> str:
    """The id of a police.uk crime type: `police-uk/burglary`."""
    return "police-uk/" + title.lower().replace(" ", "-")


ONS = {
    title.lower(): Indicator(
        ons_id(title), title, "offences", "households" if title == "Residential burglary" else "residents"
    )
    for title in ONS_TITLES
}
STREET = {
    title: Indicator(
        street_id(title), title, "incidents" if title == "Anti-social behaviour" else "crimes", "residents"
    )
    for title in STREET_TITLES
}
RESIDENTS = Indicator("residents", "Residents", "people")
HOUSEHOLDS = Indicator("households", "Households", "households")


def depends_on_police_activity(indicator: Indicator) -> bool:
    """Whether a count of this reflects police work at least as much as crime."""
    title = indicator.title.lower()
    return any(word in title for word in POLICE_ACTIVITY)
