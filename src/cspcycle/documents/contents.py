"""What the regulations want in a document on a day, and where it is; a missing part names its regulation."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cspcycle.documents.filters import listed
from cspcycle.documents.local_words import leaves_out, renamed
from cspcycle.documents.views.assessment import theme_of
from cspcycle.documents.views.naming import Names, View, opening
from cspcycle.documents.views.plan import plan_view
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.law.statutory_items import ITEMS
from cspcycle.model.documents import DocumentWishes
from cspcycle.model.strategic_assessment import Finding
from cspcycle.source.diagnostic import Location


class Part(NamedTuple):
    """One thing that a document must hold: what, its regulation, where it is here, and the place in the files.

    `left_out`: the heading that it would stand under, when the partnership wants the document without it.
    """

    what: str
    citation: str
    where: str
    at: Location
    key: str
    left_out: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether nothing in the files answers it."""
        return not self.where

    def view(self) -> View:
        """The part as a template sees it."""
        return {
            "what": opening(self.what),
            "citation": self.citation,
            "where": opening(self.where),
            "is_missing": self.is_missing,
        }


# The kinds of finding that answer what the regulations want in an assessment, and the heading they stand under then.
ANSWERED: Mapping[str, tuple[Collection[str], str]] = {
    "levels_and_patterns": (
        {"level", "rate", "pattern", "comparison", "victims", "offenders", "places", "times"},
        "“What we found, by theme”",
    ),
    "changes": ({"change"}, "“What we found, by theme”"),
    "reasons": ({"reason"}, "“What we found, by theme”"),
    "authorities_priorities": ((), "“What the authorities should put first”"),
    "local_peoples_priorities": ({"public-view"}, "“What people say”"),
    "last_years_plan": ({"review-of-last-year"}, "“How far the last plan was carried out”"),
    "county_matters": ((), "“Matters for the county”"),
}
# Where a plan or an agreement answers each, once the files hold it.
STANDS = {
    "priorities": "“Our priorities”",
    "steps": "the actions under each priority",
    "resources": "“What each of us puts in”",
    "measures_of_success": "“How we will know”",
    "engagement_steps": "“How people take part”",
    "based_on": "“What it rests on”",
    "joint_working": "“Working together”",
}
UNDER = {STANDS["steps"]: "Our priorities"}


def statutory_parts(document: str, names: Names) -> tuple[Part, ...]:
    """The parts of a document that the law of the day names; none for a document whose contents no law fixes."""
    wishes = names.dossier.documents.get(document)
    parts = PARTS[document](names) if document in PARTS else ()
    return tuple(_as_wished(part, wishes, names) for part in parts)


def _as_wished(part: Part, wishes: DocumentWishes | None, names: Names) -> Part:
    """The part under the heading's local words, or missing because its section, or a piece of it, is left out."""
    heading = UNDER.get(part.where, part.where[1:-1] if part.where.startswith("“") else "")
    if not heading or wishes is None:
        return part
    for each in (heading, *_beneath(part.where, names)):
        if leaves_out(wishes, each):
            return part._replace(where="", at=wishes.at("leave_out"), left_out=each)
    return part._replace(where=f"“{renamed(wishes, heading)}”") if part.where.startswith("“") else part


def _beneath(where: str, names: Names) -> Iterator[str]:
    """The headings below that of a part without which it is not whole: each priority, and what holds its actions."""
    if where not in {STANDS["priorities"], STANDS["steps"]}:
        return
    for priority in names.dossier.priorities:
        yield priority.title
        if where == STANDS["steps"]:
            yield from (objective.title for objective in priority.objectives if objective.actions)


def _in_force(duty_id: str, names: Names) -> tuple[Duty, Version] | None:
    answer = register.answer(duty_id, names.dossier.partnership.area.nation, names.on)
    return (answer.duty, answer.versions[0]) if answer.duty is not None and answer.versions else None


def _is_in_theme_left_out(finding: Finding, wishes: DocumentWishes | None) -> bool:
    """Whether a finding stands under a theme that the partnership wants the assessment without."""
    in_themes = finding.kind not in {"public-view", "review-of-last-year"}
    return in_themes and leaves_out(wishes, theme_of(finding))


def _assessment(names: Names) -> Iterator[Part]:
    assessment = names.dossier.strategic_assessment
    held = _in_force("assessment-contents", names)
    if assessment is None or held is None:
        return
    citation = held[0].citation_of(held[1])
    at = assessment.at("contents") if assessment.contents is not None else assessment.at()
    wishes = names.dossier.documents.get("strategic-assessment")
    kinds = {finding.kind for finding in assessment.findings if not _is_in_theme_left_out(finding, wishes)}
    hidden = {finding.kind: theme_of(finding) for finding in assessment.findings if finding.kind not in kinds}
    is_two_tier = names.dossier.partnership.area.kind == "two-tier-district"
    for item in held[1].items:
        if item == "county_matters" and not is_two_tier:
            continue
        answered_by, heading = ANSWERED[item]
        said = (getattr(assessment.contents, item) or "") if assessment.contents is not None else ""
        is_here = not kinds.isdisjoint(answered_by)
        if item == "authorities_priorities":
            is_here = bool(names.dossier.priorities)
        part = Part(ITEMS[item], citation, heading if is_here else said, at, f"strategic_assessment.contents.{item}")
        theme = next((each for kind, each in hidden.items() if kind in answered_by), "")
        if part.is_missing and theme and wishes is not None:
            part = part._replace(at=wishes.at("leave_out"), left_out=theme)
        yield part
    if (sources := _in_force("assessment-sources", names)) is not None:
        missing = [ITEMS[item] for item in sources[1].items if item not in assessment.considered]
        what = f"information from {listed(missing) or 'everyone the regulations name'}"
        where = "" if missing else "considered in this assessment"
        yield Part(what, sources[0].citation_of(sources[1]), where, assessment.at(), "strategic_assessment.considered")


def _plan(names: Names) -> Iterator[Part]:
    dossier, plan = names.dossier, names.dossier.partnership_plan
    if plan is None:
        return
    for row in plan_view(names)["strategies"]:  # type: ignore[attr-defined] # the view of a plan has rows of strategies
        what = f"a strategy for {str(row['limb'])[:1].lower()}{str(row['limb'])[1:]}"
        yield Part(what, str(row["citation"]), str(row["words"]), plan.at(), "partnership_plan.strategies")
    if (held := _in_force("plan-contents", names)) is None:
        return
    citation = held[0].citation_of(held[1])
    for item in held[1].items:
        is_there, key, at = getattr(plan, item, ()), f"partnership_plan.{item}", plan.at()
        if item == "priorities":
            is_there, key, at = dossier.priorities, "priorities", dossier.place_of("priorities")
        elif item == "steps":
            is_there = plan.steps or next(dossier.every_action(), None) is not None
            key, at = "priorities[].actions", dossier.place_of("priorities")
        yield Part(ITEMS[item], citation, STANDS[item] if is_there else "", at, key)


def _agreement(names: Names) -> Iterator[Part]:
    agreement = names.dossier.community_safety_agreement
    held = _in_force("county-agreement", names)
    if agreement is None or held is None:
        return
    citation = held[0].citation_of(held[1])
    for item in held[1].items:
        where = STANDS[item] if getattr(agreement, item) else ""
        yield Part(ITEMS[item], citation, where, agreement.at(), f"community_safety_agreement.{item}")


PARTS: Mapping[str, Callable[[Names], Iterator[Part]]] = {
    "strategic-assessment": _assessment,
    "partnership-plan": _plan,
    "community-safety-agreement": _agreement,
}


def is_unfinished(document: str, names: Names) -> Location | None:
    """Where the files say that the thing itself is not finished, so that no final document of it can be true."""
    assessment, plan = names.dossier.strategic_assessment, names.dossier.partnership_plan
    if document == "strategic-assessment" and assessment is not None:
        unfinished = assessment.status in {"planned", "draft"} or _is_later(assessment.completed_on, names.on)
        return assessment.at("status") if unfinished else None
    if document in {"partnership-plan", "plan-summary"} and plan is not None and plan.status in {"draft", "consulted"}:
        return plan.at("status")
    return None


def _is_later(day: date | None, on: date) -> bool:
    return day is not None and day > on
