"""What of the files could not be understood, and so may hold what seems to be missing beside it."""

from collections.abc import Iterator
from typing import Any

from cspcycle.checks.membership.unknown_body import unknown_words
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Location
from cspcycle.source.yaml_reader import Mapping, Sequence


def unread_in(dossier: Dossier, section: str) -> Location | None:
    """The first place in a section that could not be understood, or where it may be written unseen; or None."""
    if section not in dossier.written:
        return dossier.lost
    if not dossier.unread:
        return None
    written, at = dossier.written[section], dossier.places[section]
    if at in dossier.unread or not isinstance(written, Mapping | Sequence):
        return at
    return _first_unread(dossier, written)


def unread_within(dossier: Dossier, at: Location | None) -> Location | None:
    """The first such place in what a finding at `at` speaks of, at any depth: a section, a list or a record."""
    if not dossier.unread or at is None:
        return None
    return _first_unread(dossier, _holder(dossier, at))


def unknown_body_within(dossier: Dossier, at: Location | None) -> Location | None:
    """The first word that is no kind of body in what a finding at `at` speaks of; it may be any body."""
    unknown = {place for _, place, _ in unknown_words(dossier)} if at is not None else set()
    return next((place for place in _places_in(_holder(dossier, at)) if place in unknown), None) if unknown else None


def unread_beside(dossier: Dossier, at: Location) -> Location | None:
    """The first such place among the keys of the record that holds `at`, without what stands deeper."""
    holder = _holder(dossier, at) if dossier.unread else None
    own = {*_own_places(holder)} if isinstance(holder, Mapping) else set()
    return next((place for place in dossier.unread if place in own), None)


def _first_unread(dossier: Dossier, value: Any) -> Location | None:
    unread = {*dossier.unread}
    return next((place for place in _places_in(value) if place in unread), None)


def _holder(dossier: Dossier, at: Location | None) -> Any:
    """The list or record that stands at the place, or else the record among whose keys it is."""
    for section, value in dossier.written.items():
        if dossier.places[section] == at:
            return value
    return next((found for value in dossier.written.values() if (found := _held(value, at)) is not None), None)


def _held(value: Any, at: Location | None) -> Any:
    if not isinstance(value, Mapping | Sequence):
        return None
    if Location(value.file, value.line, value.column) == at:
        return value
    for inner, *places in _children(value):
        if at in places:
            return inner if isinstance(inner, Mapping | Sequence) else value
    return next((found for inner, *_ in _children(value) if (found := _held(inner, at)) is not None), None)


def _children(value: Mapping | Sequence) -> Iterator[tuple[Any, Location] | tuple[Any, Location, Location]]:
    """Each value with the place of its key, if it has one, and its own."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            places = value.places[key]
            yield inner, Location(value.file, *places[:2]), Location(value.file, *places[2:])
    else:
        for inner, place in zip(value, value.places, strict=True):
            yield inner, Location(value.file, *place)


def _own_places(value: Mapping | Sequence) -> Iterator[Location]:
    yield Location(value.file, value.line, value.column)
    for _, *places in _children(value):
        yield from places


def _places_in(value: Any) -> Iterator[Location]:
    if isinstance(value, Mapping | Sequence):
        yield from _own_places(value)
        for inner, *_ in _children(value):
            yield from _places_in(inner)
