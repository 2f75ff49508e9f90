"""Committee calendars that somebody else made, as .ics and as a table: read, or told where they cannot be."""

from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timetable.making import YEAR

from cspcycle.source.csv_reader import read_csv
from cspcycle.timetable import calendar_events
from cspcycle.timetable.meeting_import import read_meeting_calendar
from cspcycle.timetable.meeting_table import read_meeting_table
from cspcycle.timetable.meetings import GivenMeeting
from cspcycle.timetable.read_days import read_day, read_time
from cspcycle.timetable.recurrence import NotUnderstood, repeated_days

DATA = Path(__file__).parent / "data"
COUNCIL = (DATA / "council.ics").read_bytes()


def read(data: bytes) -> tuple[tuple[GivenMeeting, ...], list[tuple[int, str]]]:
    meetings, found = read_meeting_calendar(data, "council.ics", "scrutiny", first_day=YEAR.first_day, until=YEAR.until)
    return meetings, [(finding.at.line, finding.code.removeprefix("timetable/")) for finding in found]


def one_event(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def days(*lines: str) -> tuple[list[str], list[tuple[int, str]]]:
    meetings, found = read(one_event(*lines))
    return [meeting.on.isoformat() for meeting in meetings], found


def test_a_calendar_from_outlook_gives_its_meetings_and_the_line_of_what_is_wrong() -> None:
    meetings, found = read(COUNCIL)
    assert [(m.on.isoformat(), m.starts_at, m.minutes, m.at.line) for m in meetings] == [
        ("2026-04-07", time(18, 30), 120, 20),
        ("2026-07-14", time(18, 30), 90, 38),
        ("2026-09-22", None, None, 45),
        ("2026-10-13", time(19), 90, 30),  # moved from 6 October; that of 7 July is excepted
        ("2027-01-05", time(18, 30), 120, 20),
    ]
    assert meetings[0].title == "Overview and Scrutiny Committee (Crime and Disorder), Council Chamber"
    assert found == [(58, "calendar-event")]
    assert len({meeting.id for meeting in meetings}) == 5


def test_a_meeting_that_moves_in_the_file_keeps_its_identity() -> None:
    before, _ = read(COUNCIL)
    later, _ = read(COUNCIL.replace(b"20260714T173000Z", b"20260721T173000Z"))
    assert {m.id for m in before} == {m.id for m in later}
    assert [m.on for m in later if m not in before] == [date(2026, 7, 21)]


@pytest.mark.parametrize(
    ("rule", "count", "codes"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", 52, []),
        ("FREQ=DAILY", 359, []),
        ("FREQ=WEEKLY;COUNT=3", 3, []),
        ("FREQ=WEEKLY;UNTIL=20260420", 2, []),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0, []),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", 0, []),
        ("FREQ=SECONDLY", 1, ["calendar-event"]),
        ("FREQ=DAILY;INTERVAL=0", 1, ["calendar-event"]),
        ("FREQ=DAILY;INTERVAL=00", 1, ["calendar-event"]),
        ("FREQ=DAILY;INTERVAL=-1", 1, ["calendar-event"]),
        ("FREQ=DAILY;BYSECOND=1,2,3", 1, ["calendar-event"]),
        ("FREQ=MONTHLY;BYDAY=9XX", 1, ["calendar-event"]),
    ],
)
def test_a_repeated_event_is_followed_through_the_year_and_no_further(rule: str, count: int, codes: list[str]) -> None:
    made, found = days("DTSTART;VALUE=DATE:20260407", f"RRULE:{rule}")
    assert [code for _, code in found] == codes
    assert len(made) == count


parts = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.sampled_from(["1", "2", "3", "5"]),
        "COUNT": st.sampled_from(["1", "4", "20"]),
        "BYDAY": st.sampled_from(["MO", "TU,TH", "1TU", "-1FR", "2WE,4WE", "5MO"]),
        "BYMONTHDAY": st.sampled_from(["1", "-1", "31", "10,20", "8,9,10,11,12,13,14"]),
        "BYMONTH": st.sampled_from(["2", "1,4,7,10", "12"]),
        "BYSETPOS": st.sampled_from(["1", "-1", "2,3", "9"]),
        "WKST": st.sampled_from(["MO", "SU"]),
    },
)


@settings(max_examples=200, deadline=None)
@given(parts, st.dates(date(2024, 1, 1), date(2027, 2, 1)))
def test_repeated_days_are_those_of_an_independent_library(rule: dict[str, str], starts_on: date) -> None:
    words = ";".join(f"{name}={value}" for name, value in rule.items())
    until = date(2028, 1, 1)
    try:
        ours = list(repeated_days(words, starts_on, until))
    except NotUnderstood:
        assert rule["FREQ"] in {"DAILY", "WEEKLY"}
        return
    start = datetime.combine(starts_on, time())
    if "BYSETPOS" in rule and not rule.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH"}:
        return  # the library refuses positions among nothing; so does the standard
    if not ours:
        return  # the library would look for the first day until the year 9999
    moments = islice(rrulestr(words, dtstart=start), len(ours) + ("COUNT" not in rule))
    assert ours == [day for moment in moments if (day := moment.date()) < until]


def test_a_series_that_began_long_ago_is_not_searched_through() -> None:
    made, found = days("DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=DAILY")
    assert (made, [code for _, code in found]) == ([], ["calendar-event"])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (1, "calendar-without-events")),
        (b"\x00\xff\xfe" * 50, (1, "calendar-without-events")),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", (1, "calendar-without-events")),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n", (2, "calendar-event")),
        (one_event("SUMMARY:no day"), (2, "calendar-event")),
        (one_event("DTSTART:tomorrow"), (2, "calendar-event")),
        (one_event("BEGIN:VALARM", "DTSTART;VALUE=DATE:20260407"), (2, "calendar-event")),
        (one_event("DTSTART;VALUE=DATE:20260407", "EXDATE:never"), (2, "calendar-event")),
    ],
)
def test_a_broken_calendar_is_a_located_finding(data: bytes, expected: tuple[int, str]) -> None:
    assert read(data) == ((), [expected])


def test_a_broken_event_does_not_take_the_others_with_it() -> None:
    good = b"BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20260505\r\nSUMMARY:Board\r\nEND:VEVENT\r\n"
    data = one_event("DTSTART:20269999").replace(b"END:VCALENDAR", good + b"END:VCALENDAR")
    meetings, found = read(data)
    assert [meeting.on for meeting in meetings] == [date(2026, 5, 5)]
    assert found == [(2, "calendar-event")]


def test_a_title_with_control_characters_is_made_harmless() -> None:
    meetings, _ = read(one_event("DTSTART;VALUE=DATE:20260407", "SUMMARY:Board\\nBEGIN:VEVENT \x07\u202e" + "x" * 500))
    assert meetings[0].title.startswith("Board BEGIN:VEVENT xxx")
    assert len(meetings[0].title) == 200


def test_an_enormous_calendar_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_events, "MOST_BYTES", 100)
    assert read(COUNCIL) == ((), [(1, "calendar-too-large")])
    monkeypatch.undo()
    monkeypatch.setattr(calendar_events, "MOST_EVENTS", 3)
    meetings, found = read(COUNCIL)
    assert len(meetings) == 4
    assert found == [(45, "calendar-too-large")]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_change_to_a_calendar_makes_the_reader_fail(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(COUNCIL)))
    end = data.draw(st.integers(start, min(start + 60, len(COUNCIL))))
    middle = data.draw(
        st.one_of(st.binary(max_size=12), st.sampled_from([b"BEGIN:VEVENT\r\n", b";", b":", b"9999", b"\r\n "]))
    )
    _, found = read(COUNCIL[:start] + middle + COUNCIL[end:])
    lines = COUNCIL.count(b"\n") + 10
    assert all(1 <= line <= lines for line, _ in found)


def test_a_table_gives_the_meetings_of_one_committee_and_the_line_of_what_is_wrong() -> None:
    table, wrong = read_csv((DATA / "council.csv").read_bytes(), "council.csv", most_bytes=10_000)
    assert wrong == []
    meetings, found = read_meeting_table(table, "cabinet")
    assert [(m.id, m.on, m.starts_at, m.minutes, m.papers_on, m.at.line) for m in meetings] == [
        ("cabinet-2027-03-04", date(2027, 3, 4), time(18, 30), 90, None, 2),
        ("cabinet-2027-04-01", date(2027, 4, 1), time(18, 30), None, date(2027, 3, 23), 3),
        ("cabinet-2027-05-06", date(2027, 5, 6), None, None, None, 6),
    ]
    assert [(f.at.line, f.message) for f in found] == [
        (5, "“31 February 2027” is no day"),
        (6, "“half six” is no time of day"),
        (6, "“600 minutes” is no length in minutes"),
    ]


def test_a_table_without_days_is_a_finding_at_its_header() -> None:
    table, _ = read_csv(b"When,What\n2027-03-04,Cabinet\n", "council.csv", most_bytes=100)
    meetings, (finding,) = read_meeting_table(table, "cabinet")
    assert (meetings, finding.at.line, finding.fix) == ((), 1, "call one of the columns `date`")


@given(st.text(max_size=30))
def test_no_text_makes_the_readers_of_days_and_times_fail(text: str) -> None:
    read_day(text)
    read_time(text)
