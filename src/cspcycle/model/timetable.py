"""The timetable the partnership sets itself: milestones, what each waits for, and days on which nothing can happen."""

from typing import Literal

from cspcycle.model.partnership import Restricted
from cspcycle.model.record import Record, key
from cspcycle.model.strategic_assessment import Approval
from cspcycle.model.values import Day, DayOrMonth, Id, Text, YesNo


class PlannedBefore(Record):
    """A date this milestone used to have; nothing is overwritten."""

    due: DayOrMonth = key("The earlier date.", "2027-03", default=...)
    changed_on: Day | None = key("When it was changed.", "2027-02-10")
    because: Text | None = key("Why.", "the cabinet meeting moved")
    minute: Text | None = key("The minute.", "board, 10 February 2027, item 3")


class Milestone(Record):
    """A step of the cycle: what, who, by when, and what it waits for."""

    id: Id = key(
        "A short name; it keeps the calendar entry the same when the title or the date changes.",
        "survey-closes",
        default=...,
    )
    task: Text = key("What is done.", "Residents' survey closes", default=...)
    who: Text | None = key("Who does it.", "council")
    due: DayOrMonth | None = key("A fixed day, or a month: then its last day.", "2026-08-31")
    after: dict[Id, Text] = key(
        "Milestones it follows, each with the time between.", {"survey-opens": "8 weeks"}, default={}
    )
    before: dict[Id, Text] = key(
        "Milestones it must precede, each with the time between.", {"cabinet": "10 working days"}, default={}
    )
    at_next_meeting_of: Id | None = key("The group at whose next meeting it happens.", "strategy-group")
    not_before: Day | None = key("The first day on which it can begin, whatever it follows.", "2026-10-01")
    open_for: Text | None = key("How long a window stays open, if it is one.", "8 weeks")
    working_day: YesNo | None = key("Whether it must fall on a working day.", True)
    done_on: Day | None = key("When it was really done.", "2026-08-31")
    slipped_because: Text | None = key("Why it was late.", "survey reprinted")
    minute: Text | None = key("The minute that records it.", "board, 13 October 2026, item 6")
    planned_before: tuple[PlannedBefore, ...] = key("Dates it used to have, oldest first.", default=())
    leave_out: YesNo | None = key("Yes, to drop this line of the standard cycle.", True)
    serves: (
        Literal[
            "consultation",
            "strategic-assessment",
            "assessment-summary",
            "partners-consulted",
            "partnership-plan",
            "plan-summary",
            "public-meeting",
        ]
        | None
    ) = key("What the step completes, so that the law's dates can be compared with it.", "partnership-plan")
    restricted: Restricted = key("Why it is kept out of public calendars.")


class Closure(Record):
    """Days on which nothing can happen, and why."""

    first_day: Day = key("The first day.", "2026-12-24", default=...)
    last_day: Day | None = key("The last day, if more than one.", "2027-01-01")
    reason: Text = key("Why.", "council offices closed", default=...)
    kind: Literal["closure", "pre-election-period", "recess", "holiday"] = key(
        "A closure is not a working day; in the others no papers go out and no consultation opens.",
        "closure",
        default="closure",
    )


class Timetable(Record):
    """The business-planning timetable."""

    title: Text | None = key("Its title.", "Business planning cycle 2026-27")
    for_plan_year: Text | None = key("The plan year it leads to.", "2027-28")
    follow_standard_cycle: YesNo | None = key("Yes, to adopt the standard cycle and change it line by line.", True)
    days_from_assessment_to_plan: int | None = key(
        "Days the partnership wants between the assessment and the plan.", 60
    )
    agreed: Approval | None = key("Who agreed it, and when.")
    milestones: tuple[Milestone, ...] = key("The steps, in any order.", default=())
    closures: tuple[Closure, ...] = key("Days on which nothing can happen.", default=())
