"""A committee's calendar, from a file that somebody else keeps, as lines for `meetings.yaml`."""

from pathlib import Path

from cspcycle.application.timetable import Planned
from cspcycle.source.csv_reader import read_csv
from cspcycle.source.diagnostic import CannotContinue, Diagnostic
from cspcycle.source.near import nearest
from cspcycle.timetable.calendar_events import MOST_BYTES
from cspcycle.timetable.meeting_import import read_meeting_calendar
from cspcycle.timetable.meeting_table import read_meeting_table
from cspcycle.timetable.meetings import GivenMeeting


def import_meetings(planned: Planned, path: Path, group_id: str) -> tuple[tuple[GivenMeeting, ...], list[Diagnostic]]:
    """The meetings of the group in the year that the file holds, and what in it could not be read.

    Raises: CannotContinue if there is no such group, or the file cannot be read.
    """
    group = planned.dossier.group_ids.get(group_id)
    if group is None:
        near = nearest(group_id, planned.dossier.group_ids)
        fix = f"did you mean {near}?" if near else "write the group under `groups:` first, and name its id with --for"
        raise CannotContinue(f"no group has the id “{group_id}”", fix)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotContinue(f"{path} cannot be read: {error.strerror}", "check the name of the file") from error
    year = planned.year
    if path.suffix.lower() == ".csv":
        table, found = read_csv(data, path.name, most_bytes=MOST_BYTES)
        meetings, more = read_meeting_table(table, group.id, body_title=group.name)
        return tuple(each for each in meetings if each.on in year), [*found, *more]
    return read_meeting_calendar(data, path.name, group.id, first_day=year.first_day, until=year.until)
