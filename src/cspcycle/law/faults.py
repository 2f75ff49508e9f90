"""What an instrument file must say, and what is wrong when it does not: every mistake, each with its line."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from cspcycle.law.instrument import AREA_KINDS, CARRIED_BY, FORCES, NATIONS, ON_WHOM, POLICING_BODIES, STATUSES
from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.source.diagnostic import Location as Place
from cspcycle.source.yaml_reader import Mapping

INSTRUMENT = ({"title", "citation", "nations", "address", "compared_on", "read", "duties"}, {"applies_to"})
DUTY = (
    {"id", "title", "says_plainly", "why_it_matters", "on_whom", "carried_by", "force", "fix", "versions"},
    {"status", "applies_to", "failing", "passing", "shown", "said_to_be", "note", "nations"},
)
WAYS = {"shown_by", "every_year", "within", "judged_by", "declared"}
STARTS = {"in_force_from", "in_force_from_month", "in_force_by"}
VERSION = (
    {"provision", "source", "says", "checked"},
    {
        *WAYS,
        *STARTS,
        "nations",
        "in_force_until",
        "ended_by",
        "amended_by",
        "applies_to",
        "secondary_source",
        "note",
        "warn",
    }
    | {"gap_before", "items", "limbs", "months", "days"},
)
BODY = (
    {"title", "nations", "roles"},
    {"also_written", "existed_from", "existed_until", "successor", "successor_from", "note"},
)
ROLE = (
    {"role", "nations", "from", "provision", "source", "checked"},
    {
        "until",
        "area_kinds",
        "not_area_kinds",
        "met_also_by",
        "not_where_fire_service_run_by",
        "secondary_source",
        "note",
    },
)
APPLIES_TO = (
    set[str](),
    {"area_kinds", "not_area_kinds", "policing_bodies", "not_policing_bodies", "places", "police_areas"}
    | {"only_when", "only_when_words"},
)
VOCABULARIES: dict[str, Any] = {
    "nations": NATIONS,
    "on_whom": ON_WHOM,
    "carried_by": CARRIED_BY,
    "force": FORCES,
    "status": STATUSES,
    "checked": {"yes", "secondary"},
    "role": {"responsible-authority", "co-operating", "invited"},
    "area_kinds": AREA_KINDS,
    "not_area_kinds": AREA_KINDS,
    "policing_bodies": POLICING_BODIES,
    "not_policing_bodies": POLICING_BODIES,
}
DAYS = {
    "compared_on",
    "in_force_from",
    "in_force_until",
    "in_force_by",
    "from",
    "until",
    "existed_from",
    "existed_until",
}


def fault(mapping: Mapping, key: str | None, message: str) -> Diagnostic:
    """A mistake at a key of a mapping, or at the mapping itself."""
    line, column = mapping.places[key][:2] if key in mapping.places else (mapping.line, mapping.column)
    return Diagnostic(Place(mapping.file, line, column), "law/register", message, Severity.ERROR)


def shape_faults(mapping: Mapping, shape: tuple[set[str], set[str]], what: str) -> Iterator[Diagnostic]:
    """Keys that are missing, unknown or empty, words outside their vocabulary, and days that are none."""
    required, optional = shape
    for key in sorted(required - mapping.keys()):
        yield fault(mapping, None, f"{what} has no `{key}`")
    for key, value in mapping.items():
        if key not in required | optional:
            yield fault(mapping, key, f"{what} cannot have `{key}`")
        elif value is None or value == "":
            yield fault(mapping, key, f"`{key}` of {what} is empty")
        elif key in VOCABULARIES:
            for word in value if isinstance(value, list) else [value]:
                if word not in VOCABULARIES[key]:
                    yield fault(mapping, key, f"`{key}` of {what} cannot be `{word}`")
        elif key in DAYS and not is_day(value):
            yield fault(mapping, key, f"`{key}` of {what} is not a day")
    if mapping.get("checked") == "secondary" and not mapping.get("secondary_source"):
        yield fault(mapping, "checked", f"{what} rests on a secondary source and does not name it")


def is_day(value: Any) -> bool:
    """Whether it is a day of the calendar, written 2007-08-01."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def duty_faults(duty: Mapping) -> Iterator[Diagnostic]:
    """What is wrong with a duty and with each of its versions."""
    what = f"duty `{duty.get('id', '?')}`"
    yield from shape_faults(duty, DUTY, what)
    waits = duty.get("status", "in-force") in {"unverified", "enacted-not-commenced"}
    versions = duty.get("versions") or []
    if waits and not duty.get("shown"):
        yield fault(duty, "status", f"{what} is never demanded, so it says under `shown` how it stands")
    if not versions and not waits:
        yield fault(duty, "versions", f"{what} has no version")
    if isinstance(duty.get("applies_to"), Mapping):
        yield from shape_faults(duty["applies_to"], APPLIES_TO, f"where {what} applies")
    for version in versions:
        yield from version_faults(version, what, demanded=not waits and not duty.get("shown"))


def version_faults(version: Mapping, what: str, *, demanded: bool) -> Iterator[Diagnostic]:
    """What is wrong with one version."""
    what = f"a version of {what}"
    yield from shape_faults(version, VERSION, what)
    if len(STARTS & version.keys()) != 1:
        yield fault(version, None, f"{what} says in exactly one way from when it is in force")
    if not re.match(r"[12]\d{3}-(0[1-9]|1[0-2])\Z", str(version.get("in_force_from_month", "2000-01"))):
        yield fault(version, "in_force_from_month", f"`in_force_from_month` of {what} is not a month")
    if ("in_force_until" in version) != ("ended_by" in version):
        yield fault(version, "in_force_until", f"{what} that ends says what ended it, and only such a version does")
    if len(WAYS & version.keys()) != (1 if demanded else 0):
        how = "exactly one way" if demanded else "no way, because its duty is only shown"
        yield fault(version, None, f"{what} names {how} in which it is shown to be met")
    if not str(version.get("source", "https://")).startswith("https://"):
        yield fault(version, "source", f"the source of {what} is no https address")
    if isinstance(version.get("applies_to"), Mapping):
        yield from shape_faults(version["applies_to"], APPLIES_TO, f"where {what} applies")


def period_faults(duty: dict[str, Any], place: Mapping) -> Iterator[Diagnostic]:
    """Versions of a compiled duty that overlap, or leave a gap nobody wrote down, in one nation and kind of area."""
    for nation in duty["nations"]:
        versions = sorted(
            (v for v in duty["versions"] if nation in v["nations"]), key=lambda v: str(v["in_force_from"])
        )
        if not versions and duty["status"] not in {"unverified", "enacted-not-commenced"}:
            yield fault(place, "versions", f"duty `{duty['id']}` has no version for {nation}")
        for number, later in enumerate(versions):
            until = later.get("in_force_until")
            if until is not None and until <= later["in_force_from"]:
                yield fault(place, "versions", f"a version of duty `{duty['id']}` ends before it begins, on {until}")
            if number == 0:
                continue
            ends = [v.get("in_force_until") or "9999" for v in versions[:number] if not _apart(v, later)]
            if ends and max(ends) > later["in_force_from"]:
                yield fault(
                    place,
                    "versions",
                    f"versions of duty `{duty['id']}` overlap in {nation} on {later['in_force_from']}",
                )
            elif ends and max(ends) < later["in_force_from"] and "gap_before" not in later:
                yield fault(
                    place, "versions", f"duty `{duty['id']}` has a gap in {nation} before {later['in_force_from']}"
                )


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether no area can be under both versions."""
    here, there = one["applies_to"], other["applies_to"]
    for only, never in (("area_kinds", "not_area_kinds"), ("policing_bodies", "not_policing_bodies")):
        for left, right in ((here, there), (there, here)):
            wanted = set(left.get(only, ()))
            if wanted and (wanted <= set(right.get(never, ())) or (right.get(only) and not wanted & set(right[only]))):
                return True
    return False
