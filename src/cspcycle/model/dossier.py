"""Everything one partnership wrote for one cycle, and where each section stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from pydantic import TypeAdapter

from cspcycle.model import schema_messages
from cspcycle.model.documents import DocumentWishes
from cspcycle.model.events import Consultation, CrimeAndDisorderCommittee, Meeting, PolicingBodyLinks
from cspcycle.model.membership import Invitation, Seat
from cspcycle.model.partnership import Funding, Group, InformationSharing, Partnership, ValueForMoney
from cspcycle.model.partnership_plan import CommunitySafetyAgreement, PartnershipPlan
from cspcycle.model.priorities import Action, LinkedPlan, Priority, Theme
from cspcycle.model.reviews import AntiSocialBehaviourCaseReview, DutyStatement, Review, SeriousViolence, StatedDuty
from cspcycle.model.strategic_assessment import StrategicAssessment
from cspcycle.model.timetable import Timetable
from cspcycle.model.values import Text
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.yaml_reader import Mapping, Sequence


@dataclass(frozen=True)
class Section:
    """One thing a partnership may write at the top of a file: its shape, its usual file, its meaning."""

    shape: Any
    usual_file: str
    meaning: str


SECTIONS: dict[str, Section] = {
    "partnership": Section(Partnership, "partnership.yaml", "Who the partnership is and the area it serves."),
    "groups": Section(tuple[Group, ...], "partnership.yaml", "The groups that meet."),
    "information_sharing": Section(InformationSharing, "partnership.yaml", "How information is shared."),
    "value_for_money": Section(ValueForMoney, "partnership.yaml", "How spending is reviewed."),
    "funding": Section(tuple[Funding, ...], "partnership.yaml", "Money the partnership spends."),
    "stated_duties": Section(
        tuple[StatedDuty, ...], "partnership.yaml", "Responsibilities in the words of the partnership's own page."
    ),
    "duties": Section(
        dict[str, DutyStatement], "partnership.yaml", "What only the partnership itself can say of a duty."
    ),
    "documents": Section(
        dict[str, DocumentWishes],
        "partnership.yaml",
        "Local titles and headings of documents, and what they leave out.",
    ),
    "membership": Section(tuple[Seat, ...], "membership.yaml", "Who sits where: posts, not people."),
    "invitations": Section(tuple[Invitation, ...], "membership.yaml", "Bodies invited to take part."),
    "priorities": Section(tuple[Priority, ...], "priorities.yaml", "What comes first, and why."),
    "cross_cutting_themes": Section(tuple[Theme, ...], "priorities.yaml", "What runs across all priorities."),
    "principles": Section(tuple[Text, ...], "priorities.yaml", "Principles the partnership works by."),
    "linked_plans": Section(tuple[LinkedPlan, ...], "priorities.yaml", "Other plans this one leans on or serves."),
    "actions": Section(tuple[Action, ...], "priorities.yaml", "Actions that belong to no single priority."),
    "strategic_assessment": Section(
        StrategicAssessment, "strategic-assessment.yaml", "The year's strategic assessment."
    ),
    "partnership_plan": Section(PartnershipPlan, "partnership-plan.yaml", "The partnership plan."),
    "community_safety_agreement": Section(
        CommunitySafetyAgreement, "partnership-plan.yaml", "The county's yearly agreement (county strategy groups)."
    ),
    "consultation": Section(Consultation, "consultation.yaml", "How people's views are obtained."),
    "meetings": Section(tuple[Meeting, ...], "meetings.yaml", "Meetings held and planned."),
    "crime_and_disorder_committee": Section(
        CrimeAndDisorderCommittee, "scrutiny.yaml", "The council's crime and disorder committee."
    ),
    "policing_body_links": Section(
        PolicingBodyLinks, "scrutiny.yaml", "What passes between the partnership and the policing body."
    ),
    "reviews": Section(tuple[Review, ...], "reviews.yaml", "Reviews of deaths; never a name."),
    "serious_violence": Section(SeriousViolence, "reviews.yaml", "The serious violence duty."),
    "anti_social_behaviour_case_review": Section(
        AntiSocialBehaviourCaseReview, "reviews.yaml", "The anti-social behaviour case review."
    ),
    "timetable": Section(Timetable, "timetable.yaml", "The business-planning timetable."),
}


@dataclass(frozen=True)
class Dossier:
    """One partnership's files as records. A section nobody wrote is None, or empty where it is a list."""

    folder: str
    partnership: Partnership
    groups: tuple[Group, ...] = ()
    information_sharing: InformationSharing | None = None
    value_for_money: ValueForMoney | None = None
    funding: tuple[Funding, ...] = ()
    stated_duties: tuple[StatedDuty, ...] = ()
    duties: dict[str, DutyStatement] = field(default_factory=dict)
    documents: dict[str, DocumentWishes] = field(default_factory=dict)
    membership: tuple[Seat, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    priorities: tuple[Priority, ...] = ()
    cross_cutting_themes: tuple[Theme, ...] = ()
    principles: tuple[str, ...] = ()
    linked_plans: tuple[LinkedPlan, ...] = ()
    actions: tuple[Action, ...] = ()
    strategic_assessment: StrategicAssessment | None = None
    partnership_plan: PartnershipPlan | None = None
    community_safety_agreement: CommunitySafetyAgreement | None = None
    consultation: Consultation | None = None
    meetings: tuple[Meeting, ...] = ()
    crime_and_disorder_committee: CrimeAndDisorderCommittee | None = None
    policing_body_links: PolicingBodyLinks | None = None
    reviews: tuple[Review, ...] = ()
    serious_violence: SeriousViolence | None = None
    anti_social_behaviour_case_review: AntiSocialBehaviourCaseReview | None = None
    timetable: Timetable | None = None
    places: dict[str, Location] = field(default_factory=dict)
    written: dict[str, Any] = field(default_factory=dict)
    unread: tuple[Location, ...] = ()  # the place of each mistake of form: what stands there may be what seems missing
    lost: Location | None = None  # a file of which nothing can be read, or a section under no name that we know

    def place_of(self, section: str) -> Location:
        """Where `section` was written; the partnership's own place if it was not."""
        return self.places.get(section) or self.places["partnership"]

    @cached_property
    def group_ids(self) -> dict[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def priority_ids(self) -> dict[str, Priority]:
        """Priorities by id."""
        return {priority.id: priority for priority in self.priorities}

    def every_action(self) -> Iterator[Action]:
        """All actions: those of priorities, those of their objectives, those of no priority."""
        for priority in self.priorities:
            yield from priority.every_action()
        yield from self.actions

    def seats_on(self, day: date) -> tuple[Seat, ...]:
        """The seats held on the day; those that ended before it are history."""
        return tuple(
            seat
            for seat in self.membership
            if (seat.since is None or seat.since <= day) and (seat.until is None or day < seat.until)
        )

    def strategy_group(self) -> Group | None:
        """The strategy group (of the county, for a county), or None."""
        wanted = "county-strategy-group" if self.partnership.area.kind == "county" else "strategy-group"
        return next((group for group in self.groups if group.kind == wanted), None)


_ADAPTERS: dict[str, TypeAdapter[Any]] = {}


def adapter(name: str) -> TypeAdapter[Any]:
    """The validator of a section, built when it is first needed."""
    found = _ADAPTERS.get(name)
    if found is None:
        found = _ADAPTERS[name] = TypeAdapter(SECTIONS[name].shape)
    return found


def read_dossier(
    folder: str, files: Iterable[tuple[str, Mapping]], *, lost: Location | None = None
) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier that `files` hold, and every mistake in their shape.

    `lost` is the place of a file that cannot be read, if there is one: any section may stand there.
    What cannot be understood is left out and the rest is kept, so that one mistake hides no other.
    The dossier is None when it does not say who the partnership is.
    """
    diagnostics: list[Diagnostic] = []
    sections: dict[str, Any] = {}
    places: dict[str, Location] = {}
    written: dict[str, Any] = {}
    unread: list[Location] = []
    files = tuple(files)
    for name, content in files:
        for key_, value in content.items():
            here = Location(name, *content.places[key_][:2])
            if key_ not in SECTIONS:
                diagnostics.append(schema_messages.unknown_section(key_, here, tuple(SECTIONS)))
                lost = lost or here
                continue
            if key_ in places:
                diagnostics.append(
                    Diagnostic(
                        here,
                        "schema/section-twice",
                        f"`{key_}` was already written in {places[key_].file}, line {places[key_].line}",
                        Severity.ERROR,
                        fix="keep each section in one place: move everything under the first",
                        see=(places[key_],),
                    )
                )
                continue
            places[key_] = here
            written[key_] = value
            if value is None:
                diagnostics.append(schema_messages.empty_section(key_, here))
                continue
            built, found = schema_messages.build(adapter(key_), value, content, key_, partial(_id_meant, files))
            diagnostics += found
            unread += [each.at for each in found if each.severity is Severity.ERROR]
            if built is not None:
                sections[key_] = built
    if "partnership" not in sections:
        return None, diagnostics
    dossier = Dossier(folder=folder, places=places, written=written, unread=tuple(unread), lost=lost, **sections)
    return dossier, diagnostics


_SECTION_OF_KEY = {"group": "groups", "at_next_meeting_of": "groups", "reports_to": "groups", "priority": "priorities"}


def _id_meant(files: tuple[tuple[str, Mapping], ...], key_: str, written: str) -> str:
    """What to write where a key holds the name of a group or a priority instead of its id."""
    section = _SECTION_OF_KEY.get(key_, "")
    lists = (content[section] for _, content in files if isinstance(content.get(section), Sequence))
    items = [item for item in next(lists, ()) if isinstance(item, Mapping) and isinstance(item.get("id"), str)]
    for item in items:
        if written.casefold() in {str(item.get(name)).casefold() for name in ("id", "name", "title", "known_as")}:
            return f"write `{key_}: {item['id']}`"
    return f"write an id; the {section} are: {', '.join(item['id'] for item in items[:12])}" if items else ""
