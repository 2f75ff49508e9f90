"""The calendar file: identity, versions, cancellations, identical bytes, and hostile titles."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timetable.making import AT, after, timetable

from cspcycle.timetable.entry import Timetable
from cspcycle.timetable.events import CalendarState, Event, events_of, read_state
from cspcycle.timetable.icalendar_writer import write
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import PaperRule
from cspcycle.timetable.plan import Deadline, Milestone

FIRST = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
EMPTY = CalendarState()


def a_timetable(board_day: int = 14, title: str = "Data cut-off") -> Timetable:
    board = Body(
        "board",
        "Strategy group",
        AT,
        given=(GivenMeeting("board-1", date(2026, 7, board_day), AT),),
        papers=PaperRule(5),
        starts_at=time(10, 0),
    )
    return timetable(
        Milestone("cut-off", title, AT, on=date(2026, 9, 30)),
        Milestone("sa", "Assessment", AT, after=after("cut-off", 5)),
        Milestone("secret", "Restricted step", AT, on=date(2026, 10, 1), is_restricted=True),
        bodies=(board,),
        deadlines=(Deadline("plan", "Plan revised", AT, on=date(2027, 3, 31), provision="SI 2007/1830 reg. 11"),),
    )


def written(
    events: tuple[Event, ...], state: CalendarState = EMPTY, stamp: datetime = FIRST
) -> tuple[bytes, CalendarState, dict[str, Any]]:
    data, new_state = write(events, state, stamp=stamp, name="Vale CSP", calendar_id="vale")
    calendar = icalendar.Calendar.from_ical(data)
    return data, new_state, {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_unchanged_events_give_identical_bytes_on_another_day_and_in_another_order() -> None:
    events = events_of(a_timetable())
    first, state, _ = written(events)
    second, same_state, _ = written(tuple(reversed(events)), state, LATER)
    assert first == second
    assert state == same_state


def test_milestones_take_the_whole_day_and_meetings_have_a_time_in_london() -> None:
    _, _, events = written(events_of(a_timetable()))
    milestone, meeting, papers = (
        events["milestone-cut-off@vale"],
        events["meeting-board-1@vale"],
        events["paper-papers-board-1@vale"],
    )
    assert (milestone["DTSTART"].dt, milestone["DTEND"].dt) == (date(2026, 9, 30), date(2026, 10, 1))
    assert (milestone["TRANSP"], milestone["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
    assert meeting["DTSTART"].dt.isoformat() == "2026-07-14T10:00:00+01:00"
    assert (meeting["DTEND"].dt - meeting["DTSTART"].dt).total_seconds() == 7200
    assert meeting["DTSTART"].params["TZID"] == "Europe/London"
    assert meeting["TRANSP"] == "OPAQUE"
    assert papers["DTSTART"].dt == date(2026, 7, 6)
    categories = {uid: [str(each) for each in event["CATEGORIES"].cats] for uid, event in events.items()}
    assert categories == {
        "milestone-cut-off@vale": ["Milestone"],
        "milestone-sa@vale": ["Milestone"],
        "meeting-board-1@vale": ["Meeting"],
        "paper-papers-board-1@vale": ["Papers"],
        "law-plan@vale": ["Duty"],
    }


def test_the_sequence_rises_for_what_changed_and_for_nothing_else() -> None:
    _, state, _ = written(events_of(a_timetable()))
    _, state, events = written(events_of(a_timetable(board_day=15)), state, LATER)
    assert {uid: (event["SEQUENCE"], event["DTSTAMP"].dt) for uid, event in events.items()} == {
        "milestone-cut-off@vale": (0, FIRST),
        "milestone-sa@vale": (0, FIRST),
        "law-plan@vale": (0, FIRST),
        "meeting-board-1@vale": (1, LATER),
        "paper-papers-board-1@vale": (1, LATER),
    }
    renamed = events_of(a_timetable(board_day=15, title="Figures to 30 September"))
    _, _, events = written(renamed, state, LATER)
    assert {uid for uid, event in events.items() if event["SEQUENCE"] == 1 and event["DTSTAMP"].dt == LATER} >= {
        "milestone-cut-off@vale",
        "milestone-sa@vale",  # its reasons name the milestone it follows
    }
    assert events["law-plan@vale"]["SEQUENCE"] == 0


def test_a_dropped_event_is_cancelled_once_and_lives_again_if_it_comes_back() -> None:
    events = events_of(a_timetable())
    without = tuple(event for event in events if event.id != "milestone-sa")
    _, state, _ = written(events)
    cancelled, state, after_drop = written(without, state, LATER)
    event = after_drop["milestone-sa@vale"]
    assert (event["STATUS"], event["SEQUENCE"], event["SUMMARY"]) == ("CANCELLED", 1, "Cancelled: Assessment")
    again, state, _ = written(without, state, FIRST)
    assert again == cancelled
    _, _, back = written(events, state, LATER)
    assert (back["milestone-sa@vale"]["STATUS"], back["milestone-sa@vale"]["SEQUENCE"]) == ("CONFIRMED", 2)


def test_restricted_entries_are_written_only_when_asked_for() -> None:
    assert "milestone-secret" not in {event.id for event in events_of(a_timetable())}
    assert "milestone-secret" in {event.id for event in events_of(a_timetable(), with_restricted=True)}


def test_alarms_are_there_when_asked_for() -> None:
    _, _, events = written(events_of(a_timetable(), alarm_days=(7, 1)))
    assert [alarm["TRIGGER"].to_ical() for alarm in events["law-plan@vale"].walk("VALARM")] == [b"-P7D", b"-P1D"]


def test_the_state_is_read_back_from_its_file() -> None:
    _, state, _ = written(events_of(a_timetable()))
    read, found = read_state(state.to_json(), "timetable.state.json")
    assert found == []
    assert read == state
    assert read is not None
    assert read.to_json() == state.to_json()


def spoilt(key: str, value: object) -> str:
    seen = {"title": "t", "on": "2026-02-03", "category": "c"}
    event: dict[str, object] = {"seen": seen, "sequence": 1, "stamp": "20260101T000000Z", "is_cancelled": False}
    return json.dumps({"version": 1, "events": {"a": event | {key: value}}})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '{"version": 2, "events": {}}',
        '{"version": 1, "events": {"a": {}}}',
        "[" * 100_000,
        spoilt("seen", {"title": "t", "on": "2026-02-30", "category": "c"}),
        spoilt("sequence", -1),
        spoilt("stamp", "yesterday"),
        spoilt("is_cancelled", "no"),
    ],
)
def test_a_spoilt_state_file_is_a_located_finding(text: str) -> None:
    state, (finding,) = read_state(text, "timetable.state.json")
    assert state is None
    assert (finding.at.file, finding.code) == ("timetable.state.json", "timetable/calendar-state")


hostile = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from('\r\n\x00\x0b\x85\u2028\u202e;,:\\"BEGIN:VEVENT\ud800é')),
    max_size=200,
)


@settings(max_examples=150)
@given(hostile, hostile, st.text(st.characters(codec="utf-8"), min_size=1, max_size=50))
def test_no_title_or_identity_escapes_from_its_property(title: str, description: str, event_id: str) -> None:
    event = Event(event_id, title, date(2026, 9, 30), "Milestone", description=description)
    data, state, events = written((event, Event("other", "Other", date(2026, 9, 30), "Milestone")))
    lines = data.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not [c for line in lines for c in line if c < " " or c in "\x7f\x85\u2028\u2029\u202e"]
    assert len(events) == (1 if event_id == "other" else 2)
    assert data.count(b"\r\nSUMMARY") == len(events)
    again, found = read_state(json.dumps(json.loads(state.to_json())), "state.json")
    assert found == []
    assert written((event, Event("other", "Other", date(2026, 9, 30), "Milestone")), again or EMPTY, LATER)[0] == data


def test_the_last_day_there_is_has_no_next_day() -> None:
    _, _, events = written((replace(events_of(a_timetable())[0], on=date.max),))
    assert all("DTEND" not in event for event in events.values() if not isinstance(event["DTSTART"].dt, datetime))
