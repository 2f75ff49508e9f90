"""What a board is told: clashes with mends that work, unwise dates, dates past the known bank holidays; and why."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.timetable.making import AT, ON, WORKING, YEAR, after, body, codes, entry, line, target, timetable

from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.dates import FinancialYear, Month
from cspcycle.timetable.entry import Source, Status
from cspcycle.timetable.explain import explain
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import COUNCIL_COMMITTEE_IN_ENGLAND, PaperRule
from cspcycle.timetable.plan import Blackout, Deadline, Inputs, Link, Milestone
from cspcycle.timetable.rule_words import read_meeting_rule
from cspcycle.timetable.working_days import NamedDay, WorkingDays

CABINET = body("cabinet", date(2027, 3, 4), date(2027, 4, 1), papers=COUNCIL_COMMITTEE_IN_ENGLAND)
CUT_OFF = Milestone("cut-off", "Data cut-off", AT, on=date(2026, 12, 1))
CONSULTATION = Milestone(
    "consult",
    "Consultation",
    line(3),
    kind="consultation",
    after=after("cut-off", 6, Unit.WEEKS),
    window=Lag(8, Unit.WEEKS),
)
DECISION = Milestone("decide", "Cabinet decides", line(4), after=after("consult"), meeting_of="cabinet")
PUBLISH = Milestone("publish", "Plan published", line(5), after=after("decide"), target=target(date(2027, 4, 1)))
ROUTE = (CUT_OFF, CONSULTATION, DECISION, PUBLISH)
BARNET = (
    ("consultation", "Community consultation completed", Month(2013, 12)),
    ("assessment", "Strategic Crime Needs Assessment completed", Month(2014, 1)),
    ("summary", "Summary of strategic crime needs assessment produced", Month(2014, 2)),
    ("partners", "Partners consulted about emerging priorities", Month(2014, 3)),
    ("plan", "Community Safety Plan refreshed and published", Month(2014, 7)),
)


def barnet() -> tuple[Milestone, ...]:
    made: list[Milestone] = []
    for entry_id, title, month in BARNET:
        before = after(made[-1].id) if made else ()
        made.append(Milestone(entry_id, title, AT, kind=entry_id, on=month, after=before))
    return (*made[:-1], replace(made[-1], target=target(date(2014, 4, 1))))


def test_a_plan_of_july_is_told_how_long_after_1_april_it_is_and_the_repair_is_in_time() -> None:
    inputs = Inputs(AT, WORKING, barnet())
    made = build_timetable(inputs, on=date(2013, 10, 25), year=FinancialYear(2013))
    assert [(e.by_when, e.title) for e in made.entries] == [(month.label, title) for _, title, month in BARNET]
    (finding,) = made.findings
    assert finding.message == (
        "“Community Safety Plan refreshed and published” is due July 2014, 121 days after 1 April 2014: "
        "the plan is revised before the year starts"
    )
    assert finding.law == "SI 2007/1830 reg. 11"
    assert finding.fix == "bring “Community Safety Plan refreshed and published” forward to Monday 31 March 2014"


def test_when_the_route_cannot_work_the_least_changes_that_mend_it_are_offered_and_do_mend_it() -> None:
    made = timetable(*ROUTE, bodies=(CABINET,))
    (finding,) = made.findings
    assert finding.message == (
        "“Plan published” is due Thursday 1 April 2027, on 1 April 2027: the plan is revised before the year starts; "
        "it waits for “Cabinet decides” (1 April 2027), then “Consultation” (9 March 2027), "
        "then “Data cut-off” (1 December 2026)"
    )
    assert finding.fix == (
        "ask Cabinet for an extra meeting for “Cabinet decides”, on Wednesday 17 March 2027 at the earliest; "
        "or do “Data cut-off” 9 working days earlier, by Wednesday 18 November 2026; "
        "or shorten “Consultation” from 8 weeks to 6 weeks"
    )
    shorter = replace(CONSULTATION, window=Lag(6, Unit.WEEKS))
    assert codes(timetable(CUT_OFF, shorter, DECISION, PUBLISH, bodies=(CABINET,))) == []
    hardly = replace(CONSULTATION, window=Lag(7, Unit.WEEKS))
    assert codes(timetable(CUT_OFF, hardly, DECISION, PUBLISH, bodies=(CABINET,))) == ["plan-after-year-begins"]
    sooner = replace(CUT_OFF, on=date(2026, 11, 18))
    assert codes(timetable(sooner, CONSULTATION, DECISION, PUBLISH, bodies=(CABINET,))) == []
    extra = body("cabinet", date(2027, 3, 17), papers=COUNCIL_COMMITTEE_IN_ENGLAND)
    assert codes(timetable(*ROUTE, bodies=(extra,))) == []


def test_an_earlier_meeting_of_the_body_is_asked_for_where_everything_is_ready_for_it() -> None:
    pinned = replace(DECISION, on=date(2027, 4, 1))
    early = replace(CONSULTATION, window=Lag(5, Unit.WEEKS))
    (finding,) = timetable(CUT_OFF, early, pinned, PUBLISH, bodies=(CABINET,)).findings
    assert finding.fix.startswith(
        "take “Cabinet decides” to the 4 March 2027 meeting of Cabinet instead of 1 April 2027"
    )


def test_a_day_on_which_the_body_does_not_meet_is_told_with_the_nearest_meeting() -> None:
    pinned = replace(DECISION, on=date(2027, 3, 11), after=())
    (finding,) = timetable(pinned, bodies=(CABINET,)).findings
    assert (finding.code, finding.at) == ("timetable/no-meeting-that-day", line(4))
    assert "its nearest meeting is on Thursday 4 March 2027" in finding.message
    assert codes(timetable(replace(pinned, on=Month(2027, 3)), bodies=(CABINET,))) == []
    assert codes(timetable(pinned)) == []


def test_nothing_is_mended_by_a_change_to_days_that_are_gone() -> None:
    (finding,) = timetable(*ROUTE, bodies=(CABINET,), on=date(2027, 3, 18)).findings
    assert finding.fix == (
        "ask Cabinet for an extra meeting for “Cabinet decides”, on Tuesday 30 March 2027 at the earliest"
    )


def test_a_consultation_that_ends_after_the_decision_it_informs_is_told_with_the_working_days() -> None:
    pinned = replace(DECISION, on=date(2027, 3, 4))
    (finding,) = timetable(CUT_OFF, CONSULTATION, pinned, bodies=(CABINET,)).findings
    assert (finding.code, finding.at, finding.see) == ("timetable/consultation-after-decision", line(4), (line(3),))
    assert finding.message == (
        "“Cabinet decides” has to be ready on Wednesday 24 February 2027, which is 9 working days too soon for "
        "“Consultation” (Tuesday 9 March 2027), which it waits for"
    )
    assert "shorten “Consultation” from 8 weeks to 6 weeks" in finding.fix


def test_a_given_date_that_is_too_soon_may_be_put_back() -> None:
    early = Milestone("b", "B", AT, on=date(2026, 12, 3), after=after("cut-off", 5, Unit.WORKING_DAYS))
    (finding,) = timetable(CUT_OFF, early).findings
    assert finding.code == "timetable/milestone-after-what-follows"
    assert "put “B” back to Tuesday 8 December 2026" in finding.fix
    assert "do “Data cut-off” 3 working days earlier, by Thursday 26 November 2026" in finding.fix


def test_no_change_is_offered_that_breaks_something_else() -> None:
    early = Milestone("b", "B", AT, on=date(2026, 12, 3), after=after("cut-off", 5, Unit.WORKING_DAYS))
    next_one = Milestone("c", "C", AT, on=date(2026, 12, 4), after=after("b"))
    (finding,) = timetable(CUT_OFF, early, next_one).findings
    assert finding.fix == "do “Data cut-off” 3 working days earlier, by Thursday 26 November 2026"
    (finding,) = timetable(replace(CUT_OFF, actual_on=date(2026, 12, 1)), early, next_one).findings
    assert finding.fix.startswith("no single change mends it")


def test_a_plan_cannot_be_brought_forward_to_a_day_that_is_gone() -> None:
    inputs = Inputs(AT, WORKING, barnet())
    made = build_timetable(inputs, on=date(2014, 4, 2), year=FinancialYear(2013))
    assert [finding.fix[:25] for finding in made.findings] == ["no single change mends it"]


def test_what_is_done_clashes_no_more() -> None:
    done = replace(PUBLISH, actual_on=date(2027, 4, 20))
    assert codes(timetable(*ROUTE[:3], done, bodies=(CABINET,), on=date(2027, 5, 1))) == []


def test_an_assessment_that_comes_too_close_to_the_plan_is_told() -> None:
    assessment = Milestone("sa", "Assessment", line(8), kind="strategic-assessment", on=date(2027, 3, 1))
    plan = Milestone("plan", "Plan", AT, kind="partnership-plan", on=Month(2027, 3))
    (finding,) = timetable(assessment, plan, assessment_days_before_plan=56).findings
    assert (finding.code, finding.at) == ("timetable/assessment-close-to-plan", line(8))
    assert "comes 30 days before “Plan” (March 2027)" in finding.message
    assert codes(timetable(assessment, plan, assessment_days_before_plan=30)) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),  # no meetings to come are written at all: the files are silent, and the duty says so
        ({"bodies": (body("forum", date(2026, 6, 9), is_public=True),)}, []),
        ({"bodies": (body("forum", date(2026, 6, 9)),)}, ["no-public-meeting"]),
    ],
)
def test_a_year_without_a_public_meeting_is_told_where_the_law_asks_for_one(
    more: dict[str, Any], expected: list[str]
) -> None:
    assert codes(timetable(public_meeting_provision="SI 2007/1830 reg. 12", **more)) == expected


def test_a_consultation_that_opens_in_a_blackout_is_told_unless_it_is_done() -> None:
    election = Blackout(date(2027, 1, 11), date(2027, 1, 13), "by-election", line(9))
    (finding,) = timetable(CUT_OFF, CONSULTATION, blackouts=(election,)).findings
    assert (finding.code, finding.at, finding.see) == ("timetable/consultation-in-blackout", line(3), (line(9),))
    assert finding.message == "“Consultation” opens on Tuesday 12 January 2027, in a blackout: by-election"
    done = replace(CONSULTATION, actual_on=date(2027, 3, 9))
    assert codes(timetable(CUT_OFF, done, blackouts=(election,))) == []
    assert codes(timetable(CUT_OFF, blackouts=(Blackout(ON, date(2027, 4, 1), "all year", AT),))) == []


def test_past_the_known_bank_holidays_every_date_that_rests_on_them_carries_a_finding_and_no_other() -> None:
    rule, _ = read_meeting_rule("first Tuesday of the quarter", AT)
    milestones = (
        Milestone("given", "Given", AT, on=date(2029, 2, 1)),
        Milestone("after", "After", AT, after=after("given", 10, Unit.WORKING_DAYS)),
        Milestone("behind", "Behind", AT, before=(Link("given", AT, Lag(30, Unit.WORKING_DAYS)),)),
        Milestone("before-that", "Before that", AT, before=(Link("behind", AT, Lag(1, Unit.WEEKS)),)),
        Milestone("any-day", "Any day", AT, after=after("given", 10, Unit.WORKING_DAYS), needs_working_day=False),
        Milestone("decide", "Decide", AT, after=after("plain"), meeting_of="cabinet"),
        Milestone("plain", "Plain", AT, before=(Link("given", AT, Lag(8, Unit.WEEKS)),)),
    )
    bodies = (Body("board", "Board", AT, rule=rule), body("cabinet", date(2029, 1, 9), papers=PaperRule(5)))
    made = build_timetable(
        Inputs(AT, WORKING, milestones, bodies=bodies), on=date(2028, 4, 1), year=FinancialYear(2028)
    )
    assert sorted(e.id for e in made.entries if not e.is_certain) == [
        "after",
        "any-day",
        "before-that",
        "behind",
        "board-2028-29-4",
        "decide",
        "papers-cabinet-1",
    ]
    assert codes(made) == ["past-known-bank-holidays"] * 7
    assert "known only from 1 January 2012 to 31 December 2028" in made.findings[0].message


def test_deadlines_of_law_and_registers_say_what_they_count_from() -> None:
    deadlines = (
        Deadline("scrutiny", "Scrutiny", AT, who="council", since=date(2026, 2, 28), within=Lag(12, Unit.MONTHS),
                 counted_from="the last scrutiny meeting", provision="SI 2009/942 reg. 4", force="must"),
        Deadline("protocol", "Protocol review", AT, on=date(2026, 5, 4), is_register=True),
        Deadline("old", "Old, open", AT, on=date(2025, 5, 6)),
        Deadline("old-done", "Old, done", AT, on=date(2025, 5, 6), done_on=date(2025, 5, 1)),
        Deadline("next-year", "Next year", AT, on=date(2027, 4, 1)),
        Deadline("note", "Note of decisions", AT, since=date(2026, 12, 22), within=Lag(7, Unit.WORKING_DAYS)),
        Deadline("nothing", "Nothing", line(6)),
        Deadline("never", "Never", line(7), since=date(2026, 4, 1), within=Lag(10**6, Unit.MONTHS)),
    )  # fmt: skip
    made = timetable(deadlines=deadlines, on=date(2026, 5, 4))
    assert [(e.id, e.due_on.isoformat(), e.source, e.status) for e in made.entries] == [
        ("old", "2025-05-06", Source.LAW, Status.LATE),
        ("protocol", "2026-05-04", Source.REGISTER, Status.DUE),
        ("note", "2027-01-05", Source.LAW, Status.PLANNED),
        ("scrutiny", "2027-02-28", Source.LAW, Status.PLANNED),
    ]
    assert [step.sentence for step in entry(made, "scrutiny").why] == [
        "SI 2009/942 reg. 4",
        "12 months from Saturday 28 February 2026 (the last scrutiny meeting)",
        "Sunday 28 February 2027 is no working day (Sunday); the last one before is Friday 26 February 2027",
    ]
    assert [(f.code, f.at) for f in made.findings] == [("timetable/no-date", line(6)), ("timetable/no-date", line(7))]
    assert [step.sentence for step in entry(made, "note").why][1] == (
        "not counted: 4 weekend days, Christmas Day (25 December 2026), Boxing Day (28 December 2026), "
        "New Year’s Day (1 January 2027)"
    )


def test_an_id_that_two_kinds_of_entry_share_is_told() -> None:
    made = timetable(Milestone("board-1", "Signed", line(9), on=ON), bodies=(body("board", date(2026, 5, 5)),))
    assert [(f.code, f.at) for f in made.findings] == [("timetable/second-id", line(9))]
    assert made.findings[0].message == "the id “board-1” is used twice: for the meeting “Board” and here"


def test_what_is_due_is_the_late_and_the_near_and_nothing_done_or_past() -> None:
    milestones = (
        Milestone("late", "Late", AT, on=date(2026, 5, 1)),
        Milestone("done", "Done", AT, on=date(2026, 5, 1), actual_on=date(2026, 5, 1)),
        Milestone("near", "Near", AT, on=date(2026, 6, 9)),
        Milestone("far", "Far", AT, on=date(2026, 9, 9)),
    )
    made = timetable(*milestones, bodies=(body("board", date(2026, 5, 5)),), on=date(2026, 6, 1))
    assert {e.id: e.status.value for e in made.entries} == {
        "late": "late", "done": "done", "near": "due", "far": "planned", "board-1": "past",
    }  # fmt: skip
    assert [e.id for e in made.due(on=date(2026, 6, 1), days=30)] == ["late", "near"]


def test_why_gives_the_whole_chain_and_names_the_bank_holidays_on_the_way() -> None:
    closed = WorkingDays.of_england_and_wales([NamedDay(date(2026, 12, 29), "offices closed")])
    milestones = (
        replace(CUT_OFF, on=date(2026, 12, 22), because="promised to the board in July"),
        Milestone("sa", "Assessment", AT, after=after("cut-off", 5, Unit.WORKING_DAYS)),
        Milestone("board", "Board receives it", AT, after=after("sa"), meeting_of="board"),
    )
    board = body("board", date(2027, 1, 4), date(2027, 1, 14), papers=PaperRule(3))
    made = build_timetable(Inputs(AT, closed, milestones, bodies=(board,)), on=ON, year=YEAR)
    (chain,) = explain(made, "board")
    assert [sentence for each in chain for sentence in each.sentences] == [
        "Board receives it: Thursday 14 January 2027",
        "After “Assessment” (Monday 4 January 2027).",
        "Too late for “Board” on Monday 4 January 2027, whose papers were due on Wednesday 23 December 2026.",
        "Taken to “Board” on Thursday 14 January 2027, whose papers are due on Friday 8 January 2027.",
        "Assessment: Monday 4 January 2027",
        "5 working days after “Data cut-off” (Tuesday 22 December 2026).",
        (
            "Not counted: 4 weekend days, Christmas Day (25 December 2026), Boxing Day (28 December 2026), "
            "offices closed (29 December 2026), New Year’s Day (1 January 2027)."
        ),
        "Board: Thursday 14 January 2027",
        "Fixed for Thursday 14 January 2027.",
        "Data cut-off: Tuesday 22 December 2026",
        "Promised to the board in July.",
        "Fixed for Tuesday 22 December 2026.",
    ]
    assert explain(made, date(2027, 1, 14)) == (explain(made, "board-2")[0], explain(made, "board")[0])
    assert explain(made, "nothing") == ()


def test_why_a_given_date_leaves_room_follows_what_it_waits_for() -> None:
    sent = Milestone("sent", "Sent", AT, on=date(2026, 12, 10), after=after("cut-off", 5, Unit.WORKING_DAYS))
    (chain,) = explain(timetable(CUT_OFF, sent), "sent")
    assert [sentence for each in chain for sentence in each.sentences] == [
        "Sent: Thursday 10 December 2026",
        "Fixed for Thursday 10 December 2026.",
        (
            "Waits for “Data cut-off” (Tuesday 1 December 2026) and 5 working days more: "
            "possible from Tuesday 8 December 2026."
        ),
        "Data cut-off: Tuesday 1 December 2026",
        "Fixed for Tuesday 1 December 2026.",
    ]


def test_a_meeting_moved_by_a_day_moves_what_hangs_on_it_and_nothing_else() -> None:
    def at_cabinet(day: int) -> dict[str, date]:
        given = (GivenMeeting("march", date(2027, 3, day), AT),)
        cabinet = Body("cabinet", "Cabinet", AT, given=given, papers=PaperRule(2))
        made = timetable(replace(CUT_OFF, on=date(2026, 11, 2)), *ROUTE[1:], bodies=(cabinet,))
        return {e.id: e.due_on for e in made.entries}

    before, later = at_cabinet(4), at_cabinet(5)
    assert {key for key in before if before[key] != later[key]} == {"march", "papers-march", "decide", "publish"}
