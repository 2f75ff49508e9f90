"""What the public may not see leaves the records before any view is made: a view cannot print what it lacks."""

from dataclasses import replace
from typing import Any

from cspcycle.model.dossier import SECTIONS, Dossier
from cspcycle.model.events import AgendaItem
from cspcycle.model.partnership import Restriction
from cspcycle.model.record import Record
from cspcycle.model.reviews import Review
from cspcycle.model.strategic_assessment import StrategicAssessment

BASES = {
    "exempt-information": "exempt information under Schedule 12A to the Local Government Act 1972",
    "serious-violence-harm-test": "publication could put someone at risk, or hinder the prevention of crime",
    "review-anonymity": "the anonymity of a review of a death",
    "personal-data": "personal data",
    "partnership-only": "for the partnership only",
}

# What stays of a restricted assessment: that it exists, and its public summary.
KEPT_OF_ASSESSMENT = (
    "year",
    "title",
    "known_as",
    "kind",
    "status",
    "completed_on",
    "due",
    "received",
    "public_summary",
)
KEPT_OF_AGENDA_ITEM = ("title", "minutes")
# A review that has not been published shows only that it is under way.
KEPT_OF_REVIEW = ("reference", "kind", "known_as", "notified_on", "decided_on", "decision", "home_office_told_on")


def published(dossier: Dossier) -> Dossier:
    """The dossier without its restricted records; the very same object when it has none.

    The title of a restricted agenda item stays, and so do the year and the public summary of a restricted assessment.
    """
    changed: dict[str, Any] = {}
    for name in SECTIONS:
        value = getattr(dossier, name)
        kept = _kept(value)
        if kept is not value:
            changed[name] = kept
    return replace(dossier, **changed) if changed else dossier


def _kept(value: Any) -> Any:
    """The value without restricted records; None in place of one that stands alone."""
    if isinstance(value, Record):
        return _kept_record(value)
    if isinstance(value, tuple):
        items = tuple(item for item in map(_kept, value) if item is not None)
        return value if len(items) == len(value) and all(map(_same, items, value)) else items
    if isinstance(value, dict):
        kept = {key: item for key, old in value.items() if (item := _kept(old)) is not None}
        return value if len(kept) == len(value) and all(kept[key] is value[key] for key in kept) else kept
    return value


def _same(new: Any, old: Any) -> bool:
    return new is old


def _kept_record(record: Record) -> Record | None:
    restriction = getattr(record, "restricted", None)
    if restriction is not None:
        return _trace(record, restriction)
    if isinstance(record, Review) and record.published_on is None:
        return _reduced(record, KEPT_OF_REVIEW)
    changed = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        kept = _kept(value)
        if kept is not value:
            changed[name] = kept
    return _copy(record, changed) if changed else record


def _trace(record: Record, restriction: Restriction) -> Record | None:
    bare = _copy(restriction, {"reason": BASES[restriction.basis], "paragraph": None})
    if isinstance(record, AgendaItem):
        return _copy(_reduced(record, KEPT_OF_AGENDA_ITEM), {"restricted": bare})
    if isinstance(record, StrategicAssessment):
        return _copy(_reduced(record, KEPT_OF_ASSESSMENT), {"restricted": bare})
    return None


def _reduced(record: Record, names: tuple[str, ...]) -> Record:
    """The record with only these keys; every other is as if it had not been written."""
    fields = type(record).model_fields.items()
    empty = {name: field.get_default(call_default_factory=False) for name, field in fields if name not in names}
    if all(getattr(record, name) == value for name, value in empty.items()):
        return record
    return _copy(record, empty)


def _copy(record: Record, changed: dict[str, Any]) -> Record:
    copy = record.model_copy(update=changed)
    object.__setattr__(copy, "raw", record.raw)
    return copy
