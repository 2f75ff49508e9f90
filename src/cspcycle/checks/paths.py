"""Following a path such as `information_sharing.protocol.signed_on` or `meetings[].held_on` through a dossier."""

from datetime import date
from typing import Any

from cspcycle.checks.words import day_in_words
from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Location
from cspcycle.source.printable import shortened

_MOST_QUOTED = 60
Found = list[tuple[Any, Location]]


def follow(dossier: Dossier, path: str) -> Found:
    """What stands at `path`, each value with its place; `[]` after a name means every item of that list.

    Nothing, an empty list and an empty set of keys are all "not there".
    """
    current: list[tuple[Any, Location]] = [(dossier, dossier.places["partnership"])]
    for part in path.split("."):
        name = part.removesuffix("[]")
        found: Found = []
        for holder, at in current:
            value = holder.get(name) if isinstance(holder, dict) else getattr(holder, name, None)
            if value is None or value in ((), {}):
                continue
            place = _place(holder, name, at)
            if part.endswith("[]"):
                found += [(item, _item_place(holder, name, index, item, place)) for index, item in enumerate(value)]
            else:
                found.append((value, place))
        current = found
    return current


def _place(holder: Any, name: str, at: Location) -> Location:
    if isinstance(holder, Dossier):
        return holder.places.get(name, at)
    return holder.at(name) if isinstance(holder, Record) else at


def _item_place(holder: Any, name: str, index: int, item: Any, place: Location) -> Location:
    if isinstance(item, Record):
        return item.at()
    return holder.at(name, index) if isinstance(holder, Record) else place


def in_words(value: Any) -> str:
    """A value as a sentence may quote it."""
    if isinstance(value, FinancialYear):
        return value.label
    if isinstance(value, date):
        return day_in_words(value)
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, tuple | dict):
        return f"{len(value)} item{'s' if len(value) != 1 else ''}"
    if isinstance(value, Record):
        return "written"
    return f"“{shortened(str(value), _MOST_QUOTED)}”"
