"""One call from inputs to a timetable: meetings, milestones, deadlines and papers, in date order, with the findings."""

from collections.abc import Iterator
from datetime import date

from cspcycle.timetable.clashes import find_clashes
from cspcycle.timetable.dates import FinancialYear, Month
from cspcycle.timetable.deadlines import deadline_entries
from cspcycle.timetable.entry import Entry, Source, Timetable, status_of
from cspcycle.timetable.feasibility import Mending
from cspcycle.timetable.findings import clash_finding, find_in_entries, find_in_meetings, find_without_meeting
from cspcycle.timetable.horizon import unsure_meeting, unsure_milestones, unsure_papers
from cspcycle.timetable.meetings import Meeting, resolve_meetings
from cspcycle.timetable.network import build_network
from cspcycle.timetable.papers import why_papers_due
from cspcycle.timetable.placing import Placed, Placer
from cspcycle.timetable.plan import Inputs
from cspcycle.timetable.reasons import Because, Step
from cspcycle.timetable.schedule import Schedule, schedule_milestones
from cspcycle.timetable.why import why_placed
from cspcycle.timetable.working_days import WorkingDays


def build_timetable(inputs: Inputs, *, on: date, year: FinancialYear) -> Timetable:
    """The timetable as it stands on a day: every milestone; the meetings of the year with their papers; the deadlines.

    Meetings of other years are in it where a milestone is taken to them, older deadlines until they are done.
    """
    meetings, found = resolve_meetings(inputs.bodies, year, inputs.working, inputs.blackouts)
    network, wrong = build_network(inputs.milestones)
    placer = Placer(inputs.working, meetings)
    schedule = schedule_milestones(network, placer)
    entries = [*_milestone_entries(schedule, inputs.working, on=on)]
    used = {placed.meeting.id for placed in schedule.placed if placed and placed.meeting}
    shown = [meeting for meeting in meetings if meeting.on in year or meeting.id in used]
    for meeting in shown:
        entries += _meeting_entries(meeting, inputs.working, on=on)
    deadlines, impossible = deadline_entries(inputs.deadlines, inputs.working, on=on, year=year)
    entries += deadlines
    entries.sort(key=lambda entry: (entry.due_on, _ORDER[entry.source], entry.id))
    mending = Mending(schedule, placer, on=on)
    clashes = (clash_finding(clash, schedule, mending) for clash in find_clashes(schedule, placer))
    found += [*wrong, *schedule.findings, *clashes, *impossible]
    found += find_without_meeting(schedule, meetings)
    found += find_in_meetings(shown, inputs)
    found += find_in_entries(entries, inputs, year, on=on)
    return Timetable(tuple(entries), tuple(sorted(found)))


_ORDER = {Source.LAW: 0, Source.REGISTER: 1, Source.PAPER: 2, Source.MEETING: 3, Source.MILESTONE: 4}


def _milestone_entries(schedule: Schedule, working: WorkingDays, *, on: date) -> Iterator[Entry]:
    unsure = unsure_milestones(schedule, working)
    for number, placed in enumerate(schedule.placed):
        if placed is None:
            continue
        milestone = schedule.network.milestones[number]
        is_done = milestone.actual_on is not None
        yield Entry(
            id=milestone.id,
            title=milestone.title,
            due_on=placed.due_on,
            source=Source.MILESTONE,
            at=milestone.at,
            status=status_of(placed.due_on, milestone.actual_on, on=on),
            who=milestone.who,
            body=milestone.meeting_of,
            kind=milestone.kind,
            label=milestone.on.label if isinstance(milestone.on, Month) else None,
            why=why_placed(number, placed, schedule, working),
            driven_by=_drivers(placed, schedule),
            starts_on=placed.starts_on if placed.starts_on < placed.due_on and not placed.meeting else None,
            earliest_on=schedule.earliest_on[number],
            latest_on=schedule.latest_on[number],
            slack_working_days=None if is_done else schedule.slack[number],
            is_critical=number in schedule.critical,
            is_certain=number not in unsure,
            is_restricted=milestone.is_restricted,
            actual_on=milestone.actual_on,
            slipped_because=milestone.slipped_because,
            minute=milestone.minute,
            planned_earlier=milestone.planned_earlier,
            provision=milestone.target.provision if milestone.target else "",
        )


def _drivers(placed: Placed, schedule: Schedule) -> tuple[str, ...]:
    drivers = []
    if placed.driver is not None:
        other = placed.driver.earlier if placed.is_after_driver else placed.driver.later
        drivers.append(schedule.network.milestones[other].id)
    if placed.meeting is not None:
        drivers.append(placed.meeting.id)
    return tuple(drivers)


def _meeting_entries(meeting: Meeting, working: WorkingDays, *, on: date) -> Iterator[Entry]:
    body = meeting.body
    yield Entry(
        id=meeting.id,
        title=meeting.title,
        due_on=meeting.on,
        source=Source.MEETING,
        at=meeting.at,
        status=status_of(meeting.on, meeting.held_on, on=on, is_recorded=False),
        who=body.title,
        body=body.id,
        kind="public meeting" if meeting.is_public else "",
        why=meeting.why,
        is_certain=not unsure_meeting(meeting, working),
        is_restricted=body.is_restricted,
        actual_on=meeting.held_on,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
    )
    if meeting.has_papers:
        sent_on = meeting.ready_by if meeting.papers_are_given and meeting.ready_by <= on else None
        why: tuple[Step, ...] = (Step(Because.FIXED, day=meeting.ready_by),)
        if body.papers is not None and not meeting.papers_are_given:
            why = why_papers_due(meeting.on, meeting.ready_by, body.papers, working)
        yield Entry(
            id=f"papers-{meeting.id}",
            title=f"Papers for {meeting.title}",
            due_on=meeting.ready_by,
            source=Source.PAPER,
            at=meeting.at,
            status=status_of(meeting.ready_by, sent_on, on=on, is_recorded=False),
            actual_on=sent_on,
            who=body.title,
            body=body.id,
            why=why,
            driven_by=(meeting.id,),
            is_certain=not unsure_papers(meeting, working),
            is_restricted=body.is_restricted,
            provision=body.papers.provision if body.papers else "",
        )
