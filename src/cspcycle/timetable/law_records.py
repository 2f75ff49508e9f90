"""Which duties reach a partnership on a day, as far as a calendar asks; and what its files record of each."""

from collections.abc import Iterator
from datetime import date

from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.law.reach import why_not_here
from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.source.diagnostic import Location


def duties_that_reach(dossier: Dossier, day: date) -> dict[str, tuple[Duty, Version]]:
    """The duties in force on a day in the partnership's area, by id; less those it says do not apply to it."""
    reached: dict[str, tuple[Duty, Version]] = {}
    area = dossier.partnership.area
    for duty, version in register.duties_on(day, area.nation):
        statement = dossier.duties.get(duty.id)
        says_not = statement is not None and statement.does_not_apply is not None
        if duty.id not in reached and not says_not and not why_not_here(area, duty, version):
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
