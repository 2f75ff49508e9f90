"""What moved between two calendars, and what pulled it; the published form they are compared in; the standard cycle."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timetable.making import AT, after, codes, entry, line, timetable

from cspcycle.timetable.changes import Kind, find_changes, published_json, read_published
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.entry import Entry
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import PaperRule
from cspcycle.timetable.plan import Milestone
from cspcycle.timetable.standard_cycle import PRACTICE, standard_milestones

CUT_OFF = Milestone("cut-off", "Data cut-off", AT, on=date(2026, 9, 30))


def made(*meeting_days: int, milestones: tuple[Milestone, ...] = (CUT_OFF,)) -> tuple[Entry, ...]:
    given_dates = tuple(
        GivenMeeting(f"cabinet-{number}", date(2026, 11, day), AT) for number, day in enumerate(meeting_days)
    )
    cabinet = Body("cabinet", "Cabinet", AT, given=given_dates, papers=PaperRule(2))
    decide = Milestone("decide", "Cabinet decides", AT, after=after("cut-off"), meeting_of="cabinet")
    publish = Milestone("publish", "Published", AT, after=after("decide", 7))
    return timetable(*milestones, decide, publish, bodies=(cabinet,)).entries


def timetable_with(step: Milestone) -> tuple[Entry, ...]:
    cabinet = Body(
        "cabinet",
        "Cabinet",
        AT,
        given=tuple(GivenMeeting(f"cabinet-{n}", date(2026, 11, day), AT) for n, day in enumerate((3, 24))),
        papers=PaperRule(2),
    )
    decide = Milestone("decide", "Cabinet decides", AT, after=after(step.id), meeting_of="cabinet")
    publish = Milestone("publish", "Published", AT, after=after("decide", 7))
    return timetable(CUT_OFF, step, decide, publish, bodies=(cabinet,)).entries


def test_a_meeting_moved_by_a_day_is_the_cause_of_exactly_what_moved_with_it() -> None:
    changes = find_changes(made(3, 24), made(4, 24))
    assert [(c.id, c.days, c.cause) for c in changes] == [
        ("papers-cabinet-0", 1, "cabinet-0"),
        ("cabinet-0", 1, ""),
        ("decide", 1, "cabinet-0"),
        ("publish", 1, "cabinet-0"),
    ]
    assert changes[1].sentence == "“Cabinet” moved from 3 November 2026 to 4 November 2026, 1 day later"
    assert changes[3].sentence == (
        "“Published” moved from 10 November 2026 to 11 November 2026, 1 day later, because of “Cabinet”"
    )


def test_a_dropped_meeting_is_the_cause_of_what_had_to_go_to_the_next() -> None:
    before, after_it = made(3, 24), made(24)
    renumbered = tuple(replace(e, id=e.id.replace("-0", "-1")) for e in after_it)
    renumbered = tuple(replace(e, driven_by=tuple(d.replace("-0", "-1") for d in e.driven_by)) for e in renumbered)
    changes = find_changes(before, renumbered)
    assert [(c.kind, c.id, c.cause) for c in changes if c.id in {"cabinet-0", "decide", "publish"}] == [
        (Kind.DROPPED, "cabinet-0", ""),
        (Kind.MOVED, "decide", "cabinet-0"),
        (Kind.MOVED, "publish", "decide"),
    ]
    assert changes[1].sentence == "“Cabinet” was dropped; it was on 3 November 2026"


def test_a_new_step_is_the_cause_of_what_it_puts_back() -> None:
    consult = Milestone("consult", "Consultation", AT, after=after("cut-off", 42))
    changes = find_changes(made(3, 24), timetable_with(consult))
    assert [(c.id, c.cause) for c in changes if c.kind is Kind.MOVED] == [("decide", "consult"), ("publish", "consult")]


def test_what_moved_by_itself_gives_its_own_reason() -> None:
    late = replace(CUT_OFF, on=date(2026, 9, 23), slipped_because="a supplier asked for time")
    (change,) = find_changes(made(3), made(3, milestones=(late,)))
    assert change.sentence == (
        "“Data cut-off” moved from 30 September 2026 to 23 September 2026, 7 days earlier: a supplier asked for time"
    )


def test_a_new_name_or_order_is_no_change_and_a_new_entry_is() -> None:
    renamed = replace(CUT_OFF, title="Figures to 30 September", at=line(40))
    extra = Milestone("extra", "Extra", AT, on=date(2026, 5, 5))
    (change,) = find_changes(made(3), made(3, milestones=(extra, renamed)))
    assert (change.kind, change.sentence) == (Kind.ADDED, "“Extra” was added, on 5 May 2026")


def test_a_published_calendar_is_read_back_and_compares_as_unchanged() -> None:
    entries = made(3, 24)
    published, found = read_published(published_json(entries), "published.json")
    assert found == []
    assert published is not None
    assert find_changes(published, entries) == ()


def test_restricted_entries_are_not_published() -> None:
    assert "Data cut-off" not in published_json(made(3, milestones=(replace(CUT_OFF, is_restricted=True),)))


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{}", '{"version": 2, "entries": []}', '{"version": 1, "entries": [{}]}', "[" * 100_000,
     '{"version": 1, "entries": [{"id": "a", "title": "b", "due_on": "2026-02-30"}]}'],
)  # fmt: skip
def test_another_file_is_a_located_finding(text: str) -> None:
    published, (finding,) = read_published(text, "published.json")
    assert published is None
    assert (finding.at.file, finding.code) == ("published.json", "timetable/published-calendar")


@given(st.text(max_size=80))
def test_no_text_makes_the_reader_of_published_calendars_fail(text: str) -> None:
    read_published(text, "published.json")


def test_the_standard_cycle_is_a_calendar_without_findings_in_which_every_line_says_it_is_practice() -> None:
    milestones = standard_milestones(FinancialYear(2027), AT)
    cycle = timetable(*milestones)
    assert codes(cycle) == []
    assert all(e.why[0].sentence.startswith(PRACTICE) for e in cycle.entries)
    assert sorted(e.id for e in cycle.entries) == sorted(m.id for m in milestones)
    assert entry(cycle, "cycle-survey").starts_on == date(2026, 8, 5)
    assert entry(cycle, "cycle-sign").due_on <= entry(cycle, "cycle-publish").due_on == date(2027, 3, 31)


def test_a_line_of_the_standard_cycle_can_be_overridden_or_left_out() -> None:
    own = Milestone("cycle-cut-off", "Our cut-off", AT, on=date(2026, 8, 31))
    more = Milestone("ours", "Ours", AT, on=date(2026, 7, 1))
    milestones = standard_milestones(FinancialYear(2027), AT, instead=(own, more), without={"cycle-emerging"})
    cycle = timetable(*milestones)
    assert codes(cycle) == []
    assert entry(cycle, "cycle-cut-off").title == "Our cut-off"
    assert entry(cycle, "cycle-data-requests").due_on == date(2026, 8, 10)
    assert {m.id for m in milestones} >= {"ours", "cycle-analysis"}
    assert "cycle-emerging" not in {m.id for m in milestones}
