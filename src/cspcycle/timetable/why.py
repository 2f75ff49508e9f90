"""Turns the way a milestone was placed into the reasons a reader is given."""

from cspcycle.timetable.dates import Month
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.placing import Placed, Way
from cspcycle.timetable.plan import Milestone
from cspcycle.timetable.reasons import Because, Step, moved, skipped
from cspcycle.timetable.schedule import Schedule
from cspcycle.timetable.working_days import WorkingDays


def why_placed(number: int, placed: Placed, schedule: Schedule, working: WorkingDays) -> tuple[Step, ...]:
    """The reasons for a milestone's date: its promise, what it hangs on, days off, windows, meetings, its target."""
    milestone = schedule.network.milestones[number]
    steps: list[Step] = []
    if milestone.because:
        steps.append(Step(Because.PROMISE, text=milestone.because))
    if placed.way is Way.GIVEN:
        steps.append(_given(milestone, placed))
        steps += _waits(number, schedule)
    else:
        steps += _hangs_on(placed, schedule, working)
    steps += _adjusted(milestone, placed, working)
    if milestone.target is not None:
        target = milestone.target
        steps.append(Step(Because.TARGET, day=target.before, text=target.because, provision=target.provision))
    if milestone.slipped_because:
        steps.append(Step(Because.SLIPPED, text=milestone.slipped_because))
    if milestone.actual_on is not None:
        steps.append(Step(Because.DONE, day=milestone.actual_on, text=milestone.minute))
    return tuple(steps)


def _given(milestone: Milestone, placed: Placed) -> Step:
    if isinstance(milestone.on, Month):
        return Step(Because.MONTH, day=placed.due_on, text=milestone.on.label)
    return Step(Because.FIXED, day=placed.due_on if milestone.on else placed.starts_on)


def _waits(number: int, schedule: Schedule) -> list[Step]:
    """What holds up a date that was given: it does not set the date, but a reader asks whether it leaves room."""
    wait = schedule.tightest[number]
    if wait is None:
        return []
    other, since = schedule.network.milestones[wait.earlier], schedule.done_on(wait.earlier)
    possible = schedule.earliest_on[number]
    return [Step(Because.WAITS, day=possible, since=since, lag=wait.lag or None, text=other.title, id=other.id)]


def _hangs_on(placed: Placed, schedule: Schedule, working: WorkingDays) -> list[Step]:
    wait, bound = placed.driver, placed.bound
    if wait is None or bound is None:
        return [Step(Because.NOT_BEFORE, day=bound)] if placed.way is Way.EARLIEST else []
    is_after = placed.way is Way.EARLIEST
    other = schedule.network.milestones[wait.earlier if is_after else wait.later]
    since = schedule.done_on(wait.earlier) if is_after else schedule.starts_on(wait.later)
    because = Because.AFTER if is_after else Because.BEFORE
    steps = [Step(because, day=bound, since=since, lag=wait.lag or None, text=other.title, id=other.id)]
    if wait.lag.unit is Unit.WORKING_DAYS and (off := skipped(min(since, bound), max(since, bound), working)):
        steps.append(off)
    return steps


def _adjusted(milestone: Milestone, placed: Placed, working: WorkingDays) -> list[Step]:
    steps = []
    if placed.missed is not None:
        missed = placed.missed
        steps.append(Step(Because.MISSED, day=missed.on, since=missed.ready_by, text=missed.title, id=missed.id))
    if placed.meeting is not None:
        meeting = placed.meeting
        steps.append(Step(Because.MEETING, day=meeting.on, since=meeting.ready_by, text=meeting.title, id=meeting.id))
        return steps
    edge = placed.starts_on if placed.way is Way.EARLIEST else placed.due_on
    if placed.bound is not None and edge != placed.bound:
        steps.append(moved(placed.bound, edge, working))
    if placed.starts_on < placed.due_on:
        lag = milestone.window or Lag((placed.due_on - placed.starts_on).days)
        steps.append(Step(Because.WINDOW, day=placed.due_on, since=placed.starts_on, lag=lag))
        if placed.way is Way.EARLIEST and (last := lag.after(placed.starts_on, working)) != placed.due_on:
            steps.append(moved(last, placed.due_on, working))
    return steps
