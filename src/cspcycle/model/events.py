"""What happened and when: meetings, consultation, scrutiny, and what the policing body asked for."""

from typing import Literal

from cspcycle.model.partnership import Document, Restricted
from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, Id, Text, YesNo


class Attendance(Record):
    """Which body was at a meeting."""

    body: Text = key("The kind of body.", "chief-officer-of-police", default=..., duty="public-meeting-attendance")
    post: Text | None = key("The post that came.", "local policing commander")
    senior: YesNo | None = key("Whether it was a senior person.", True, duty="public-meeting-attendance")


class Decision(Record):
    """What a meeting decided."""

    what: Text = key("The decision.", "agreed the priorities for 2027-28", default=...)
    minute: Text | None = key("The minute.", "item 5")
    ratified_on: Day | None = key("When it was ratified, if the meeting was short of its quorum.", "2027-02-02")


class AgendaItem(Record):
    """An item on the agenda. The title of a restricted item stays on the public agenda."""

    title: Text = key("Its title.", "Strategic assessment", default=...)
    lead: Text | None = key("Who leads it, by post.", "head of community safety")
    minutes: int | None = key("How long it takes.", 15)
    paper: Text | None = key("The paper.", "papers/05-assessment.pdf")
    recommendations: tuple[Text, ...] = key("What the paper recommends.", ["agree the timetable"], default=())
    restricted: Restricted = key("Why observers leave for it.")


class Meeting(Record):
    """A meeting of a group, or a public meeting."""

    id: Id | None = key("A short name; it keeps the calendar entry the same when the date moves.", "board-2027-01")
    group: Id | None = key("The group that met.", "strategy-group")
    public: YesNo | None = key("Yes, for a public meeting.", True, duty="public-meeting")
    title: Text | None = key("Its title, if it has one.", "Have your say evening")
    extra: YesNo | None = key(
        "Yes, if it comes beside those that the group's rule sets and takes the place of none.", True
    )
    planned_on: Day | None = key("The day it is planned for.", "2027-01-19")
    held_on: Day | None = key("The day it was held.", "2027-01-19", duty="public-meeting")
    cancelled_on: Day | None = key("The day it was cancelled.", "2027-01-10")
    starts_at: Text | None = key("The time, on the 24-hour clock.", "14:00")
    place: Text | None = key("Where.", "Town Hall, committee room 2")
    quorate: YesNo | None = key("Whether it had its quorum.", True)
    attendance: tuple[Attendance, ...] = key(
        "The bodies that were there.", default=(), duty="public-meeting-attendance"
    )
    agenda: tuple[AgendaItem, ...] = key("What was on the agenda.", default=())
    decisions: tuple[Decision, ...] = key("What it decided.", default=())
    papers_out_on: Day | None = key("When the papers went out.", "2027-01-11")
    publicised: Text | None = key(
        "How people were told of it.", "council newsletter and social media", duty="public-meeting-publicity"
    )
    outcome_published: Text | None = key(
        "How people were told what was discussed.", "notes on the website", duty="public-meeting-publicity"
    )
    minutes_document: Document | None = key("Where the minutes are.")

    @property
    def when(self) -> Day | None:
        """The day it was held, or is planned for."""
        return self.held_on or self.planned_on


class Concern(Record):
    """How many of the people who replied named a theme."""

    theme: Text = key("The theme, as it is named in the assessment.", "violence", default=...)
    people: int = key("How many people named it.", 412, default=...)


class ConsultationExercise(Record):
    """One round of asking people."""

    id: Id | None = key("A short name.", "residents-survey-2026")
    title: Text = key("What it is called.", "Residents' survey 2026", default=...)
    opened_on: Day | None = key("The first day for replies.", "2026-07-06")
    closed_on: Day | None = key("The last day for replies.", "2026-08-31")
    about: Text | None = key("What people were asked.", "levels and patterns of crime, and what should come first")
    methods: tuple[Text, ...] = key("How.", ["online survey", "street interviews"], default=())
    groups: tuple[Text, ...] = key(
        "Groups that were reached.", ["young people", "faith groups"], default=(), duty="consultation"
    )
    replies: int | None = key("How many replied.", 1353)
    concerns: tuple[Concern, ...] = key("What they named, with how many did; of all who replied.", default=())
    informs: Literal["strategic-assessment", "partnership-plan"] | None = key(
        "What it informs.", "strategic-assessment"
    )
    what_changed: Text | None = key("What was done with the views.", "speeding was added to the action plan")
    document: Document | None = key("Where the results are.")


class Considered(Record):
    """Something that was considered, when and with what result."""

    on: Day | None = key("When.", "2027-01-19")
    how: Text | None = key("What came of it.", "volunteers to run three litter and graffiti days")


class Consultation(Record):
    """How the partnership gets the views of people who live and work in the area."""

    arrangements: Text | None = key(
        "The arrangements in a sentence.", "a yearly survey and two area forums", duty="consultation"
    )
    wide_range_of_groups: tuple[Text, ...] = key(
        "Groups whose representatives are consulted.", ["tenants' federation"], default=(), duty="consultation"
    )
    particularly_affected: tuple[Text, ...] = key(
        "Those likely to be particularly affected by the plan, who are consulted.",
        ["street traders"],
        default=(),
        duty="consultation",
    )
    other_consultation_considered: Text | None = key(
        "Consultation by the authorities that was taken into account.", "the force's survey", duty="consultation"
    )
    community_help: Considered | None = key(
        "How local people might help, considered in preparing the plan.", duty="community-help"
    )
    exercises: tuple[ConsultationExercise, ...] = key("Each round of asking.", default=(), duty="consultation")


class ScrutinyMeeting(Record):
    """A meeting at which the committee looked at the partnership's work."""

    on: Day = key("When.", "2026-11-17", default=..., duty="scrutiny-frequency")
    what: Text | None = key("What it looked at.", "annual report of the partnership")


class ScrutinyResponse(Record):
    """An answer to a report of the committee."""

    body: Text = key("Who answered.", "council", default=..., duty="scrutiny-response")
    on: Day = key("When.", "2026-12-10", default=..., duty="scrutiny-response")
    action: Text | None = key("What it will do, if anything.", "publish patrol maps each quarter")


class ScrutinyReport(Record):
    """A report or recommendations of the committee."""

    title: Text = key("Its title.", "Feeling safe in the town centre", default=...)
    on: Day = key("Its date.", "2026-11-17", default=..., duty="scrutiny-response")
    sent_to: tuple[Text, ...] = key(
        "Whom it was copied to.", ["council", "chief-officer-of-police"], default=(), duty="scrutiny-report-copies"
    )
    told_of_duty_to_respond: YesNo | None = key(
        "Whether recipients were told of their duty to respond.", True, duty="scrutiny-report-copies"
    )
    responses: tuple[ScrutinyResponse, ...] = key("The answers.", default=(), duty="scrutiny-response")


class ScrutinyRequest(Record):
    """A written request of the committee for information."""

    asked_on: Day = key("When.", "2026-10-01", default=...)
    asked_of: Text = key("Of whom.", "chief-officer-of-police", default=...)
    due_on: Day | None = key("The date in the request.", "2026-10-29", duty="scrutiny-information")
    answered_on: Day | None = key("When it was answered.", "2026-10-20", duty="scrutiny-information")
    depersonalised: YesNo | None = key("Whether the information was depersonalised.", True)


class CoOption(Record):
    """Someone co-opted to the committee, by post."""

    post: Text = key("The post.", "independent member of the police panel", default=...)
    body: Text | None = key("The body.", "probation-service")
    voting: YesNo | None = key("Whether the post votes.", False)


class CrimeAndDisorderCommittee(Record):
    """The council committee that reviews what the responsible authorities do."""

    name: Text = key("Its name.", "Communities scrutiny committee", default=..., duty="crime-and-disorder-committee")
    council: Text | None = key("Whose committee it is.", "Vale Council")
    designated_on: Day | None = key("Since when.", "2009-05-20")
    governance: Literal["executive", "committee-system"] | None = key("How the council is run.", "executive")
    meetings: tuple[ScrutinyMeeting, ...] = key(
        "When it looked at the partnership.", default=(), duty="scrutiny-frequency"
    )
    reports: tuple[ScrutinyReport, ...] = key("Its reports and recommendations.", default=(), duty="scrutiny-response")
    requests: tuple[ScrutinyRequest, ...] = key(
        "Its requests for information.", default=(), duty="scrutiny-information"
    )
    co_opted: tuple[CoOption, ...] = key("Posts it has co-opted.", default=())


class ReportRequired(Record):
    """A report that the policing body required under section 7."""

    asked_on: Day = key("When.", "2026-06-01", default=...)
    due_on: Day | None = key("By when.", "2026-07-31")
    submitted_on: Day | None = key("When it was sent.", "2026-07-20", duty="report-to-policing-body")


class AttendanceRequired(Record):
    """A meeting to which the commissioner called representatives."""

    called_on: Day = key("When it was called.", "2026-06-01", default=...)
    held_on: Day | None = key("When it was held.", "2026-07-02")
    bodies: tuple[Text, ...] = key("The bodies named.", ["council"], default=())
    attended: YesNo | None = key("Whether all came.", True, duty="policing-body-meeting")


class PolicingBodyLinks(Record):
    """What passes between the partnership and the local policing body."""

    co_operation: Text | None = key(
        "How they act in co-operation.", "the commissioner's office attends the board", duty="act-in-co-operation"
    )
    reports_required: tuple[ReportRequired, ...] = key(
        "Reports it required.", default=(), duty="report-to-policing-body"
    )
    attendance_required: tuple[AttendanceRequired, ...] = key(
        "Meetings it called.", default=(), duty="policing-body-meeting"
    )
