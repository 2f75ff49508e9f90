"""Meetings in a view, and the agenda of one: its items timed to its length, the restricted ones apart."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import cast

from cspcycle.documents.views.naming import Names, View, document_view, opening, restriction_view
from cspcycle.model.events import AgendaItem, Meeting
from cspcycle.model.partnership import Group


def meetings_view(names: Names) -> list[View]:
    """Every meeting that is dated, in order."""
    dated = sorted((day, index) for index, meeting in enumerate(names.dossier.meetings) if (day := meeting.when))
    return [_meeting(names.dossier.meetings[index], names) for _, index in dated]


def choose_meeting(names: Names, meeting_id: str | None) -> Meeting | None:
    """The meeting of that id; without one the strategy group's next, or its last, or its first as a pattern."""
    meetings = names.dossier.meetings
    if meeting_id is not None:
        return next((meeting for meeting in meetings if meeting.id == meeting_id), None)
    group = names.dossier.strategy_group()
    ours = [each for each in meetings if group is not None and each.group == group.id and not each.cancelled_on]
    dated = sorted((each.when, index) for index, each in enumerate(ours) if each.when is not None)
    coming = [index for day, index in dated if day is not None and day >= names.on]
    if coming:
        return ours[coming[0]]
    return ours[dated[-1][1]] if dated else None


def agenda_view(names: Names, meeting_id: str | None) -> View:
    """The agenda of a meeting of the strategy group; its usual shape when no meeting is dated; empty without either."""
    meeting = choose_meeting(names, meeting_id)
    group_id = meeting.group if meeting is not None else None
    group = names.dossier.group_ids.get(group_id or "") or names.dossier.strategy_group()
    if meeting is None and (group is None or not group.agenda):
        return {}
    items = meeting.agenda if meeting is not None else ()
    starts_at = meeting.starts_at or "" if meeting is not None else ""
    length = (group.meets.minutes if group is not None and group.meets else None) or 0
    open_items = [item for item in items if item.restricted is None]
    restricted = [item for item in items if item.restricted is not None]
    before = sum(item.minutes or 0 for item in open_items)
    usual = _usual(group, starts_at) if group is not None else []
    first = 1 + sum(len(part.items) for part in group.agenda) if group is not None else 1
    return {
        **(_meeting(meeting, names) if meeting is not None else _no_meeting(group, names)),
        "length": length,
        "length_words": _hours(length),
        "ends_at": _clock(starts_at, length) if length else "",
        "items": _timed(open_items, starts_at, 0, first),
        "restricted_items": _timed(restricted, starts_at, before, first + len(open_items)),
        "minutes": before + sum(item.minutes or 0 for item in restricted),
        "usual": usual,
        "rules": list(group.rules) if group is not None else [],
        "last_meeting": _last_meeting(meeting, group, names),
    }


def coming_up(timetable: View, actions: Iterable[View], *, since: date, until: date | None) -> list[View]:
    """What is late, and the steps and actions that fall due from one meeting until the next, by day."""
    first, last = since.isoformat(), until.isoformat() if until is not None else ""
    found = [
        (str(each["due_on"]), {"by": each["by"], "what": each["title"], "who": each["who"], "is_late": each["is_late"]})
        for each in cast("list[View]", timetable["coming"])
    ]
    found += [
        (str(each["sort"]), {"by": each["due"], "what": each["what"], "who": each["lead"], "is_late": each["is_late"]})
        for each in actions
        if each["is_late"] or (each["standing"] == "open" and first <= str(each["sort"]) <= last)
    ]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def coming_public(dated: Iterable[View], on: date) -> list[View]:
    """The public meetings that are still to come."""
    return [
        each
        for each in dated
        if each["is_public"] and not each["is_held"] and not each["cancelled_on"] and str(each["on"]) >= on.isoformat()
    ]


def next_meeting_day(names: Names, after: date) -> date | None:
    """The day of the strategy group's next meeting after a day."""
    group = names.dossier.strategy_group()
    days = (each.when for each in names.dossier.meetings if group and each.group == group.id and not each.cancelled_on)
    return min((day for day in days if day is not None and day > after), default=None)


def _meeting(meeting: Meeting, names: Names) -> View:
    body = names.group(meeting.group) if meeting.group else "Public meeting" if meeting.public else ""
    return {
        "id": meeting.id or "",
        "title": meeting.title or body,
        "group": body,
        "is_public": bool(meeting.public),
        "on": meeting.when or "",
        "is_held": meeting.held_on is not None,
        "cancelled_on": meeting.cancelled_on or "",
        "starts_at": meeting.starts_at or "",
        "place": meeting.place or "",
        "quorate": "" if meeting.quorate is None else "yes" if meeting.quorate else "no",
        "attendance": [{"body": names.body(each.body), "post": opening(each.post)} for each in meeting.attendance],
        "decisions": [
            {"what": opening(each.what), "minute": each.minute or "", "ratified_on": each.ratified_on or ""}
            for each in meeting.decisions
        ],
        "papers_out_on": meeting.papers_out_on or "",
        "minutes_document": document_view(meeting.minutes_document),
    }


def _no_meeting(group: Group | None, names: Names) -> View:
    name = group.name if group is not None else ""
    return _meeting(Meeting.model_construct(title=name, group=group.id if group is not None else None), names)


def _last_meeting(meeting: Meeting | None, group: Group | None, names: Names) -> View:
    """The same group's last meeting held before this one, for the minutes and what it decided."""
    limit = meeting.when if meeting is not None and meeting.when is not None else names.on
    held = [
        (each.held_on, index)
        for index, each in enumerate(names.dossier.meetings)
        if group is not None and each.group == group.id and each.held_on is not None and each.held_on < limit
    ]
    return _meeting(names.dossier.meetings[max(held)[1]], names) if held else {}


def _usual(group: Group, starts_at: str) -> list[View]:
    parts, past, first = [], 0, 1
    for part in group.agenda:
        minutes = part.minutes or 0
        parts.append(
            {
                "part": part.part,
                "first": first,
                "minutes": minutes,
                "from": _clock(starts_at, past),
                "until": _clock(starts_at, past + minutes),
                "items": [opening(item) for item in part.items],
            }
        )
        past += minutes
        first += len(part.items)
    return parts


def _timed(items: list[AgendaItem], starts_at: str, past: int, first: int) -> list[View]:
    """The items with their times, numbered on from those before them, as minutes refer to them."""
    timed: list[View] = []
    for number, item in enumerate(items, start=first):
        timed.append(
            {
                "number": number,
                "title": item.title,
                "lead": opening(item.lead),
                "minutes": item.minutes or 0,
                "from": _clock(starts_at, past),
                "paper": item.paper or "",
                "recommendations": list(item.recommendations),
                "restricted": restriction_view(item.restricted),
            }
        )
        past += item.minutes or 0
    return timed


def _clock(starts_at: str, minutes: int) -> str:
    """The time so many minutes after the start, on the 24-hour clock; empty when the start is not known."""
    hour, _, minute = starts_at.partition(":")
    if not (hour.isdigit() and minute.isdigit() and len(starts_at) <= 5):
        return ""
    total = timedelta(hours=int(hour), minutes=int(minute) + minutes)
    hours, seconds = divmod(int(total.total_seconds()), 3600)
    return f"{hours % 24:02d}:{seconds // 60:02d}"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    said = [f"{hours} hour{'' if hours == 1 else 's'}" if hours else "", f"{rest} minutes" if rest else ""]
    return " ".join(part for part in said if part)
