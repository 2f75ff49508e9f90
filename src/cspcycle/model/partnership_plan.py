"""The partnership plan: its period, its yearly revision, and what the regulations want in it."""

from typing import Literal

from cspcycle.model.partnership import Document, Limb, Restricted
from cspcycle.model.record import Record, key
from cspcycle.model.strategic_assessment import Approval, DocumentVersion
from cspcycle.model.values import Day, DayOrMonth, Text, Year


class Revision(Record):
    """One yearly revision of the plan."""

    for_year: Year = key("The year that the revised plan is for.", "2027-28", default=..., duty="plan-annual-revision")
    revised_on: Day | None = key("When the revision was made.", "2027-03-16", duty="plan-annual-revision")
    due: DayOrMonth | None = key("When it is planned.", "2027-03")
    considered_assessment_of: Year | None = key(
        "The year of the assessment it considered.", "2026-27", duty="plan-considers"
    )
    considered_agreement_of: Year | None = key(
        "The year of the county agreement it considered (two-tier areas).", "2026-27", duty="plan-considers"
    )
    minute: Text | None = key("The minute.", "board, 16 March 2027, item 4")


class SuccessMeasure(Record):
    """How one responsible authority will measure success."""

    body: Text = key("The kind of body.", "council", default=..., duty="plan-contents")
    how: Text = key("How.", "quarterly scorecard to its executive", default=...)


class Resource(Record):
    """What a responsible authority puts in."""

    body: Text = key("The kind of body.", "council", default=..., duty="plan-contents")
    what: Text = key("What it allocates or deploys.", "two community safety officers", default=...)


class Summary(Record):
    """The published summary of the plan."""

    published_on: Day | None = key("When.", "2027-03-26", duty="plan-summary")
    address: Text | None = key("Where.", "https://www.vale.example/safer/summary")
    formats: tuple[Text, ...] = key("In which forms.", ["web page", "easy read", "audio"], default=())


class SentTo(Record):
    """A copy that was sent."""

    to: Text | None = key("To whom.", "Police and Crime Commissioner for Valeshire")
    on: Day | None = key("When.", "2027-03-30", duty="send-plan-to-policing-body")


class EqualityAssessment(Record):
    """The look at what the plan means for people with protected characteristics."""

    on: Day | None = key("When.", "2027-02-20")
    document: Document | None = key("Where.")


class Risk(Record):
    """Something that could keep the plan from working."""

    risk: Text = key("What could happen.", "the grant for the night marshals ends", default=...)
    owner: Text | None = key("The authority that watches it.", "council")
    response: Text | None = key("What is done about it.", "costs shared between three budgets from 2028")
    next_look: DayOrMonth | None = key("When it is next looked at.", "2027-09")
    restricted: Restricted = key("Why it is kept out of public documents.")


class PartnershipPlan(Record):
    """The partnership plan."""

    title: Text | None = key("Its title.", "Community Safety Plan 2027 to 2030")
    title_in_welsh: Text | None = key("Its title in Welsh.", "Cynllun Diogelwch Cymunedol 2027-2030")
    summary_in_welsh: Text | None = key(
        "The plan in a few sentences of Welsh; it stands in the plan and in its summary, marked as Welsh.", "…"
    )
    known_as: Text | None = key("What the partnership calls it.", "Safer Vale Plan")
    status: Literal["draft", "consulted", "final"] | None = key("How far it is.", "final")
    period: Text | None = key("The period as the document prints it.", "2027-2030")
    starts_on: Day | None = key("Its first day.", "2027-04-01", duty="partnership-plan")
    ends_on: Day | None = key("Its last day.", "2030-03-31")
    foreword: Text | None = key(
        "A short foreword by the chair, who signs by post and not by name.",
        "Safety is what residents ask us for first.",
    )
    vision: Text | None = key("What the partnership wants the area to be.", "Vale is safe at every hour")
    revisions: tuple[Revision, ...] = key("Each yearly revision.", default=(), duty="plan-annual-revision")
    strategies: dict[Limb, Text] = key(
        "The strategy for each limb that the Act names.",
        {"crime-and-disorder": "priorities 1 and 2"},
        default={},
        duty="plan-strategy",
    )
    steps: tuple[Text, ...] = key(
        "Steps the authorities need to take, beside the actions under priorities.", default=(), duty="plan-contents"
    )
    resources: tuple[Resource, ...] = key(
        "How authorities allocate and deploy resources.", default=(), duty="plan-contents"
    )
    measures_of_success: tuple[SuccessMeasure, ...] = key(
        "How each authority will measure success.", default=(), duty="plan-contents"
    )
    engagement_steps: tuple[Text, ...] = key(
        "Steps in the year to consult, to involve people and to publish the summary.", default=(), duty="plan-contents"
    )
    risks: tuple[Risk, ...] = key("What could keep it from working.", default=())
    police_and_crime_objectives_considered: Approval | None = key(
        "When regard was had to the police and crime plan's objectives.", duty="regard-police-and-crime-objectives"
    )
    approvals: tuple[Approval, ...] = key(
        "The bodies that agreed it, in order.", default=(), duty="full-council-adoption"
    )
    summary: Summary | None = key("The published summary.", duty="plan-summary")
    sent_to_policing_body: SentTo | None = key(
        "The copy sent to the local policing body.", duty="send-plan-to-policing-body"
    )
    equality_assessment: EqualityAssessment | None = key("The equality look.", duty="equality-duty")
    versions: tuple[DocumentVersion, ...] = key("Its versions, oldest first.", default=())
    document: Document | None = key("Where it is.")
    next_review: DayOrMonth | None = key("When it is next looked at.", "2028-03")
    review_reason: Text | None = key(
        "Why, if it is out of the yearly turn.", "to align with the new police and crime plan"
    )


class CommunitySafetyAgreement(Record):
    """The county's yearly agreement in a two-tier area."""

    year: Year = key("The year it is for, and in which it is made.", "2026-27", default=..., duty="county-agreement")
    completed_on: Day | None = key("When it was made.", "2027-02-24", duty="county-agreement")
    based_on: tuple[Text, ...] = key(
        "The districts whose assessments it rests on.", ["Northvale"], default=(), duty="county-agreement"
    )
    joint_working: tuple[Text, ...] = key(
        "How joint or co-ordinated work could do more.", ["one county line group"], default=(), duty="county-agreement"
    )
    sent_to_policing_body: SentTo | None = key("The copy sent to the policing body.", duty="county-agreement-copy")
    document: Document | None = key("Where it is.")
    earlier: tuple["EarlierAgreement", ...] = key("Agreements of earlier years.", default=(), duty="county-agreement")


class EarlierAgreement(Record):
    """An agreement of an earlier year."""

    year: Year = key("Its year.", "2025-26", default=...)
    completed_on: Day | None = key("When it was made.", "2026-02-20", duty="county-agreement")
