"""Whatever dates, lengths, names and links a file may hold, there is a timetable, and every finding has its place."""

from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timetable.making import line

from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.changes import find_changes, published_json, read_published
from cspcycle.timetable.dates import FinancialYear, Month
from cspcycle.timetable.events import events_of
from cspcycle.timetable.explain import explain
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.meeting_rules import MeetingRule
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.papers import PaperRule
from cspcycle.timetable.plan import Blackout, Deadline, Inputs, Link, Milestone, Target
from cspcycle.timetable.working_days import NamedDay, WorkingDays

days = st.one_of(st.dates(), st.sampled_from([date.min, date.max]), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
places = st.integers(1, 50).map(line)
names = st.sampled_from(["a", "b", "c", "d", "e", "board", "", "x\r\ny"])
lags = st.builds(Lag, st.one_of(st.integers(-5, 60), st.integers(-(10**12), 10**12)), st.sampled_from(Unit))
links = st.lists(st.builds(Link, names, places, lags), max_size=3).map(tuple)
kinds = st.sampled_from(["", "consultation", "strategic-assessment", "partnership-plan", "public meeting"])
milestones = st.builds(
    Milestone,
    names,
    st.text(max_size=5),
    places,
    kind=kinds,
    on=st.one_of(st.none(), days, st.builds(Month, st.integers(1, 9999), st.integers(1, 12))),
    starts_on=st.one_of(st.none(), days),
    not_before=st.one_of(st.none(), days),
    window=st.one_of(st.none(), lags),
    after=links,
    before=links,
    meeting_of=st.one_of(st.just(""), names),
    target=st.one_of(st.none(), st.builds(Target, days, places, st.just("because"))),
    needs_working_day=st.booleans(),
    actual_on=st.one_of(st.none(), st.none(), days),
)
rules = st.builds(
    MeetingRule,
    places,
    st.just("rule"),
    weekday=st.one_of(st.none(), st.integers(0, 6)),
    nth=st.sampled_from([1, 5, -1]),
    period=st.sampled_from(["month", "quarter", "year"]),
    not_in=st.lists(st.integers(1, 12), max_size=12).map(tuple),
    times=st.one_of(st.none(), st.integers(1, 52)),
    working_days_apart=st.integers(0, 400),
)
paper_rules = st.builds(PaperRule, st.integers(-3, 10**9), st.just(""), st.booleans(), st.booleans())
bodies = st.builds(
    Body,
    names,
    st.text(max_size=5),
    places,
    given=st.lists(st.builds(GivenMeeting, names, days, places, papers_on=st.one_of(st.none(), days)), max_size=3).map(
        tuple
    ),
    rule=st.one_of(st.none(), rules),
    papers=st.one_of(
        st.none(), st.builds(PaperRule, st.integers(-3, 10**9), st.just(""), st.booleans(), st.booleans())
    ),
    starts_at=st.one_of(st.none(), st.just(time(10))),
)
deadlines = st.builds(
    Deadline, names, st.just("deadline"), places, on=st.one_of(st.none(), days), since=st.one_of(st.none(), days),
    within=st.one_of(st.none(), lags), done_on=st.one_of(st.none(), days),
)  # fmt: skip
closures = st.lists(st.builds(NamedDay, days, st.just("closed")), max_size=3)
inputs = st.builds(
    Inputs,
    places,
    closures.map(WorkingDays.of_england_and_wales),
    milestones=st.lists(milestones, max_size=6).map(tuple),
    deadlines=st.lists(deadlines, max_size=2).map(tuple),
    bodies=st.lists(bodies, max_size=2).map(tuple),
    blackouts=st.lists(st.builds(Blackout, days, days, st.just("reason"), places), max_size=2).map(tuple),
    assessment_days_before_plan=st.integers(-1, 90),
    public_meeting_provision=st.sampled_from(["", "reg. 12"]),
)


@settings(max_examples=150, deadline=None)
@given(inputs, days, st.one_of(st.just(2026), st.integers(1, 9998)))
def test_there_is_always_a_timetable_and_every_finding_has_a_place_and_something_to_do(
    made_from: Inputs, on: date, starts_in: int
) -> None:
    made = build_timetable(made_from, on=on, year=FinancialYear(starts_in))
    assert [entry.due_on for entry in made.entries] == sorted(entry.due_on for entry in made.entries)
    for finding in made.findings:
        assert finding.code.startswith("timetable/")
        assert (finding.at.line >= 1, bool(finding.fix), bool(finding.message)) == (True, True, True)
    for entry in made.entries:
        explain(made, entry.id)
        assert all(step.sentence for step in entry.why)
    made.due(on=on, days=10**12)
    events_of(made)
    published, found = read_published(published_json(made.entries), "published.json")
    assert found == []
    find_changes(published or (), made.entries)
