"""The partnership plan and the county's agreement in a view."""

from cspcycle.documents.views.assessment import versions_view
from cspcycle.documents.views.naming import (
    Names,
    View,
    document_view,
    opening,
    restriction_view,
    sentence,
    when,
    years_of,
)
from cspcycle.documents.views.priorities import LIMBS
from cspcycle.law import register
from cspcycle.model.partnership_plan import PartnershipPlan, SentTo

STATUS = {"draft": "a draft", "consulted": "a draft that was consulted on", "final": "agreed"}
DUTIES_OF_LIMBS = {
    "crime-and-disorder": "strategy-crime-and-disorder",
    "substance-misuse": "strategy-substance-misuse",
    "reoffending": "strategy-reoffending",
    "serious-violence": "strategy-serious-violence",
}


def plan_view(names: Names) -> View:
    """The plan; its parts are empty when there is none."""
    plan = names.dossier.partnership_plan or PartnershipPlan.model_construct()
    return {
        "is_written": names.dossier.partnership_plan is not None,
        "title": plan.title or "",
        "title_in_welsh": plan.title_in_welsh or "",
        "summary_in_welsh": plan.summary_in_welsh or "",
        "foreword": plan.foreword or "",
        "vision": (plan.vision or "").rstrip(". "),
        "known_as": plan.known_as or "",
        "called": plan.known_as or plan.title or "partnership plan",
        "status": plan.status or "",
        "status_words": STATUS.get(plan.status or "", ""),
        "period": plan.period or "",
        "starts_on": plan.starts_on or "",
        "ends_on": plan.ends_on or "",
        "strategies": _strategies(names),
        "steps": [opening(step) for step in plan.steps],
        "resources": [{"body": names.body(each.body), "what": opening(each.what)} for each in plan.resources],
        "measures_of_success": [
            {"body": names.body(each.body), "how": opening(each.how)} for each in plan.measures_of_success
        ],
        "engagement_steps": [opening(step) for step in plan.engagement_steps],
        "risks": [
            {
                "risk": opening(each.risk),
                "owner": names.body(each.owner),
                "response": opening(each.response),
                "next_look": when(each.next_look),
                "restricted": restriction_view(each.restricted),
            }
            for each in plan.risks
        ],
        "objectives_considered": names.approval(plan.police_and_crime_objectives_considered),
        "approvals": [names.approval(each) for each in plan.approvals],
        "revisions": [
            {
                "for_year": years_of(each.for_year),
                "revised_on": each.revised_on or "",
                "due": when(each.due),
                "assessment_of": years_of(each.considered_assessment_of),
                "agreement_of": years_of(each.considered_agreement_of),
                "minute": each.minute or "",
            }
            for each in plan.revisions
        ],
        "summary": {
            "published_on": plan.summary.published_on or "" if plan.summary else "",
            "address": plan.summary.address or "" if plan.summary else "",
            "formats": list(plan.summary.formats) if plan.summary else [],
        },
        "sent": sent_view(plan.sent_to_policing_body),
        "equality": {
            "on": plan.equality_assessment.on or "" if plan.equality_assessment else "",
            "document": document_view(plan.equality_assessment.document) if plan.equality_assessment else {},
        },
        "versions": versions_view(plan.versions, names),
        "document": document_view(plan.document),
        "next_review": when(plan.next_review),
        "review_reason": sentence(plan.review_reason),
    }


def sent_view(sent: SentTo | None) -> View:
    """To whom a copy went, and when."""
    return {"to": sent.to or "" if sent else "", "on": sent.on or "" if sent else ""}


def _strategies(names: Names) -> list[View]:
    """The strategy for each limb that was law on the day: in the plan's words, or the priorities that serve it."""
    plan = names.dossier.partnership_plan
    area = names.dossier.partnership.area
    rows: list[View] = []
    for limb, duty_id in DUTIES_OF_LIMBS.items():
        answer = register.answer(duty_id, area.nation, names.on)
        if answer.state != "in-force" or answer.duty is None:
            continue
        written = dict[str, str](plan.strategies.items()).get(limb, "") if plan is not None else ""
        serving = [priority.title for priority in names.dossier.priorities if limb in priority.serves]
        rows.append(
            {
                "limb": opening(LIMBS[limb]),
                "words": opening(written) or "; ".join(serving),
                "citation": answer.duty.citation_of(answer.versions[0]),
            }
        )
    return rows


def agreement_view(names: Names) -> View:
    """The county's community safety agreement; empty when there is none."""
    agreement = names.dossier.community_safety_agreement
    if agreement is None:
        return {}
    return {
        "year": years_of(agreement.year),
        "completed_on": agreement.completed_on or "",
        "based_on": list(agreement.based_on),
        "joint_working": [opening(way) for way in agreement.joint_working],
        "sent": sent_view(agreement.sent_to_policing_body),
        "document": document_view(agreement.document),
        "earlier": [
            {"year": years_of(each.year), "completed_on": each.completed_on or ""} for each in agreement.earlier
        ],
    }
