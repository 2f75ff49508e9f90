"""Which dates rest on bank holidays that are not published yet, so that none of them is a silent guess."""

from datetime import date

from cspcycle.timetable.lags import Unit
from cspcycle.timetable.meetings import Meeting
from cspcycle.timetable.placing import Placed, Way
from cspcycle.timetable.plan import Milestone
from cspcycle.timetable.schedule import Schedule
from cspcycle.timetable.working_days import WorkingDays


def unsure_milestones(schedule: Schedule, working: WorkingDays) -> frozenset[int]:
    """The milestones whose date was worked out with unknown bank holidays, or from such a date."""
    sure: dict[int, bool] = {}
    for number, placed in enumerate(schedule.placed):
        walk = []
        current, current_placed = number, placed
        while current not in sure and current_placed is not None:
            walk.append(current)
            if not _is_sure_by_itself(current_placed, schedule.network.milestones[current], schedule, working):
                sure[current] = False
            elif current_placed.driver is None:
                sure[current] = True
            else:
                driver = current_placed.driver
                current = driver.earlier if current_placed.is_after_driver else driver.later
                current_placed = schedule.placed[current]
        for each in walk:
            sure[each] = sure.get(current, True)
    return frozenset(number for number, is_sure in sure.items() if not is_sure)


def unsure_meeting(meeting: Meeting, working: WorkingDays) -> bool:
    """Whether the day of a meeting came from a rule and may turn out to be a bank holiday."""
    return meeting.is_from_rule and not working.knows(meeting.on)


def unsure_papers(meeting: Meeting, working: WorkingDays) -> bool:
    """Whether the day for papers was counted over days whose bank holidays are unknown."""
    return not meeting.papers_are_given and not (working.knows(meeting.on) and working.knows(meeting.ready_by))


def _is_sure_by_itself(placed: Placed, milestone: Milestone, schedule: Schedule, working: WorkingDays) -> bool:
    if placed.meeting is not None:
        return not (
            unsure_meeting(placed.meeting, working)
            or (placed.meeting.has_papers and unsure_papers(placed.meeting, working))
        )
    if placed.way is Way.GIVEN:
        return True
    days: list[date] = [placed.starts_on, placed.due_on]
    if placed.bound is not None:
        days.append(placed.bound)
    uses_working_days = milestone.needs_working_day
    if placed.driver is not None and placed.driver.lag.unit is Unit.WORKING_DAYS:
        uses_working_days = True
        days.append(
            schedule.done_on(placed.driver.earlier)
            if placed.is_after_driver
            else schedule.starts_on(placed.driver.later)
        )
    return not uses_working_days or all(working.knows(day) for day in days)
