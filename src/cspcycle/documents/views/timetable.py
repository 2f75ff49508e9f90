"""The timetable in a view: the steps, the meetings with their papers, the deadlines; nothing restricted in public."""

from collections.abc import Iterable
from datetime import date, timedelta

from cspcycle.documents.filters import day as in_words
from cspcycle.documents.views.naming import Names, View, opening
from cspcycle.model.dossier import Dossier
from cspcycle.timetable.entry import Entry, Source, Status
from cspcycle.timetable.from_dossier import timetable_of
from cspcycle.timetable.who import in_short

STANDINGS = {
    Status.DONE: "Done",
    Status.LATE: "Late",
    Status.DUE: "Due within 30 days",
    Status.PLANNED: "Planned",
    Status.PAST: "Past",
}
COMING = timedelta(days=120)  # without a next meeting, what falls due within a quarter and a month


def empty_timetable() -> View:
    """The shape of a timetable for documents that have none."""
    return {"title": "", "for_plan_year": "", "agreed": {"by": "", "on": "", "planned_on": "", "minute": ""}} | {
        name: list[View]() for name in ("steps", "meetings", "deadlines", "closures", "coming")
    }


def timetable_view(dossier: Dossier, names: Names, *, since: date | None, until: date | None) -> View:
    """The timetable of the whole dossier, as far as the audience of `names` may see it.

    The days are reckoned with every step, restricted or not: leaving one out would move the others.
    """
    entries = tuple(_shown(dossier, names))
    written = names.dossier.timetable
    to_do = (each for each in entries if each.status in {Status.LATE, Status.DUE, Status.PLANNED})
    first = since or names.on
    last = until or first + min(COMING, date.max - first)  # a meeting may be planned for the end of time
    coming = (each for each in to_do if each.status is Status.LATE or first <= each.due_on <= last)
    return empty_timetable() | {
        "title": written.title or "" if written else "",
        "for_plan_year": written.for_plan_year or "" if written else "",
        "agreed": names.approval(written.agreed) if written and written.agreed else empty_timetable()["agreed"],
        "steps": [_entry(each, names) for each in entries if each.source is Source.MILESTONE],
        "meetings": [_entry(each, names) for each in entries if each.source in {Source.MEETING, Source.PAPER}],
        "deadlines": [_entry(each, names) for each in entries if each.source in {Source.LAW, Source.REGISTER}],
        "coming": [_entry(each, names) for each in coming if each.source not in {Source.MEETING, Source.PAPER}],
        "closures": [
            {"first_day": each.first_day, "last_day": each.last_day or "", "reason": each.reason}
            for each in (written.closures if written else ())
        ],
    }


def _shown(dossier: Dossier, names: Names) -> Iterable[Entry]:
    """The entries; for the public only those that would stand there in the same words without restricted records."""
    entries = timetable_of(dossier, on=names.on).entries
    if names.dossier is dossier:
        return entries
    public = {_words(each) for each in timetable_of(names.dossier, on=names.on).entries}
    return (each for each in entries if not each.is_restricted and _words(each) in public)


def _words(entry: Entry) -> tuple[str, ...]:
    earlier = (f"{each.because} {each.minute}" for each in entry.planned_earlier)
    return (entry.id, entry.title, entry.who, entry.slipped_because, entry.minute, entry.label or "", *earlier)


def _entry(entry: Entry, names: Names) -> View:
    earlier = entry.planned_earlier[0] if entry.planned_earlier else None
    time = entry.starts_at.strftime("%H:%M") if entry.starts_at else ""
    return {
        "title": entry.title,
        "who": in_short([opening(name) for name in names.naming.names(entry.who)]),
        "by": entry.label or in_words(entry.due_on),
        "due_on": entry.due_on,
        "starts_on": entry.starts_on or "",
        "standing": STANDINGS[entry.status],
        "is_done": entry.status is Status.DONE,
        "is_late": entry.status is Status.LATE,
        "because": entry.slipped_because,
        "moved_from": (earlier.label or in_words(earlier.due_on)) if earlier is not None else "",
        "actual_on": entry.actual_on or "",
        "time": time,
        "provision": entry.provision,
        "restricted": entry.is_restricted,
    }
