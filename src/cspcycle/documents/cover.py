"""The cover of a document: its title in the partnership's words, its version, and the road to its approval."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cspcycle.documents.catalogue import Template
from cspcycle.documents.filters import day

Lines = Iterator[tuple[str, str]]


class Cover(NamedTuple):
    """Title, version, and further lines of name and value."""

    title: str
    version: str = ""
    particulars: tuple[tuple[str, str], ...] = ()


def cover_of(template: Template, view: Mapping[str, Any]) -> Cover:
    """The cover of a document; one that we do not know has the title of its template."""
    make = COVERS.get(template.name)
    cover = make(view) if make is not None else Cover("")
    title = template.title if template.is_overridden or not cover.title else cover.title
    return Cover(title, cover.version, tuple(line for line in cover.particulars if line[1]))


def _day(value: object) -> str:
    return day(value) if isinstance(value, date) else str(value or "")


def _approval(approval: Mapping[str, Any]) -> str:
    if approval.get("on"):
        minute = f" ({approval['minute']})" if approval["minute"] else ""
        return f"{approval['by']}, {_day(approval['on'])}{minute}"
    planned = f", planned for {_day(approval['planned_on'])}" if approval.get("planned_on") else ""
    return f"{approval['by']}{planned}" if approval.get("by") else ""


def _version(held: Mapping[str, Any]) -> str:
    versions = held.get("versions") or []
    return str(versions[-1]["number"]) if versions else ""


def _period(first: object, last: object) -> str:
    return f"{_day(first)} to {_day(last)}" if first and last else ""


def _assessment(view: Mapping[str, Any]) -> Cover:
    held = view["assessment"]
    called = held["known_as"] or "Strategic assessment"
    title = held["title"] or f"{called} {held['year']}".strip()
    lines = (
        ("Area", view["partnership"]["area"]),
        ("Data", _period(held["data_from"], held["data_to"])),
        ("Completed", _day(held["completed_on"])),
        ("Due", "" if held["completed_on"] else _day(held["due"])),
        ("Received by", _approval(held["received"])),
    )
    return Cover(title, _version(held), lines)


def _plan(view: Mapping[str, Any]) -> Cover:
    held = view["plan"]
    lines = (
        ("Area", view["partnership"]["area"]),
        ("Period", _period(held["starts_on"], held["ends_on"]) or held["period"]),
        ("Agreed by", "; ".join(filter(None, map(_approval, held["approvals"])))),
        ("Next review", _day(held["next_review"])),
    )
    return Cover(held["title"] or held["known_as"], _version(held), lines)


def _summary(view: Mapping[str, Any]) -> Cover:
    plan = view["plan"]
    lines = (("Plan", plan["title"] or plan["known_as"]),)
    return Cover(f"{view['partnership']['called']}: our plan in short", "", lines)


def _agenda(view: Mapping[str, Any]) -> Cover:
    held = view["agenda"]
    if not held:
        return Cover("")
    until = f" to {held['ends_at']}" if held["ends_at"] else ""
    lines = (
        ("Meeting", held["group"] if held["group"] != held["title"] else ""),
        ("Day", _day(held["on"])),
        ("Time", f"{held['starts_at']}{until}" if held["starts_at"] else held["length_words"]),
        ("Place", held["place"]),
        ("Papers out", _day(held["papers_out_on"])),
    )
    return Cover(f"Agenda: {held['title']}", "", lines)


def _membership(view: Mapping[str, Any]) -> Cover:
    group = view["strategy_group"]
    if not group:
        return Cover("Membership and terms of reference")
    lines = (("Agreed", _day(group["terms"]["agreed_on"])), ("Next review", _day(group["terms"]["review_by"])))
    return Cover(f"{group['name']}: membership and terms of reference", "", lines)


def _agreement(view: Mapping[str, Any]) -> Cover:
    held = view["agreement"]
    if not held:
        return Cover("")
    lines = (("County", view["partnership"]["area"]), ("Made on", _day(held["completed_on"])))
    return Cover(f"Community safety agreement {held['year']}", "", lines)


def _duties(view: Mapping[str, Any]) -> Cover:
    return Cover(f"{view['partnership']['called']}: our duties and how we meet them")


def _timetable(view: Mapping[str, Any]) -> Cover:
    held = view["timetable"]
    return Cover(held["title"], "", (("Leads to the plan for", held["for_plan_year"]),))


def _report(view: Mapping[str, Any]) -> Cover:
    lines = (("To", view["scrutiny"]["name"]),)
    return Cover(f"{view['partnership']['called']}: yearly report to scrutiny", "", lines)


COVERS: Mapping[str, Callable[[Mapping[str, Any]], Cover]] = {
    "strategic-assessment": _assessment,
    "partnership-plan": _plan,
    "plan-summary": _summary,
    "agenda": _agenda,
    "membership": _membership,
    "community-safety-agreement": _agreement,
    "duties-checklist": _duties,
    "annual-report": _report,
    "timetable": _timetable,
}
