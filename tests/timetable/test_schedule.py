"""The network of milestones: both directions, slack, the critical chain, and everything that can be wrong with it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timetable.making import AT, ON, WORKING, YEAR, after, body, codes, entry, line, target, timetable

from cspcycle.source.diagnostic import Severity
from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.dates import Month
from cspcycle.timetable.entry import PlannedEarlier, Status
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.papers import PaperRule
from cspcycle.timetable.plan import Inputs, Link, Milestone

CUT_OFF = Milestone("cut-off", "Data cut-off", AT, on=date(2026, 9, 30))


def test_a_month_means_its_last_day_and_keeps_its_label() -> None:
    made = entry(timetable(Milestone("sa", "Assessment", AT, on=Month(2027, 1))), "sa")
    assert (made.due_on, made.by_when) == (date(2027, 1, 31), "January 2027")


@pytest.mark.parametrize(
    ("count", "unit", "due_on"),
    [
        (0, Unit.DAYS, date(2026, 9, 30)),
        (3, Unit.DAYS, date(2026, 10, 5)),  # Saturday, so the Monday after
        (3, Unit.WORKING_DAYS, date(2026, 10, 5)),
        (2, Unit.WEEKS, date(2026, 10, 14)),
        (3, Unit.MONTHS, date(2026, 12, 30)),
    ],
)
def test_what_comes_after_is_dated_forward_to_a_working_day(count: int, unit: Unit, due_on: date) -> None:
    made = timetable(CUT_OFF, Milestone("next", "Next", AT, after=after("cut-off", count, unit)))
    assert entry(made, "next").due_on == due_on
    assert entry(made, "next").driven_by == ("cut-off",)


def test_what_only_comes_before_is_dated_backward_as_late_as_it_may_be() -> None:
    made = timetable(
        Milestone("scope", "Scope agreed", AT, before=(Link("notice", AT, Lag(1, Unit.MONTHS)),)),
        Milestone("notice", "Notice to suppliers", AT, before=(Link("cut-off", AT, Lag(10, Unit.WORKING_DAYS)),)),
        CUT_OFF,
    )
    assert entry(made, "notice").due_on == date(2026, 9, 16)
    assert entry(made, "scope").due_on == date(2026, 8, 14)  # 16 August is a Sunday
    assert entry(made, "scope").slack_working_days == 0


def test_several_targets_are_worked_back_from_at_once() -> None:
    made = timetable(
        Milestone("a", "A", AT, before=(Link("b", AT, Lag(1, Unit.WEEKS)), Link("c", AT))),
        Milestone("b", "B", AT, target=target(date(2027, 4, 1))),
        Milestone("c", "C", AT, target=target(date(2027, 3, 1))),
    )
    assert [(e.id, e.due_on) for e in made.entries] == [
        ("a", date(2027, 2, 26)),
        ("c", date(2027, 2, 26)),
        ("b", date(2027, 3, 31)),
    ]


def test_a_milestone_for_a_meeting_goes_to_the_first_one_whose_papers_it_can_still_make() -> None:
    cabinet = body("cabinet", date(2026, 10, 6), date(2026, 11, 3), papers=PaperRule(5))
    made = timetable(
        CUT_OFF,
        Milestone("decision", "Decision", AT, after=after("cut-off"), meeting_of="cabinet"),
        bodies=(cabinet,),
    )
    decision = entry(made, "decision")
    assert decision.due_on == date(2026, 11, 3)
    assert decision.driven_by == ("cut-off", "cabinet-2")
    assert [step.sentence for step in decision.why][1:] == [
        "too late for “Cabinet” on Tuesday 6 October 2026, whose papers were due on Monday 28 September 2026",
        "taken to “Cabinet” on Tuesday 3 November 2026, whose papers are due on Monday 26 October 2026",
    ]


def test_a_milestone_before_a_target_goes_to_the_last_meeting_that_is_in_time() -> None:
    made = timetable(
        Milestone("sign", "Board signs", AT, meeting_of="board", target=target(date(2027, 4, 1))),
        Milestone("draft", "Draft plan", AT, before=(Link("sign", AT),)),
        bodies=(body("board", date(2027, 1, 12), date(2027, 3, 9), date(2027, 4, 6), papers=PaperRule(3)),),
    )
    assert entry(made, "sign").due_on == date(2027, 3, 9)
    assert entry(made, "draft").due_on == date(2027, 3, 3)


def test_what_must_precede_a_meeting_is_ready_when_its_papers_are_due() -> None:
    made = timetable(
        CUT_OFF,
        Milestone("decision", "Decision", AT, after=after("cut-off"), meeting_of="cabinet"),
        Milestone("legal", "Legal comments", AT, before=(Link("decision", AT, Lag(2, Unit.WORKING_DAYS)),)),
        bodies=(body("cabinet", date(2026, 11, 3), papers=PaperRule(5)),),
    )
    assert entry(made, "legal").due_on == date(2026, 10, 22)  # two working days before Monday 26 October


def test_slack_is_in_working_days_and_the_chain_that_sets_the_target_is_critical() -> None:
    made = timetable(
        CUT_OFF,
        Milestone("short", "Short", AT, after=after("cut-off", 5, Unit.WORKING_DAYS)),
        Milestone("long", "Long", AT, after=after("cut-off", 20, Unit.WORKING_DAYS)),
        Milestone("end", "End", AT, after=(Link("short", AT), Link("long", AT)), target=target(date(2026, 11, 1))),
    )
    assert {e.id: (e.slack_working_days, e.is_critical) for e in made.entries} == {
        "cut-off": (2, True),
        "short": (17, False),
        "long": (2, True),
        "end": (2, True),
    }


def test_what_was_done_late_moves_what_waits_for_it_and_the_plan_is_kept() -> None:
    done = Milestone(
        "cut-off",
        "Data cut-off",
        AT,
        on=date(2026, 9, 30),
        actual_on=date(2026, 10, 7),
        slipped_because="a supplier was late",
        minute="board 13 October 2026, item 4",
        planned_earlier=(PlannedEarlier(date(2026, 9, 16), because="a supplier asked for time"),),
    )
    made = timetable(done, Milestone("next", "Next", AT, after=after("cut-off", 1, Unit.WEEKS)), on=date(2026, 10, 12))
    cut_off = entry(made, "cut-off")
    assert (cut_off.due_on, cut_off.actual_on, cut_off.status) == (date(2026, 9, 30), date(2026, 10, 7), Status.DONE)
    assert cut_off.planned_earlier[0].due_on == date(2026, 9, 16)
    assert [step.sentence for step in cut_off.why][1:] == [
        "slipped: a supplier was late",
        "done on Wednesday 7 October 2026 (board 13 October 2026, item 4)",
    ]
    assert entry(made, "next").due_on == date(2026, 10, 14)


def test_a_circle_is_named_as_a_circle_and_the_rest_is_still_dated() -> None:
    made = timetable(
        CUT_OFF,
        Milestone("a", "A", line(2), after=(Link("c", line(3)),)),
        Milestone("b", "B", line(4), after=(Link("a", line(5)),)),
        Milestone("c", "C", line(6), after=(Link("b", line(7)),)),
        Milestone("d", "D", line(8), after=(Link("c", line(9)), Link("cut-off", line(9)))),
        Milestone("e", "E", line(10), after=after("cut-off", 1)),
    )
    circle, behind = made.findings
    assert circle.message == (
        "these milestones wait for each other in a circle: “A”, which waits for “C”, which waits for “B”, "
        "which waits for “A”"
    )
    assert (circle.at, circle.code) == (line(3), "timetable/waits-in-a-circle")
    assert (behind.at, behind.code) == (line(8), "timetable/waits-for-undated")
    assert [e.id for e in made.entries] == ["cut-off", "e"]


def test_what_follows_a_given_date_in_a_circle_still_has_its_slack() -> None:
    made = timetable(
        Milestone("a", "A", AT, on=date(2026, 5, 5), after=after("b")),
        Milestone("b", "B", AT, on=date(2026, 5, 5), after=after("a")),
        Milestone("c", "C", AT, after=after("b", 1), target=target(date(2026, 5, 9))),
    )
    assert codes(made) == ["waits-in-a-circle"]
    assert {e.id: e.slack_working_days for e in made.entries} == {"a": None, "b": 2, "c": 2}


def test_a_given_date_in_a_circle_is_kept() -> None:
    made = timetable(
        Milestone("a", "A", AT, on=date(2026, 5, 5), after=after("b")), Milestone("b", "B", AT, after=after("a"))
    )
    assert [e.id for e in made.entries] == ["a"]
    assert codes(made) == ["waits-in-a-circle"]


@pytest.mark.parametrize(
    ("milestones", "code"),
    [
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-of"))), "unknown-milestone"),
        ((CUT_OFF, Milestone("a", "A", AT, on=ON, after=after("cut-off", -3))), "negative-lag"),
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-off"), window=Lag(-2, Unit.WEEKS))), "negative-window"),
        ((Milestone("a", "A", AT, starts_on=date(2026, 6, 2), on=date(2026, 6, 1)),), "negative-window"),
        ((Milestone("a", "A", AT, on=ON, window=Lag(2), meeting_of="board"),), "window-and-meeting"),
        ((CUT_OFF, Milestone("cut-off", "Again", AT, on=date(2027, 1, 4))), "second-id"),
        ((Milestone("a", "A", AT, on=ON, after=after("a")),), "waits-in-a-circle"),
        ((Milestone("a", "A", AT),), "no-date"),
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-off"), meeting_of="nobody")), "no-meeting"),
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-off", 10**9, Unit.WEEKS))), "out-of-years"),
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-off", 10**9, Unit.WORKING_DAYS))), "out-of-years"),
        ((CUT_OFF, Milestone("a", "A", AT, after=after("cut-off", 8000 * 12, Unit.MONTHS))), "out-of-years"),
        ((Milestone("a", "A", AT, on=date(1, 1, 1), window=Lag(1)),), "out-of-years"),
        ((CUT_OFF, Milestone("a", "A", AT, before=(Link("cut-off", AT, Lag(10**6, Unit.DAYS)),))), "out-of-years"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_mistake_is_one_located_finding(milestones: tuple[Milestone, ...], code: str) -> None:
    made = timetable(*milestones)
    assert [c for c in codes(made) if c not in {"no-date", "waits-for-undated"} or c == code][:1] == [code]
    assert all(finding.at == AT and finding.fix and finding.severity >= Severity.WARNING for finding in made.findings)


def test_a_misspelt_dependency_is_answered_with_the_near_one() -> None:
    (finding, *_) = timetable(CUT_OFF, Milestone("a", "A", AT, on=ON, after=after("cutoff"))).findings
    assert finding.fix == "did you mean `cut-off`?"


def test_a_window_that_ends_on_a_day_off_is_open_until_the_next_working_day() -> None:
    made = timetable(
        Milestone("open", "Consultation", AT, not_before=date(2027, 1, 4), window=Lag(12, Unit.WEEKS)),
        Milestone("asked", "Asked", AT, starts_on=date(2026, 12, 11), window=Lag(2, Unit.WEEKS)),
    )
    assert (entry(made, "open").starts_on, entry(made, "open").due_on) == (date(2027, 1, 4), date(2027, 3, 30))
    assert [step.sentence for step in entry(made, "open").why][-1] == (
        "moved from Monday 29 March 2027 (Easter Monday) to Tuesday 30 March 2027"
    )
    assert entry(made, "asked").due_on == date(2026, 12, 29)  # past Christmas Day, a weekend and the substitute day


def test_a_chain_of_ten_thousand_is_dated_without_recursion() -> None:
    chain = [
        CUT_OFF,
        *(Milestone(f"m{n}", f"M{n}", AT, after=after(f"m{n - 1}" if n else "cut-off")) for n in range(10_000)),
    ]
    made = timetable(*chain)
    assert len(made.entries) == 10_001
    circle = timetable(*(Milestone(f"m{n}", f"M{n}", AT, after=after(f"m{(n + 1) % 10_000}")) for n in range(10_000)))
    assert codes(circle) == ["waits-in-a-circle"]


@st.composite
def networks(draw: st.DrawFn) -> list[Milestone]:
    """Acyclic networks of every kind of milestone, a good part of them impossible to keep."""
    size = draw(st.integers(1, 12))
    names = draw(st.permutations(range(size)))
    lags = st.builds(Lag, st.integers(0, 30), st.sampled_from(Unit))
    some_day = st.dates(date(2026, 4, 1), date(2027, 3, 31))
    milestones = []
    for number in range(size):
        links = st.lists(st.integers(0, max(number - 1, 0)), max_size=3 if number else 0, unique=True)
        later = st.lists(st.integers(number + 1, size), max_size=2, unique=True)
        milestones.append(
            Milestone(
                f"m{number}",
                f"M{number}",
                AT,
                on=draw(st.one_of(st.none(), st.none(), some_day)),
                not_before=draw(st.one_of(st.none(), st.none(), some_day)),
                window=draw(st.one_of(st.none(), lags)),
                after=tuple(Link(f"m{n}", AT, draw(lags)) for n in draw(links)),
                before=tuple(Link(f"m{n}", AT, draw(lags)) for n in draw(later) if n < size),
                needs_working_day=draw(st.booleans()),
                target=draw(st.one_of(st.none(), st.builds(target, some_day))),
            )
        )
        if draw(st.integers(0, 3)) == 0:
            milestones[-1] = Milestone(
                milestones[-1].id, milestones[-1].title, AT, after=milestones[-1].after, meeting_of="board"
            )
    return [milestones[n] for n in names]


@settings(max_examples=300, deadline=None)
@given(networks())
def test_no_wait_is_ever_broken_unless_a_finding_names_it_and_no_produced_date_is_a_day_off(
    milestones: list[Milestone],
) -> None:
    board = body("board", *(date(2026, month, 15) for month in range(4, 13)), papers=PaperRule(5))
    made = build_timetable(Inputs(AT, WORKING, tuple(milestones), bodies=(board,)), on=ON, year=YEAR)
    by_id = made.by_id()
    told = {finding.message for finding in made.findings if finding.code == "timetable/milestone-after-what-follows"}
    for milestone in milestones:
        waits = [(link.id, milestone.id, link.lag) for link in milestone.after]
        waits += [(milestone.id, link.id, link.lag) for link in milestone.before]
        for earlier, later, lag in waits:
            if earlier in by_id and later in by_id:
                start = by_id[later].starts_on or by_id[later].due_on
                if by_id[later].body and not any(m.on and m.id == later for m in milestones):
                    start = by_id[f"papers-{by_id[later].driven_by[-1]}"].due_on
                ready = lag.after(by_id[earlier].due_on, WORKING)
                named = any(
                    f"“{by_id[later].title}” has" in text and f"“{by_id[earlier].title}”" in text for text in told
                )
                assert ready <= start or named
        made_here = by_id.get(milestone.id)
        if made_here and milestone.on is None and milestone.needs_working_day and not milestone.meeting_of:
            assert WORKING.is_working(made_here.due_on)
            assert WORKING.is_working(made_here.starts_on or made_here.due_on)
    undated = {m.id for m in milestones} - by_id.keys()
    assert not undated or set(codes(made)) & {"no-date", "no-meeting", "out-of-years"}
