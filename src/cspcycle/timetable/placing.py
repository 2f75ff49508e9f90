"""Puts one milestone on its days: on the date it was given, as early as it can be, or as late as it may be."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from cspcycle.timetable.circles import Wait
from cspcycle.timetable.dates import Month
from cspcycle.timetable.meetings import Meeting, Meetings
from cspcycle.timetable.plan import Milestone
from cspcycle.timetable.working_days import WorkingDays


class Way(Enum):
    """How a milestone came by its date."""

    GIVEN = auto()
    EARLIEST = auto()
    LATEST = auto()


@dataclass(frozen=True, slots=True)
class Placed:
    """A milestone with its days. The bound is the day that what it hangs on would allow, before any adjustment."""

    starts_on: date  # what it waits for must be done by this day
    due_on: date
    way: Way
    bound: date | None = None
    driver: Wait | None = None
    meeting: Meeting | None = None
    missed: Meeting | None = None

    @property
    def is_after_driver(self) -> bool:
        """Whether the driver is something this one waits for, and not something that waits for it."""
        return self.way is Way.EARLIEST


@dataclass(frozen=True, slots=True)
class Placer:
    """Places milestones among the working days and the meetings there are."""

    working: WorkingDays
    meetings: Meetings

    def given(self, milestone: Milestone) -> Placed | None:
        """The milestone on the date it was given, or None when it was given none.

        Raises: OverflowError or ValueError where a window leaves the years 1 to 9999; so do the other two.
        """
        due_on = milestone.on.last_day if isinstance(milestone.on, Month) else milestone.on
        starts_on = milestone.starts_on
        window = milestone.window
        if due_on is None:
            if starts_on is None:
                return None
            due_on = self._forward(milestone, window.after(starts_on, self.working)) if window else starts_on
        elif starts_on is None:
            meeting = self._meeting_on(milestone, due_on)
            if meeting is not None:
                return Placed(min(meeting.ready_by, due_on), due_on, Way.GIVEN, meeting=meeting)
            starts_on = self._back(milestone, window.before(due_on, self.working)) if window else due_on
        return Placed(min(starts_on, due_on), due_on, Way.GIVEN)

    def earliest(self, milestone: Milestone, bound: date, driver: Wait | None) -> Placed | None:
        """The milestone as early as the bound allows, or None when its body has no meeting from then on."""
        if bound == date.max:
            raise OverflowError("the bound is past the year 9999")
        if milestone.meeting_of:
            meeting, missed = self.meetings.next_after(milestone.meeting_of, bound)
            if meeting is None:
                return None
            return Placed(min(meeting.ready_by, meeting.on), meeting.on, Way.EARLIEST, bound, driver, meeting, missed)
        starts_on = self._forward(milestone, bound)
        window = milestone.window
        due_on = self._forward(milestone, window.after(starts_on, self.working)) if window else starts_on
        return Placed(starts_on, due_on, Way.EARLIEST, bound, driver)

    def latest(self, milestone: Milestone, bound: date, driver: Wait | None) -> Placed | None:
        """The milestone as late as the bound allows, or None when its body has no meeting until then."""
        if bound == date.min:
            raise OverflowError("the bound is before the year 1")
        if milestone.meeting_of:
            meeting = self.meetings.last_until(milestone.meeting_of, bound)
            if meeting is None:
                return None
            return Placed(min(meeting.ready_by, meeting.on), meeting.on, Way.LATEST, bound, driver, meeting)
        due_on = self._back(milestone, bound)
        window = milestone.window
        starts_on = self._back(milestone, window.before(due_on, self.working)) if window else due_on
        return Placed(starts_on, due_on, Way.LATEST, bound, driver)

    def _forward(self, milestone: Milestone, day: date) -> date:
        return self.working.next(day) if milestone.needs_working_day else day

    def _back(self, milestone: Milestone, day: date) -> date:
        return self.working.previous(day) if milestone.needs_working_day else day

    def _meeting_on(self, milestone: Milestone, day: date) -> Meeting | None:
        if not milestone.meeting_of:
            return None
        meeting = self.meetings.last_until(milestone.meeting_of, day)
        return meeting if meeting is not None and meeting.on == day else None
