"""The law of any day: reads the compiled register once, and builds a duty or a body when it is first asked for."""

import json
import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cspcycle.law.instrument import (
    NATIONS,
    AppliesTo,
    Body,
    BodyRequirement,
    Duty,
    EveryYear,
    Instrument,
    Role,
    Shown,
    Version,
    Within,
)


class Answer(NamedTuple):
    """What the register says of a duty, a nation and a day."""

    state: str  # in-force, ended, not-yet, never, unverified or enacted-not-commenced
    words: str
    duty: Duty | None
    versions: tuple[Version, ...] = ()


class Ending(NamedTuple):
    """When a body ended, and what took its place."""

    last_day: date
    successor: str
    successor_from: date | None


@cache
def _compiled() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(Path(__file__).with_name("register.json").read_bytes())
    return held


def edition() -> str:
    """A short word that changes whenever anything in the register does."""
    return str(_compiled()["edition"])


@cache
def all_instruments() -> tuple[Instrument, ...]:
    """Every Act, instrument and guidance, by the name of its file."""
    return tuple(_instrument(name) for name in _compiled()["instruments"])


@cache
def all_duties() -> tuple[Duty, ...]:
    """Every duty of every instrument, in the order in which the checklist prints them."""
    return tuple(_duty(number) for number in range(len(_compiled()["duties"])))


@cache
def duty(duty_id: str, nation: str | None = None) -> Duty | None:
    """The duty with this id, in `nation` if one is named; England's when both nations have their own."""
    for number, raw in enumerate(_compiled()["duties"]):
        if raw["id"] == duty_id and (nation is None or nation in raw["nations"]):
            return _duty(number)
    return None


def duties_named(duty_id: str) -> tuple[Duty, ...]:
    """The duty with this id in each instrument that has it: one, or England's and Wales's."""
    return tuple(_duty(number) for number, raw in enumerate(_compiled()["duties"]) if raw["id"] == duty_id)


@cache
def duty_ids() -> tuple[str, ...]:
    """Every id, once."""
    return tuple(dict.fromkeys(raw["id"] for raw in _compiled()["duties"]))


@cache
def duties_on(day: date, nation: str) -> tuple[tuple[Duty, Version], ...]:
    """Every duty in force on a day, with its version; twice only where areas had different law on that day."""
    return tuple(
        (each, version)
        for each in all_duties()
        if each.status in {"in-force", "repealed"}
        for version in each.versions_on(day, nation)
    )


def shown_never_demanded(nation: str) -> tuple[Duty, ...]:
    """Duties that nobody has verified, and those enacted but not in force."""
    return tuple(
        each
        for each in all_duties()
        if each.status in {"unverified", "enacted-not-commenced"} and nation in each.nations
    )


def versions_over_time(duty_id: str) -> tuple[tuple[Duty, Version], ...]:
    """Every version of a duty in every nation, oldest first."""
    pairs = [(each, version) for each in duties_named(duty_id) for version in each.versions]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].in_force_from, pair[1].nations)))


def answer(duty_id: str, nation: str, day: date) -> Answer:
    """What the register says of a duty on a day: in force, ended and by what, or not yet and from when."""
    found = duty(duty_id, nation)
    if found is None:
        return Answer("never", f"not a duty in {NATIONS[nation]}", duty(duty_id))
    if found.status in {"unverified", "enacted-not-commenced"}:
        return Answer(found.status, found.shown, found)
    if versions := found.versions_on(day, nation):
        return Answer("in-force", f"in force: {' '.join(version.says for version in versions)}", found, versions)
    before = [version for version in found.versions if nation in version.nations and version.in_force_from <= day]
    if before:
        last = max(before, key=lambda version: version.in_force_from)
        assert last.in_force_until is not None  # noqa: S101 - or it would be in force
        last_day = last.in_force_until - timedelta(days=1)
        return Answer("ended", f"not in force: ended on {last_day.isoformat()} by {last.ended_by}", found)
    first = min(
        (version for version in found.versions if nation in version.nations), key=lambda version: version.in_force_from
    )
    return Answer("not-yet", f"not yet: from {first.start_unseen or first.in_force_from.isoformat()}", found)


def all_bodies() -> tuple[Body, ...]:
    """Every kind of body, in the order of the file."""
    return tuple(_body(code) for code in _compiled()["bodies"])


def body(code: str) -> Body | None:
    """The body with this code."""
    return _body(code) if code in _compiled()["bodies"] else None


def body_by_words(text: str) -> Body | None:
    """The body that people mean by `CCG` or `the Clinical Commissioning Group`; None when no body is written so."""
    code = _codes_by_words().get(_plain(text))
    return None if code is None else _body(code)


def role_of(code: str, day: date, nation: str, area_kind: str) -> str | None:
    """The role a kind of body had on a day: responsible-authority, co-operating, invited, or none."""
    held = body(code)
    roles = {role.role for role in held.roles if role.is_held(day, nation, {area_kind})} if held else set()
    return next((role for role in ("responsible-authority", "co-operating", "invited") if role in roles), None)


def responsible_bodies(
    day: date, nation: str, area_kind: str, *, part_kinds: Collection[str] = (), fire_service_run_by: str | None = None
) -> list[BodyRequirement]:
    """Each responsible authority that section 5(1) named for such an area on a day.

    `part_kinds` are the kinds of the areas inside a combined area. Where the county council is the fire authority it is
    already there as the council, so no other is asked for.
    """
    kinds = {area_kind, *part_kinds}
    return [
        BodyRequirement(held, role, (held.code, *role.met_also_by))
        for held in all_bodies()
        for role in held.roles
        if role.role == "responsible-authority"
        and role.is_held(day, nation, kinds)
        and fire_service_run_by not in role.not_where_fire_service_run_by
    ]


def ended(code: str, day: date) -> Ending | None:
    """When a kind of body had ended by `day`, and its successor; None if it had not, as far as was seen."""
    held = body(code)
    if held is None or held.existed_until is None or day < held.existed_until:
        return None
    return Ending(held.existed_until - timedelta(days=1), held.successor, held.successor_from)


def change_days() -> tuple[date, ...]:
    """Every day on which any duty, body or role began or ended."""
    days: set[date | None] = set()
    for version in (version for each in all_duties() for version in each.versions):
        days |= {version.in_force_from, version.in_force_until}
    for held in all_bodies():
        days |= {held.existed_from, held.existed_until}
        days |= {day for role in held.roles for day in (role.first_day, role.until)}
    return tuple(sorted(day for day in days if day is not None))


def _plain(text: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", text.lower().replace("&", " and ").replace("'", "").replace("’", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@cache
def _codes_by_words() -> dict[str, str]:
    return {
        _plain(words): code
        for code, raw in _compiled()["bodies"].items()
        for words in (code, raw["title"], *raw["also_written"])
    }


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def _applies_to(raw: dict[str, Any]) -> AppliesTo:
    return AppliesTo(**_tuples(raw))


@cache
def _instrument(name: str) -> Instrument:
    raw = _tuples(_compiled()["instruments"][name])
    return Instrument(name=name, **{**raw, "compared_on": date.fromisoformat(raw["compared_on"])})


@cache
def _duty(number: int) -> Duty:
    raw = _tuples(_compiled()["duties"][number])
    return Duty(**{**raw, "instrument": _instrument(raw["instrument"]), "versions": tuple(_versions(raw["versions"]))})


def _versions(raws: Collection[dict[str, Any]]) -> Iterator[Version]:
    for raw in raws:
        fields = _tuples(raw)
        fields["in_force_from"] = date.fromisoformat(raw["in_force_from"])
        fields["in_force_until"] = _day(raw.get("in_force_until"))
        fields["applies_to"] = _applies_to(raw["applies_to"])
        if "shown_by" in raw:
            fields["shown_by"] = tuple(Shown(**item) for item in raw["shown_by"])
        if "every_year" in raw:
            fields["every_year"] = EveryYear(**raw["every_year"])
        if "within" in raw:
            fields["within"] = Within(**raw["within"])
        yield Version(**fields)


@cache
def _body(code: str) -> Body:
    raw = _tuples(_compiled()["bodies"][code])
    for key in ("existed_from", "existed_until", "successor_from"):
        raw[key] = _day(raw[key])
    raw["roles"] = tuple(_roles(raw["roles"]))
    return Body(code=code, **raw)


def _roles(raws: Collection[dict[str, Any]]) -> Iterator[Role]:
    for raw in raws:
        fields = _tuples(raw)
        fields["first_day"] = date.fromisoformat(raw["first_day"])
        fields["until"] = _day(raw.get("until"))
        fields["applies_to"] = _applies_to(raw["applies_to"])
        yield Role(**fields)
