"""Exactly what a template may see: one view of a partnership for all documents, and what each document adds to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from cspcycle.documents.catalogue import Template
from cspcycle.documents.contents import Part, statutory_parts
from cspcycle.documents.cover import cover_of
from cspcycle.documents.page import Metadata
from cspcycle.documents.redaction import published
from cspcycle.documents.views import assessment, measures, meetings, partnership, plan, priorities, record
from cspcycle.documents.views.duties import DutyRow, duties_view
from cspcycle.documents.views.measures import RULE
from cspcycle.documents.views.naming import Names, View
from cspcycle.documents.views.timetable import empty_timetable, timetable_view
from cspcycle.model.dossier import Dossier

MARKING = "For the partnership only: not for publication"
NO_EVIDENCE: Mapping[str, object] = {
    "overview": {},
    "charts": [],
    "weighing": {},
    "caveats": [],
    "attributions": [],
    "missing": "",
}


@dataclass(frozen=True)
class Material:
    """What a view is made of. `duties` and `evidence` say what other rooms know of the dossier that may be shown."""

    dossier: Dossier
    on: date
    audience: str = "public"
    meeting: str | None = None
    duties: Callable[[Dossier], Sequence[DutyRow]] = lambda _: ()
    evidence: Callable[[Dossier], Mapping[str, object]] = lambda _: NO_EVIDENCE
    has_timetable: bool = False
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        shown = published(self.dossier) if self.is_public else self.dossier
        object.__setattr__(self, "names", Names(shown, self.on))

    @property
    def is_public(self) -> bool:
        """Whether anyone may read what is made; anything but a named other audience is the public."""
        return self.audience != "partnership"

    @property
    def marking(self) -> str:
        """What must stand on every page."""
        return "" if self.is_public else MARKING


def build_view(material: Material) -> View:
    """The view that all documents of this partnership share."""
    names = material.names
    evidence = material.evidence(names.dossier)
    groups = partnership.groups_view(names)
    dated = meetings.meetings_view(names)
    actions = priorities.actions_view(names)
    agenda = meetings.agenda_view(names, material.meeting)
    meeting = meetings.choose_meeting(names, material.meeting)
    day = meeting.when if meeting is not None else None
    until = meetings.next_meeting_day(names, day) if day is not None else None
    timetable = empty_timetable()
    if material.has_timetable:
        timetable = timetable_view(material.dossier, names, since=day, until=until)
    late = [action for action in actions if action["is_late"]]
    done = [action for action in actions if action["standing"] == "done"]
    return {
        "on": material.on,
        "is_public": material.is_public,
        "partnership": partnership.partnership_view(names),
        "authorities": partnership.authorities_view(names),
        "missing_authorities": partnership.missing_authorities_view(names),
        "membership": partnership.membership_view(names),
        "groups": groups,
        "strategy_group": next((group for group in groups if group["is_strategy_group"]), {}),
        "governance": partnership.governance_view(names),
        "priorities": priorities.priorities_view(names, is_public=material.is_public),
        "rag_rule": RULE,
        "standings": measures.standings_view(names, is_public=material.is_public),
        "themes": priorities.themes_view(names),
        "principles": list(names.dossier.principles),
        "linked_plans": priorities.linked_plans_view(names),
        "actions": {
            "all": actions,
            "late": late,
            "open": [action for action in actions if action["standing"] in {"late", "open"}],
            "not_late": [action for action in actions if action["standing"] == "open"],
            "moved": [action for action in actions if action["standing"] == "open" and action["has_moved"]],
            "done": done,
            "dropped": [action for action in actions if action["standing"] == "dropped"],
            "next_meeting_on": until or "",
        },
        "assessment": assessment.assessment_view(names, cast("list[View]", evidence["charts"])),
        "plan": plan.plan_view(names),
        "agreement": plan.agreement_view(names),
        "meetings": dated,
        "coming_public_meetings": meetings.coming_public(dated, material.on),
        "agenda": agenda,
        "consultation": record.consultation_view(names),
        "funding": record.funding_view(names),
        "scrutiny": record.scrutiny_view(names),
        "reviews": record.reviews_view(names),
        "serious_violence": record.serious_violence_view(names),
        "case_reviews": record.case_reviews_view(names),
        "sharing": record.sharing_view(names),
        "stated_duties": record.stated_duties_view(names),
        "duties": duties_view(material.duties(names.dossier), names.dossier.partnership.area.nation),
        "evidence": dict(evidence),
        "timetable": timetable,
        "coming": meetings.coming_up(timetable, actions, since=day or material.on, until=until),
    }


def view_of_document(view: View, template: Template, parts: Sequence[Part], *, is_final: bool) -> View:
    """The shared view with what is this document's own: its statutory contents and, in a draft, what is missing."""
    rows = [part.view() for part in parts]
    return {
        **view,
        "is_draft": not is_final,
        "document": {"name": template.name, "title": template.title},
        "contents": rows,
        "gaps": [] if is_final else [row for row in rows if row["is_missing"]],
    }


def parts_of(template: Template, material: Material) -> tuple[Part, ...]:
    """The statutory contents of a document, from all that is written, restricted or not."""
    return statutory_parts(template.name, Names(material.dossier, material.on))


def metadata_of(template: Template, view: View, material: Material, *, is_final: bool) -> Metadata:
    """The cover: title, version, status, approval route and dates."""
    cover = cover_of(template, view)
    return Metadata(
        title=cover.title,
        partnership=material.dossier.partnership.name,
        dated_on=material.on,
        is_final=is_final,
        version=cover.version,
        marking=material.marking,
        particulars=cover.particulars,
        is_landscape=template.is_landscape,
    )
