"""What goes into a timetable: milestones, deadlines, blackouts, meetings and the settings of a partnership."""

from dataclasses import dataclass
from datetime import date

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.dates import Month
from cspcycle.timetable.entry import PlannedEarlier
from cspcycle.timetable.lags import NO_LAG, Lag
from cspcycle.timetable.meetings import Body
from cspcycle.timetable.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Link:
    """Another milestone, where that was written, and how long lies between the two."""

    id: str
    at: Location
    lag: Lag = NO_LAG


@dataclass(frozen=True, slots=True)
class Target:
    """The day before which something must be done, and what asks for it."""

    before: date
    at: Location
    because: str
    provision: str = ""

    @property
    def last_day(self) -> date:
        """The last day that is still in time."""
        return date.fromordinal(max(self.before.toordinal() - 1, 1))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the cycle. It is dated by `on`, or by what it comes after or before, or by a meeting, or by several.

    A window is how long the step is open (a consultation of eight weeks): it begins when everything it comes after is
    ready. A milestone taken to a meeting must be ready when the papers of that meeting are due.
    """

    id: str
    title: str
    at: Location
    who: str = ""
    kind: str = ""  # what findings ask about: consultation, strategic-assessment, partnership-plan, public meeting
    because: str = ""  # the promise or the practice it comes from
    on: date | Month | None = None
    starts_on: date | None = None
    not_before: date | None = None
    window: Lag | None = None
    after: tuple[Link, ...] = ()
    before: tuple[Link, ...] = ()
    meeting_of: str = ""
    target: Target | None = None
    needs_working_day: bool = True
    is_restricted: bool = False
    actual_on: date | None = None
    slipped_because: str = ""
    minute: str = ""
    planned_earlier: tuple[PlannedEarlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that a duty or a register sets: a fixed day, or a length of time from another day."""

    id: str
    title: str
    at: Location
    who: str = ""
    on: date | None = None
    since: date | None = None
    within: Lag | None = None
    counted_from: str = ""  # what happened on `since`: "the last scrutiny meeting"
    provision: str = ""
    says: str = ""  # what the provision asks for, in a sentence
    force: str = ""  # the force in law: an Act, regulations, guidance; nothing for a register
    is_register: bool = False
    is_recorded: bool = True  # False where the files are silent on such things, so that a day gone by proves nothing
    is_restricted: bool = False
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Blackout:
    """Days on which the partnership plans nothing, and why; from the first day until, and not including, the last."""

    first_day: date
    until: date
    reason: str
    at: Location

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day < self.until


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything one partnership's timetable is made from."""

    at: Location
    working: WorkingDays
    milestones: tuple[Milestone, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    bodies: tuple[Body, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    assessment_days_before_plan: int = 0
    public_meeting_provision: str = ""  # the provision that asks for a public meeting in the year, where one does
