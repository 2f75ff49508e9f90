"""The year's record in a view: consultation, money, scrutiny, reviews of deaths, serious violence, sharing."""

from cspcycle.documents.views.naming import Names, View, document_view, opening, sentence, when
from cspcycle.model.events import Consultation, CrimeAndDisorderCommittee
from cspcycle.model.partnership import InformationSharing
from cspcycle.model.reviews import AntiSocialBehaviourCaseReview, Review, SeriousViolence
from cspcycle.model.values import FinancialYear

INFORMS = {"strategic-assessment": "the assessment", "partnership-plan": "the plan"}
REVIEWS = {
    "domestic-homicide-review": "Domestic homicide review",
    "offensive-weapons-homicide-review": "Offensive weapons homicide review",
    "single-unified-safeguarding-review": "Single unified safeguarding review",
}
COVERS = {
    "section-17a": "section 17A",
    "section-115": "section 115",
    "assessment-and-plan": "the assessment and the plan",
}


def consultation_view(names: Names) -> View:
    """How people's views are obtained, and each round of asking."""
    held = names.dossier.consultation or Consultation.model_construct()
    return {
        "arrangements": sentence(held.arrangements),
        "groups": list(held.wide_range_of_groups),
        "affected": list(held.particularly_affected),
        "other": sentence(held.other_consultation_considered),
        "community_help": sentence(held.community_help.how) if held.community_help else "",
        "exercises": [
            {
                "title": each.title,
                "opened_on": each.opened_on or "",
                "closed_on": each.closed_on or "",
                "is_open": bool(each.opened_on and each.closed_on and each.opened_on <= names.on <= each.closed_on),
                "is_coming": bool(each.opened_on and names.on < each.opened_on),
                "about": each.about or "",
                "methods": list(each.methods),
                "groups": list(each.groups),
                "replies": each.replies,
                "informs": INFORMS.get(each.informs or "", ""),
                "informs_assessment": each.informs == "strategic-assessment",
                "informs_plan": each.informs == "partnership-plan",
                "what_changed": sentence(each.what_changed),
                "document": document_view(each.document),
            }
            for each in held.exercises
        ],
    }


def funding_view(names: Names) -> View:
    """The money, the latest year first, with the total of each year where every amount is known."""
    years: dict[FinancialYear, list[View]] = {}
    for each in sorted(names.dossier.funding, key=lambda each: each.for_year, reverse=True):
        years.setdefault(each.for_year, []).append(
            {
                "source": opening(each.source),
                "amount": each.amount,
                "for_what": opening(each.for_what),
                "priority": names.priority(each.priority),
                "conditions": list(each.conditions),
                "report_due_on": each.report_due_on or "",
                "spent": each.spent,
                "judged": opening(each.judged),
            }
        )
    review = names.dossier.value_for_money
    return {
        "years": [
            {"year": year.label, "rows": rows, "total": _total(rows, "amount"), "spent": _total(rows, "spent")}
            for year, rows in years.items()
        ],
        "arrangements": sentence(review.arrangements) if review else "",
        "last_reviewed_on": review.last_reviewed_on or "" if review else "",
        "document": document_view(review.document) if review else {},
    }


def _total(rows: list[View], name: str) -> float | None:
    amounts = [row[name] for row in rows]
    return sum(amount for amount in amounts if isinstance(amount, int | float)) if None not in amounts else None


def scrutiny_view(names: Names) -> View:
    """The crime and disorder committee: what it looked at, reported, and was answered."""
    held = names.dossier.crime_and_disorder_committee or CrimeAndDisorderCommittee.model_construct(name="")
    return {
        "name": held.name,
        "council": held.council or "",
        "meetings": [{"on": each.on, "what": opening(each.what)} for each in held.meetings if each.on <= names.on],
        "reports": [
            {
                "title": each.title,
                "on": each.on,
                "responses": [
                    {"body": names.body(answer.body), "on": answer.on, "action": opening(answer.action)}
                    for answer in each.responses
                ],
            }
            for each in held.reports
        ],
    }


def reviews_view(names: Names) -> list[View]:
    """Each review of a death by its reference: never a name, and only its stage until it is published."""
    return [_review(review, names) for review in names.dossier.reviews]


def _review(review: Review, names: Names) -> View:
    return {
        "reference": review.reference,
        "kind": opening(review.known_as) or REVIEWS[review.kind],
        "notified_on": review.notified_on or "",
        "decided_on": review.decided_on or "",
        "stage": _stage(review),
        "is_published": review.published_on is not None,
        "summary": sentence(review.summary),
        "document": document_view(review.document),
        "done": sum(each.done_on is not None for each in review.recommendations),
        "recommendations": [
            {
                "what": opening(each.what),
                "body": names.body(each.body),
                "due": when(each.due),
                "done_on": each.done_on or "",
                "proof": opening(each.proof),
            }
            for each in review.recommendations
        ],
    }


def _stage(review: Review) -> str:
    if review.decision == "no-review":
        return "no review was held"
    stages = (
        ("published", review.published_on),
        ("cleared for publication", review.approved_on),
        ("sent to the Home Office", review.submitted_on),
        ("report finished", review.completed_on),
        ("under way", review.chair_appointed_on or review.decided_on),
    )
    return next((words for words, day in stages if day is not None), "reported to the partnership")


def serious_violence_view(names: Names) -> View:
    """The serious violence duty."""
    held = names.dossier.serious_violence or SeriousViolence.model_construct()
    return {
        "is_written": names.dossier.serious_violence is not None,
        "lead": held.lead_partnership or "",
        "authorities": names.bodies(held.specified_authorities),
        "definition": sentence(held.definition),
        "strategy": document_view(held.strategy),
        "published_on": held.published_on or "",
        "reviewed_on": held.reviewed_on[-1] if held.reviewed_on else "",
    }


def case_reviews_view(names: Names) -> View:
    """The anti-social behaviour case review: how to ask for one, and the published figures."""
    held = names.dossier.anti_social_behaviour_case_review or AntiSocialBehaviourCaseReview.model_construct()
    return {
        "address": held.procedure.address or "" if held.procedure else "",
        "contact": opening(held.procedure.contact) if held.procedure else "",
        "years": [
            {
                "period": each.period,
                "applications": each.applications,
                "threshold_not_met": each.threshold_not_met,
                "reviews": each.reviews,
                "with_recommendations": each.with_recommendations,
            }
            for each in held.published
        ],
    }


def sharing_view(names: Names) -> View:
    """How information is shared."""
    held = names.dossier.information_sharing or InformationSharing.model_construct()
    protocol = held.protocol
    return {
        "is_written": names.dossier.information_sharing is not None,
        "arrangements": sentence(held.arrangements),
        "signed_on": protocol.signed_on or "" if protocol else "",
        "review_by": protocol.review_by or "" if protocol else "",
        "covers": [COVERS[each] for each in protocol.covers] if protocol else [],
        "liaison": [{"body": names.body(each.body), "post": opening(each.post)} for each in held.liaison],
    }


def stated_duties_view(names: Names) -> list[str]:
    """The responsibilities as the partnership's own page puts them."""
    return [stated.says for stated in names.dossier.stated_duties]
