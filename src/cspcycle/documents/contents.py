"""What the regulations want in a document on a day, and where it is; a missing part names its regulation."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cspcycle.documents.filters import listed
from cspcycle.documents.views.assessment import SOURCES
from cspcycle.documents.views.naming import Names, View, opening
from cspcycle.documents.views.plan import plan_view
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.source.diagnostic import Location


class Part(NamedTuple):
    """One thing that a document must hold: what, its regulation, where it is here, and the place in the files."""

    what: str
    citation: str
    where: str
    at: Location
    key: str

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


# What the regulations name, the kinds of finding that answer it, and the heading under which it then stands.
ITEMS = {
    "levels_and_patterns": (
        "levels and patterns of crime, disorder and what goes with them",
        ("level", "pattern"),
        "“What we found, by theme”",
    ),
    "changes": ("changes since the last assessment", ("change",), "“What we found, by theme”"),
    "reasons": ("why the changes happened", ("reason",), "“What we found, by theme”"),
    "authorities_priorities": (
        "what the responsible authorities should put first",
        (),
        "“What the authorities should put first”",
    ),
    "local_peoples_priorities": (
        "what people who live and work in the area think should come first",
        ("public-view",),
        "“What people say”",
    ),
    "last_years_plan": (
        "how far the plan of the year before was carried out",
        ("review-of-last-year",),
        "“How far the last plan was carried out”",
    ),
    "county_matters": ("matters for the county strategy group", (), "“Matters for the county”"),
}


def statutory_parts(document: str, names: Names) -> tuple[Part, ...]:
    """The parts of a document that the law of the day names; none for a document whose contents no law fixes."""
    return tuple(PARTS[document](names)) if document in PARTS else ()


def _in_force(duty_id: str, names: Names) -> tuple[Duty, Version] | None:
    answer = register.answer(duty_id, names.dossier.partnership.area.nation, names.on)
    return (answer.duty, answer.versions[0]) if answer.duty is not None and answer.versions else None


def _assessment(names: Names) -> Iterator[Part]:
    assessment = names.dossier.strategic_assessment
    held = _in_force("assessment-contents", names)
    if assessment is None or held is None:
        return
    citation = held[0].citation_of(held[1])
    at = assessment.at("contents") if assessment.contents is not None else assessment.at()
    kinds = {finding.kind for finding in assessment.findings}
    is_two_tier = names.dossier.partnership.area.kind == "two-tier-district"
    for item in held[1].items:
        if item == "county_matters" and not is_two_tier:
            continue
        what, answered_by, heading = ITEMS[item]
        said = (getattr(assessment.contents, item) or "") if assessment.contents is not None else ""
        is_here = not kinds.isdisjoint(answered_by)
        if item == "authorities_priorities":
            is_here = bool(names.dossier.priorities)
        yield Part(what, citation, heading if is_here else said, at, f"strategic_assessment.contents.{item}")
    if (sources := _in_force("assessment-sources", names)) is not None:
        missing = [SOURCES[item] for item in sources[1].items if item not in assessment.considered]
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
    priorities = dossier.place_of("priorities")
    has_steps = bool(plan.steps) or next(dossier.every_action(), None) is not None

    def part(what: str, is_there: object, where: str, key: str) -> Part:
        at = priorities if key.startswith("priorities") else plan.at()
        return Part(what, citation, where if is_there else "", at, key)

    in_plan = "partnership_plan"
    yield part("the priorities", dossier.priorities, "“Our priorities”", "priorities")
    steps = "the steps that the authorities need to take"
    yield part(steps, has_steps, "the actions under each priority", "priorities[].actions")
    resources = "how they should use their resources"
    yield part(resources, plan.resources, "“What each of us puts in”", f"{in_plan}.resources")
    success = "how each authority will measure success"
    yield part(success, plan.measures_of_success, "“How we will know”", f"{in_plan}.measures_of_success")
    engagement = "the year’s steps to consult people, to involve them and to publish the summary"
    yield part(engagement, plan.engagement_steps, "“How people take part”", f"{in_plan}.engagement_steps")


def _agreement(names: Names) -> Iterator[Part]:
    agreement = names.dossier.community_safety_agreement
    held = _in_force("county-agreement", names)
    if agreement is None or held is None:
        return
    citation = held[0].citation_of(held[1])
    rests = "the assessments of the districts" if agreement.based_on else ""
    joint = "“Working together”" if agreement.joint_working else ""
    key = "community_safety_agreement"
    yield Part("what it rests on", citation, rests, agreement.at(), f"{key}.based_on")
    ways = "how joint or co-ordinated work could do more"
    yield Part(ways, citation, joint, agreement.at(), f"{key}.joint_working")


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
