"""Meetings by date, by rule and by both; the papers that follow from them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timetable.making import AT, ON, WORKING, YEAR, body, codes, entry, line, timetable

from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.meeting_rules import MeetingRule, describe, rule_dates
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import (
    COUNCIL_COMMITTEE_IN_ENGLAND,
    COUNCIL_COMMITTEE_IN_WALES,
    PaperRule,
    papers_due,
)
from cspcycle.timetable.plan import Blackout, Inputs
from cspcycle.timetable.rule_words import read_meeting_rule


def rule(words: str) -> MeetingRule:
    made, found = read_meeting_rule(words, AT)
    assert found == []
    assert made is not None
    return made


def days(words: str, year: int = 2026) -> list[str]:
    return [each.on.isoformat() for each in rule_dates(rule(words), FinancialYear(year), WORKING)[0]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("first Tuesday of the quarter", ["2026-04-07", "2026-07-07", "2026-10-06", "2027-01-05"]),
        ("Last Thursday of January and July", ["2026-07-30", "2027-01-28"]),
        ("second Wednesday of the year", ["2026-04-08"]),
        ("first Monday of May", ["2026-05-05"]),  # the Monday is a bank holiday
        ("first working day of the quarter, not October", ["2026-04-01", "2026-07-01", "2026-11-02", "2027-01-04"]),
        ("four times a year", ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-04"]),
        ("five times a year", ["2026-04-01", "2026-06-15", "2026-08-25", "2026-11-06", "2027-01-18"]),
        (
            "first Tuesday of the month, 4 times a year, not in August, at least 10 working days apart",
            ["2026-04-07", "2026-07-07", "2026-10-06", "2027-01-05"],
        ),
    ],
)
def test_a_rule_in_words_gives_these_dates(words: str, expected: list[str]) -> None:
    assert days(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "whenever needed",
        "first Tuesday",
        "first Tuesday of the quarter and Friday",
        "0 times a year",
        "99 times a year",
        "",
    ],
)
def test_a_rule_that_is_not_understood_is_a_located_finding(words: str) -> None:
    made, (finding,) = read_meeting_rule(words, line(7))
    assert made is None
    assert (finding.at, finding.code) == (line(7), "timetable/meeting-rule")
    assert "first Tuesday of the quarter" in finding.fix


@given(st.text(max_size=60))
def test_no_text_makes_the_reader_of_rules_fail(words: str) -> None:
    read_meeting_rule(words, AT)


@given(
    st.integers(2012, 2027),
    st.builds(
        MeetingRule,
        st.just(AT),
        st.just("rule"),
        weekday=st.one_of(st.none(), st.integers(0, 4)),
        nth=st.sampled_from([1, 2, 3, 4, -1]),
        period=st.sampled_from(["month", "quarter", "year"]),
        not_in=st.lists(st.integers(1, 12), max_size=3).map(tuple),
        times=st.one_of(st.none(), st.integers(1, 12)),
        working_days_apart=st.integers(0, 30),
    ),
)
def test_every_date_of_a_rule_is_a_working_day_of_the_year_allowed_and_apart(starts_in: int, made: MeetingRule) -> None:
    year = FinancialYear(starts_in)
    dates, _ = rule_dates(made, year, WORKING)
    on = [each.on for each in dates]
    assert all(WORKING.is_working(day) and day.month not in made.not_in for day in on)
    assert all(year.first_day <= day <= year.until + timedelta(days=5) for day in on)
    assert all(abs(WORKING.count(a, b)) >= made.working_days_apart for a in on for b in on if a is not b)
    assert len(set(on)) == len(on)
    assert describe(made)


def test_a_meeting_of_a_rule_moves_out_of_a_blackout_and_says_why() -> None:
    recess = Blackout(date(2026, 7, 1), date(2026, 7, 15), "summer recess", AT)
    board = Body("board", "Board", AT, rule=rule("first Tuesday of the quarter"))
    made = timetable(bodies=(board,), blackouts=(recess,))
    second = entry(made, "board-2026-27-2")
    assert second.due_on == date(2026, 7, 21)
    assert [step.sentence for step in second.why] == [
        "first Tuesday of the quarter",
        "moved from Tuesday 7 July 2026 (summer recess) to Tuesday 21 July 2026",
    ]
    assert codes(made) == []


def test_given_dates_join_those_of_the_rule_and_one_with_its_id_takes_the_place_of_the_rules() -> None:
    given_dates = (
        GivenMeeting("special", date(2026, 6, 2), AT, title="Special meeting", is_extra=True),
        GivenMeeting("board-2026-27-2", date(2026, 7, 14), AT),
    )
    made = timetable(bodies=(Body("board", "Board", AT, given=given_dates, rule=rule("first Tuesday of the quarter")),))
    assert [(e.id, e.due_on.isoformat()) for e in made.entries] == [
        ("board-2026-27-1", "2026-04-07"),
        ("special", "2026-06-02"),
        ("board-2026-27-2", "2026-07-14"),
        ("board-2026-27-3", "2026-10-06"),
        ("board-2026-27-4", "2027-01-05"),
    ]


def test_a_given_meeting_takes_the_place_of_the_rules_in_its_period_and_a_cancelled_one_leaves_it_empty() -> None:
    given_dates = (
        GivenMeeting("moved", date(2026, 5, 12), AT),
        GivenMeeting("held", date(2026, 7, 21), AT, held_on=date(2026, 7, 21)),
        GivenMeeting("dropped", date(2026, 10, 6), AT, is_cancelled=True),
    )
    made = timetable(bodies=(Body("board", "Board", AT, given=given_dates, rule=rule("first Tuesday of the quarter")),))
    assert [(e.id, e.status) for e in made.entries] == [
        ("moved", "planned"),
        ("held", "done"),
        ("board-2026-27-4", "planned"),
    ]
    assert codes(made) == []


def test_a_rule_without_a_date_is_told_and_the_rest_of_the_calendar_stays() -> None:
    recess = Blackout(date(2026, 7, 1), date(2026, 10, 1), "summer recess", AT)
    board = Body("board", "Board", AT, rule=rule("first Tuesday of the quarter"))
    made = timetable(bodies=(board,), blackouts=(recess,))
    assert [e.id for e in made.entries] == ["board-2026-27-1", "board-2026-27-3", "board-2026-27-4"]
    (finding,) = made.findings
    assert finding.message == (
        "the rule “first Tuesday of the quarter” gives Board no date for July 2026 to September 2026 in 2026-27"
    )


def test_two_dates_for_one_meeting_are_told_at_the_second() -> None:
    twice = (GivenMeeting("jan", date(2027, 1, 12), line(4)), GivenMeeting("jan", date(2027, 1, 19), line(5)))
    made = timetable(bodies=(Body("board", "Board", AT, given=twice),))
    assert [(f.code, f.at, f.see) for f in made.findings] == [("timetable/two-dates", line(5), (line(4),))]
    assert entry(made, "jan").due_on == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("meeting_on", "paper_rule", "expected"),
    [
        (date(2027, 3, 4), COUNCIL_COMMITTEE_IN_ENGLAND, date(2027, 2, 24)),
        (date(2027, 3, 4), COUNCIL_COMMITTEE_IN_WALES, date(2027, 2, 26)),
        (date(2027, 4, 1), COUNCIL_COMMITTEE_IN_ENGLAND, date(2027, 3, 22)),  # over Easter
        (date(2019, 6, 18), COUNCIL_COMMITTEE_IN_ENGLAND, date(2019, 6, 10)),  # a real agenda, sent on that Monday
        (date(2027, 4, 1), PaperRule(5, weekends_count=True, bank_holidays_count=True), date(2027, 3, 25)),
        (date(2027, 4, 1), PaperRule(5, weekends_count=True), date(2027, 3, 24)),
        (date(2027, 4, 1), PaperRule(5, bank_holidays_count=True), date(2027, 3, 24)),
        (date(2027, 4, 1), PaperRule(0), date(2027, 3, 31)),
    ],
)
def test_papers_are_due_so_many_clear_days_before(meeting_on: date, paper_rule: PaperRule, expected: date) -> None:
    assert papers_due(meeting_on, paper_rule, WORKING) == expected


@given(st.dates(date(2012, 6, 1), date(2028, 12, 31)), st.integers(0, 20), st.booleans(), st.booleans())
def test_papers_never_come_later_than_their_clear_days_allow(
    meeting_on: date, clear: int, weekends: bool, holidays: bool
) -> None:
    due_on = papers_due(meeting_on, PaperRule(clear, "", weekends, holidays), WORKING)
    between = [due_on + timedelta(days=n) for n in range(1, (meeting_on - due_on).days)]
    counted = [d for d in between if (weekends if d.weekday() >= 5 else holidays or WORKING.is_working(d))]
    assert WORKING.is_working(due_on)
    assert len(counted) >= clear
    later = WORKING.next(due_on + timedelta(days=1))
    left = [d for d in counted if d > later]
    assert later >= meeting_on or len(left) < clear


SUNDAY = "moved from Sunday 21 March 2027 (Sunday) to Friday 19 March 2027"
GOOD_FRIDAY = "moved from Friday 26 March 2027 (Good Friday) to Thursday 25 March 2027"
EASTER = "not counted: Good Friday (26 March 2027), Easter Monday (29 March 2027)"


@pytest.mark.parametrize(
    ("weekends", "holidays", "meeting_on", "expected"),
    [
        (True, True, date(2027, 4, 1), ["weekends and bank holidays count"]),
        (True, False, date(2027, 4, 1), ["weekends count, bank holidays do not", EASTER, SUNDAY]),
        (
            False,
            True,
            date(2027, 4, 1),
            ["bank holidays count, weekends do not", "not counted: 2 weekend days", SUNDAY],
        ),
        (True, True, date(2027, 4, 4), ["weekends and bank holidays count", GOOD_FRIDAY]),
    ],
)
def test_what_a_body_counts_is_shown(weekends: bool, holidays: bool, meeting_on: date, expected: list[str]) -> None:
    panel = body("panel", meeting_on, papers=PaperRule(8, weekends_count=weekends, bank_holidays_count=holidays))
    made = build_timetable(Inputs(AT, WORKING, bodies=(panel,)), on=ON, year=FinancialYear.of(meeting_on))
    first, *more = [step.sentence for step in entry(made, "papers-panel-1").why]
    assert [first.partition("; ")[2], *more] == expected


def test_each_meeting_brings_its_papers_with_the_rule_and_the_days_that_did_not_count() -> None:
    made = timetable(bodies=(body("cabinet", date(2027, 3, 30), papers=COUNCIL_COMMITTEE_IN_ENGLAND),))
    papers = entry(made, "papers-cabinet-1")
    assert (papers.due_on, papers.driven_by) == (date(2027, 3, 18), ("cabinet-1",))
    assert [step.sentence for step in papers.why] == [
        "Local Government Act 1972 Part VA, SI 2002/715",
        (
            "5 clear days before the meeting of Tuesday 30 March 2027, counting neither the day of publication nor "
            "that of the meeting; weekends and bank holidays do not count"
        ),
        "not counted: 4 weekend days, Good Friday (26 March 2027), Easter Monday (29 March 2027)",
    ]


def test_meetings_are_questioned_on_days_off_and_papers_in_blackouts_or_too_late() -> None:
    bodies = (
        body("board", date(2026, 8, 31)),
        body("cabinet", date(2026, 5, 14), papers=PaperRule(5)),
        Body("panel", "Panel", AT, given=(GivenMeeting("p", date(2026, 6, 2), AT, papers_on=date(2026, 6, 9)),)),
        body("forum", date(2026, 6, 9), papers=PaperRule(1000)),
    )
    election = Blackout(date(2026, 3, 30), date(2026, 5, 8), "pre-election period", AT)
    assert sorted(codes(timetable(bodies=bodies, blackouts=(election,)))) == [
        "clear-days",
        "meeting-on-day-off",
        "papers-after-meeting",
        "papers-in-blackout",
    ]


def test_only_meetings_of_the_year_are_shown() -> None:
    made = timetable(bodies=(body("board", date(2026, 3, 31), date(2026, 4, 1), date(2027, 3, 31), date(2027, 4, 1)),))
    assert [e.due_on for e in made.entries] == [date(2026, 4, 1), date(2027, 3, 31)]
    assert YEAR.label == "2026-27"
