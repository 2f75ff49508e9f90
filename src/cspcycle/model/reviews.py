"""Death reviews, serious violence and anti-social behaviour case reviews. No field here holds a name of a person."""

from typing import Literal

from cspcycle.model.partnership import Document
from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, DayOrMonth, Text, YesNo


class Recommendation(Record):
    """A recommendation of a review."""

    what: Text = key("What is recommended.", "share risk assessments at referral", default=...)
    body: Text | None = key("Who should do it.", "council")
    due: DayOrMonth | None = key("By when.", "2027-06")
    done_on: Day | None = key("When it was done.", "2027-05-14")
    proof: Text | None = key("What shows it.", "audit of 20 referrals")


class Review(Record):
    """A review of a death. Never a name, an address or a date of birth."""

    reference: Text = key("The partnership's own reference.", "DHR 2", default=...)
    kind: Literal[
        "domestic-homicide-review", "offensive-weapons-homicide-review", "single-unified-safeguarding-review"
    ] = key("Which kind; `known_as` may hold the newer name.", "domestic-homicide-review", default=...)
    known_as: Text | None = key("What the partnership calls it.", "domestic abuse related death review")
    notified_on: Day | None = key(
        "When the police told the partnership.", "2026-02-03", duty="domestic-homicide-review"
    )
    decided_on: Day | None = key(
        "When it was decided whether to hold one.", "2026-02-24", duty="domestic-homicide-review"
    )
    decision: Literal["review", "no-review"] | None = key("What was decided.", "review")
    home_office_told_on: Day | None = key("When the Home Office was told.", "2026-02-25")
    chair_appointed_on: Day | None = key("When the chair was appointed.", "2026-03-20")
    completed_on: Day | None = key("When the report was finished.", "2026-09-30")
    extension_reason: Text | None = key("Why it took longer than planned.", "criminal trial")
    sent_to_commissioner_on: Day | None = key(
        "When the Domestic Abuse Commissioner was sent the conclusions.",
        "2026-10-06",
        duty="review-report-to-commissioner",
    )
    submitted_on: Day | None = key("When it went to the Home Office.", "2026-10-06")
    approved_on: Day | None = key("When it was cleared for publication.", "2027-01-11")
    published_on: Day | None = key("When it was published.", "2027-02-01", duty="review-publication")
    not_published_because: Text | None = key("The exceptional reasons for not publishing.", "the family's safety")
    anonymised: YesNo | None = key("Whether the published report is anonymised.", True)
    recommendations: tuple[Recommendation, ...] = key("What it recommends.", default=())
    summary: Text | None = key("A short account without any name.", "lessons for referral and risk")
    document: Document | None = key("Where it is.")


class SeriousViolenceConsulted(Record):
    """An authority consulted on the serious violence strategy."""

    kind: Literal["education", "prison", "youth-custody"] = key(
        "Which kind of authority.", "education", default=..., duty="serious-violence-consultation"
    )
    body: Text | None = key("Which one.", "Vale College")
    on: Day | None = key("When.", "2023-10-02")


class SeriousViolence(Record):
    """The serious violence duty of the specified authorities."""

    lead_partnership: Text | None = key(
        "The partnership that leads.", "Safer Vale", duty="serious-violence-collaboration"
    )
    specified_authorities: tuple[Text, ...] = key(
        "The authorities that collaborate.", ["council"], default=(), duty="serious-violence-collaboration"
    )
    definition: Text | None = key("What counts as serious violence here.", "knife crime and domestic abuse with injury")
    needs_assessment: Document | None = key("The needs assessment.", duty="serious-violence-needs-assessment")
    consulted: tuple[SeriousViolenceConsulted, ...] = key(
        "Whom they consulted.", default=(), duty="serious-violence-consultation"
    )
    strategy: Document | None = key("The published strategy.", duty="serious-violence-strategy")
    published_on: Day | None = key("When it was published.", "2024-01-22", duty="serious-violence-strategy")
    harm_test_by: Text | None = key(
        "Who checked that nothing harmful is published, by post.", "head of community safety"
    )
    reviewed_on: tuple[Day, ...] = key(
        "When it was reviewed.", ["2026-01-20"], default=(), duty="serious-violence-review"
    )


class CaseReviewProcedure(Record):
    """How people ask for an anti-social behaviour case review."""

    address: Text | None = key(
        "Where it is published.", "https://www.vale.example/asb-case-review", duty="asb-case-review-procedure"
    )
    adopted_on: Day | None = key("When it was adopted.", "2014-10-20")
    contact: Text | None = key(
        "The point of contact, by post.", "community safety team", duty="asb-case-review-procedure"
    )
    policing_body_consulted_on: Day | None = key("When the policing body was consulted.", "2014-09-01")
    landlords_consulted_on: Day | None = key("When social landlords were consulted.", "2014-09-01")
    assessed_on: Day | None = key("When its effectiveness was last assessed.", "2026-03-02")


class CaseReviewFigures(Record):
    """A year's published figures."""

    period: Text = key("The period.", "2025-26", default=...)
    published_on: Day = key("When they were published.", "2026-06-15", default=..., duty="asb-case-review-figures")
    applications: int | None = key("Applications.", 14)
    threshold_not_met: int | None = key("Times the threshold was not met.", 5)
    reviews: int | None = key("Reviews carried out.", 9)
    with_recommendations: int | None = key("Reviews with recommendations.", 6)
    address: Text | None = key("Where.", "https://www.vale.example/asb-case-review/2025-26")


class AntiSocialBehaviourCaseReview(Record):
    """The anti-social behaviour case review (community trigger)."""

    procedure: CaseReviewProcedure | None = key("The procedure.", duty="asb-case-review-procedure")
    published: tuple[CaseReviewFigures, ...] = key(
        "Figures published each year.", default=(), duty="asb-case-review-figures"
    )


class DutyStatement(Record):
    """What the partnership itself says of a duty that only it can vouch for."""

    met: YesNo | None = key("Whether it is met.", True)
    on: Day | None = key("As at which day.", "2026-05-20")
    evidence: Text | None = key("What shows it.", "board minute, 20 May 2026, item 7")
    does_not_apply: Text | None = key(
        "Why it does not apply here, if so.", "no school-based police officers in the area"
    )


class StatedDuty(Record):
    """A responsibility as the partnership's own page states it, and the duties of the register it speaks of."""

    says: Text = key("The page's own words.", "assess value for money of partnership activities", default=...)
    duties: tuple[Text, ...] = key("Ids from `cspcycle duties`.", ["value-for-money"], default=())
