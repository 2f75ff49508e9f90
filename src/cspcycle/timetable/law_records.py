"""Which duties reach a partnership on a day, as far as a calendar asks; and what its files record of each."""

from collections.abc import Iterator
from datetime import date

from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.source.diagnostic import Location


def duties_that_reach(dossier: Dossier, day: date) -> dict[str, tuple[Duty, Version]]:
    """The duties in force on a day in the partnership's area, by id; less those it says do not apply to it."""
    reached: dict[str, tuple[Duty, Version]] = {}
    for duty, version in register.duties_on(day, dossier.partnership.area.nation):
        statement = dossier.duties.get(duty.id)
        says_not = statement is not None and statement.does_not_apply is not None
        if duty.id not in reached and not says_not and _reaches(dossier, duty, version):
            reached[duty.id] = (duty, version)
    return reached


def recorded_days(dossier: Dossier, path: str) -> list[tuple[date, Location]]:
    """Every day at a path such as `crime_and_disorder_committee.meetings[].on`, with its place, in order."""
    section, *keys = path.split(".")
    found = list(_days(getattr(dossier, section.removesuffix("[]")), keys))
    return sorted(found)


def _days(value: object, keys: list[str]) -> Iterator[tuple[date, Location]]:
    for item in value if isinstance(value, tuple) else (value,):
        if not isinstance(item, Record):
            continue
        name, *rest = keys
        plain = name.removesuffix("[]")
        held = getattr(item, plain)
        if rest:
            yield from _days(held, rest)
        elif isinstance(held, tuple):
            yield from ((day, item.at(plain, index)) for index, day in enumerate(held) if isinstance(day, date))
        elif isinstance(held, date):
            yield held, item.at(plain)


def _reaches(dossier: Dossier, duty: Duty, version: Version) -> bool:
    area = dossier.partnership.area
    is_of_county = duty.on_whom == "county-strategy-group"
    if is_of_county != (area.kind == "county") and (is_of_county or duty.carried_by == "partnership"):
        return False
    kinds = (area.kind, *(part.kind for part in area.parts if part.kind))
    body = area.local_policing_body.kind if area.local_policing_body else None
    return not version.applies_to.why_not(kinds, policing_body=body, place=area.name, police_area=area.police_area)
