"""The priorities in a view: why, aims, actions with their standing, what runs across them, the plans they lean on."""

from collections.abc import Iterable
from datetime import date

from cspcycle.documents.views.measures import measure_view, measures_of
from cspcycle.documents.views.naming import (
    Names,
    View,
    document_view,
    opening,
    restriction_view,
    sentence,
    when,
    within,
)
from cspcycle.model.priorities import Action, LinkedPlan, Priority
from cspcycle.model.values import last_day_of

STATUS = {
    "not-started": "Not started",
    "on-track": "On track",
    "delayed": "Delayed",
    "done": "Done",
    "dropped": "Dropped",
    None: "Not reported",
}
LIMBS = {
    "crime-and-disorder": "crime and disorder",
    "substance-misuse": "the misuse of drugs, alcohol and other substances",
    "reoffending": "re-offending",
    "serious-violence": "serious violence",
}


def priorities_view(names: Names, *, is_public: bool) -> list[View]:
    """Each priority, numbered in the order of the file."""
    numbered = enumerate(names.dossier.priorities, 1)
    return [_priority(number, each, names, is_public=is_public) for number, each in numbered]


def _priority(number: int, priority: Priority, names: Names, *, is_public: bool) -> View:
    assessment = names.dossier.strategic_assessment
    findings = {finding.id: finding for finding in assessment.findings} if assessment is not None else {}
    return {
        "number": number,
        "id": priority.id,
        "title": priority.title,
        "restricted": restriction_view(priority.restricted),
        "why": sentence(priority.why),
        "evidence": [findings[key].title for key in priority.evidence if key in findings],
        "no_evidence_because": priority.no_evidence_because or "",
        "serves": [LIMBS[limb] for limb in priority.serves],
        "lead": names.body(priority.lead),
        "champion": opening(priority.champion),
        "with_others": names.bodies(priority.with_others),
        "group": names.group(priority.group),
        "aims": list(priority.aims),
        "includes": list(priority.includes),
        "objectives": [
            {
                "title": opening(objective.title),
                "actions": [action_view(action, names) for action in objective.actions],
                "measures": [measure_view(measure, names, is_public=is_public) for measure in objective.measures],
            }
            for objective in priority.objectives
        ],
        "actions": [action_view(action, names, priority.title) for action in priority.actions],
        "every_action": [action_view(action, names, priority.title) for action in priority.every_action()],
        "measures": [measure_view(measure, names, is_public=is_public) for measure in priority.measures],
        "every_measure": measures_of(priority, names, is_public=is_public),
        "plans": [plan.title for plan in names.dossier.linked_plans if priority.id in plan.priorities],
    }


def actions_view(names: Names) -> list[View]:
    """Every action: late ones first, then the open by date, then the done and the dropped."""
    actions = [
        action_view(action, names, priority.title)
        for priority in names.dossier.priorities
        for action in priority.every_action()
    ]
    actions += [action_view(action, names) for action in names.dossier.actions]
    order = {"late": 0, "open": 1, "done": 2, "dropped": 3}
    return sorted(actions, key=lambda action: (order[str(action["standing"])], str(action["sort"])))


def action_view(action: Action, names: Names, priority: str = "") -> View:
    """One action, and how it stands on the day."""
    first, due = (action.dues[0], action.dues[-1]) if action.dues else (None, None)
    due_on = last_day_of(due) if due is not None else None
    standing = _standing(action, due_on, names.on)
    meetings = _meetings_since(action, names) if standing in {"late", "open"} else 0
    return {
        "what": sentence(action.what).rstrip("."),
        "what_we_will": within(action.what.rstrip(".")),
        "priority": priority,
        "lead": names.body(action.lead),
        "champion": opening(action.champion),
        "with_others": names.bodies(action.with_others),
        "due": when(due),
        "sort": due_on.isoformat() if due_on is not None else "9999",
        "status": STATUS[action.status],
        "standing": standing,
        "is_late": standing == "late",
        "updated_on": action.updated_on or "",
        "done_on": action.done_on or "",
        "first_due": when(first),
        "has_moved": first != due,
        "meetings_slipped": meetings,
        "latest_note": action.history[-1].note or "" if action.history else "",
        "source": action.source or "",
        "group": names.group(action.group),
        "restricted": restriction_view(action.restricted),
    }


def _standing(action: Action, due_on: date | None, on: date) -> str:
    if not action.is_open:
        return "dropped" if action.status == "dropped" and action.done_on is None else "done"
    return "late" if due_on is not None and due_on < on else "open"


def _meetings_since(action: Action, names: Names) -> int:
    """How many meetings of the strategy group were held since the action should first have been done."""
    group = names.dossier.strategy_group()
    if not action.dues or group is None:
        return 0
    since = last_day_of(action.dues[0])
    held = (meeting.held_on for meeting in names.dossier.meetings if meeting.group == group.id)
    return sum(1 for day in held if day is not None and since < day <= names.on)


def themes_view(names: Names) -> list[View]:
    """What runs across all priorities."""
    return [{"title": theme.title, "why": sentence(theme.why)} for theme in names.dossier.cross_cutting_themes]


def linked_plans_view(names: Names) -> list[View]:
    """The other plans, each with the priorities here that it maps to."""
    return [_linked(plan, names) for plan in names.dossier.linked_plans]


def _linked(plan: LinkedPlan, names: Names) -> View:
    return {
        "title": plan.title,
        "kind": plan.kind or "other",
        "is_police_and_crime_plan": plan.kind == "police-and-crime-plan",
        "owner": plan.owner or "",
        "governed_by": names.group(plan.governed_by),
        "about": plan.about or "",
        "principles": list(plan.principles),
        "activities": list(plan.activities),
        "period": _period(plan.starts_on, plan.ends_on),
        "priorities": names.priorities(plan.priorities),
        "document": document_view(plan.document),
    }


def _period(first: date | None, last: date | None) -> str:
    years: Iterable[str] = (str(day.year) for day in (first, last) if day is not None)
    return " to ".join(years)
