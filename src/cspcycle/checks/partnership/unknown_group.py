"""A group that is named by an id which no group has.

Why it matters: the seat, meeting, priority or action belongs to nothing, and is left out of that group's papers.
Instead: use the id of a group under `groups:`, or write the group there.
Source: practice: a partnership's papers often call one group by several names.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_in, suggestion, told_once
from cspcycle.checks.seats import described
from cspcycle.model.dossier import Dossier
from cspcycle.model.record import Record
from cspcycle.model.timetable import Timetable
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """Each unknown id once; only the first of all where no group is written, which is one mistake."""
    known = defined_in(context.dossier, "groups")
    if not known.is_complete:
        return
    has_groups = "no group has that id" if known else "no groups are written"
    yield from told_once(
        (
            group if known else "",
            Fault(at, f'{what} "{group}", but {has_groups}', fix=suggestion(group, known, "groups")),
        )
        for group, at, what in _uses(context.dossier)
        if group not in known
    )


def _uses(dossier: Dossier) -> Iterator[tuple[str, Location, str]]:
    """Each id, where it is used, and the beginning of the sentence."""
    for seat in dossier.membership:
        for group_id in seat.sits_on:
            sits_on = seat.raw["sits_on"]
            yield group_id, Location(sits_on.file, *sits_on.places[group_id][:2]), f"{described(seat)} sits on"
    for group in dossier.groups:
        for index, above in enumerate(group.reports_to):
            yield above, group.at("reports_to", index), f'"{group.name}" reports to'
    for record, key, words in _records(dossier):
        if named := getattr(record, key):
            yield named, record.at(key), words


def _records(dossier: Dossier) -> Iterator[tuple[Record, str, str]]:
    timetable = dossier.timetable or Timetable()
    yield from ((meeting, "group", "the meeting is one of") for meeting in dossier.meetings)
    yield from ((each, "group", f'the priority "{each.title}" is delivered by') for each in dossier.priorities)
    yield from ((action, "group", f'the action "{action.what}" is followed by') for action in dossier.every_action())
    yield from (
        (step, "at_next_meeting_of", f'"{step.task}" is taken at a meeting of') for step in timetable.milestones
    )


CHECK = Check("partnership/unknown-group", Severity.ERROR, find, fix="use the id of a group under `groups:`")
