"""A committee calendar that somebody keeps as a table: one meeting a row."""

from cspcycle.source.csv_reader import Row, Table
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.meetings import GivenMeeting
from cspcycle.timetable.read_days import read_day, read_time

_COLUMNS = {
    "date": ("date", "meeting date", "day"),
    "time": ("time", "start", "start time"),
    "id": ("id", "reference"),
    "title": ("title", "meeting", "name"),
    "minutes": ("minutes", "length in minutes"),
    "papers": ("papers", "papers due", "publication date"),
    "body": ("body", "committee", "group"),
}


def read_meeting_table(
    table: Table, body_id: str, *, body_title: str = ""
) -> tuple[tuple[GivenMeeting, ...], list[Diagnostic]]:
    """The meetings of one body, whose rows a column `body` tells apart if there is one; and what could not be read."""
    columns = {
        key: next((column for column in table.header if column.casefold() in names), "")
        for key, names in _COLUMNS.items()
    }
    if not columns["date"]:
        at = Location(table.file, table.header_line)
        return (), [_fault(at, "no column says on which day a meeting is", "call one of the columns `date`")]
    wanted = {body_id.casefold(), body_title.casefold()} - {""}
    meetings: list[GivenMeeting] = []
    found: list[Diagnostic] = []
    for row in table.rows:
        if not columns["body"] or row[columns["body"]].casefold() in wanted:
            cells = {key: row[column] if column else "" for key, column in columns.items()}
            meeting = _meeting(cells, row, table, body_id, found)
            if meeting is not None:
                meetings.append(meeting)
    return tuple(meetings), found


def _meeting(
    cells: dict[str, str], row: Row, table: Table, body_id: str, found: list[Diagnostic]
) -> GivenMeeting | None:
    at = table.at(row)
    on = read_day(cells["date"])
    if on is None:
        found.append(_fault(at, f"“{cells['date']}” is no day", "write the day like 2027-03-04 or 4 March 2027"))
        return None
    starts_at = read_time(cells["time"])
    if cells["time"] and starts_at is None:
        found.append(_fault(at, f"“{cells['time']}” is no time of day", "write the time like 18:30"))
    papers_on = read_day(cells["papers"])
    if cells["papers"] and papers_on is None:
        found.append(_fault(at, f"“{cells['papers']}” is no day", "write the day like 2027-03-04 or 4 March 2027"))
    minutes = cells["minutes"]
    is_length = minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:5]) <= 24 * 60 and len(minutes) <= 4
    if minutes and not is_length:
        found.append(_fault(at, f"“{minutes}” is no length in minutes", "write a number from 1 to 1440"))
    return GivenMeeting(
        cells["id"] or f"{body_id}-{on.isoformat()}",
        on,
        at,
        title=cells["title"],
        starts_at=starts_at,
        minutes=int(minutes) if is_length else None,
        papers_on=papers_on,
    )


def _fault(at: Location, message: str, fix: str) -> Diagnostic:
    return Diagnostic(at, "timetable/meeting-row", message, Severity.ERROR, fix=fix)
