"""The calendar as an iCalendar file, with the memory of what was sent before in one small file beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from cspcycle.application.output_file import write_output
from cspcycle.application.timetable import Planned
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.timetable.entry import Entry, Timetable
from cspcycle.timetable.events import CalendarState, events_of, read_state
from cspcycle.timetable.icalendar_writer import write


def calendar_text(planned: Planned, entries: Sequence[Entry], *, alarm_days: Sequence[int]) -> bytes:
    """The calendar of these entries as if nothing had been sent before."""
    return _write(planned, entries, CalendarState(), alarm_days)[0]


def write_calendar(planned: Planned, entries: Sequence[Entry], output: Path, *, alarm_days: Sequence[int]) -> Path:
    """Write the calendar, and beside it what was sent, which is read again the next time; the path of that file.

    Raises: CannotContinue if the memory cannot be used, or the machine refuses to write.
    """
    memory = state_file(output)
    state = CalendarState()
    try:
        if memory.exists():
            known, found = read_state(memory.read_text(encoding="utf-8", errors="replace"), str(memory))
            if known is None:
                raise CannotContinue(found[0].message, found[0].fix)
            state = known
    except OSError as error:
        raise CannotContinue(f"{memory} cannot be read: {error.strerror}", "check the file") from error
    data, following = _write(planned, entries, state, alarm_days)
    write_output(output, data)
    write_output(memory, following.to_json().encode())
    return memory


def state_file(output: Path) -> Path:
    """`board.ics` is remembered in `board.state.json`."""
    return output.with_name(f"{output.stem}.state.json")


def _write(
    planned: Planned, entries: Sequence[Entry], state: CalendarState, alarm_days: Sequence[int]
) -> tuple[bytes, CalendarState]:
    events = events_of(Timetable(tuple(entries), ()), with_restricted=True, alarm_days=alarm_days)
    stamp = datetime.combine(planned.on, time(), UTC)
    name = planned.dossier.partnership.name
    return write(events, state, stamp=stamp, name=name, calendar_id=_calendar_id(planned))


def _calendar_id(planned: Planned) -> str:
    """What tells this partnership's entries from all others: its code, which stays when its name changes."""
    area = planned.dossier.partnership.area
    words = area.csp_code or area.code or area.name
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split()) + ".cspcycle"
