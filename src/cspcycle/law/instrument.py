"""What the register holds: instruments, their duties, the versions of a duty, and the bodies that have had a role."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

NATIONS = {"england": "England", "wales": "Wales"}

FORCES = {
    "statute": "Act",
    "regulations": "regulations",
    "statutory-guidance": "statutory guidance",
    "policy": "policy, not law",
    "power": "a power, not a duty",
}

STATUSES = {
    "in-force": "in force",
    "unverified": "not verified: shown, never demanded",
    "enacted-not-commenced": "enacted, no commencement seen",
    "repealed": "no longer law",
}

ON_WHOM = {
    "strategy-group": "the strategy group",
    "county-strategy-group": "the county strategy group",
    "each-responsible-authority": "each responsible authority",
    "responsible-authorities": "the responsible authorities together",
    "council": "the council",
    "crime-and-disorder-committee": "the council's crime and disorder committee",
    "each-recipient-of-a-report": "each body that receives a scrutiny report",
    "each-relevant-authority": "each relevant authority under section 115",
    "each-listed-authority": "each authority that the Act lists",
    "each-public-authority": "each public authority",
    "policing-body": "the local policing body",
    "police-force": "the police force",
    "specified-authorities": "the specified authorities of the serious violence duty",
    "relevant-bodies": "the relevant bodies for anti-social behaviour case reviews",
    "review-partners": "the review partners: police, council and health",
    "listed-review-bodies": "the police, councils, health and probation bodies that the Act lists",
    "body-that-set-up-the-review": "the body that set up the review",
    "safeguarding-board": "the regional safeguarding board",
    "tier-one-council": "the tier one council: county, unitary or metropolitan, and the Greater London Authority",
    "tier-two-council": "the tier two council: a district or London borough",
    "council-and-health-board": "the council and the Local Health Board together",
    "public-services-board": "the public services board",
    "local-partners": "local partners",
}

CARRIED_BY = {
    "partnership": "the partnership",
    "member": "a member body's own duty, which the partnership may record",
}

AREA_KINDS = {
    "two-tier-district": "a district in a two-tier county",
    "unitary": "a unitary area",
    "metropolitan-district": "a metropolitan district",
    "london-borough": "a London borough",
    "city-of-london": "the City of London",
    "isles-of-scilly": "the Isles of Scilly",
    "welsh-principal-area": "a Welsh county or county borough",
    "combined-area": "a combined area",
    "county": "a county with districts",
}

POLICING_BODIES = {
    "police-and-crime-commissioner": "a police and crime commissioner",
    "mopac": "the Mayor's Office for Policing and Crime",
    "mayor": "a mayor who holds police and crime commissioner functions",
    "common-council": "the Common Council of the City of London",
    "none": "no local policing body",
}

_POLICING_BODY_OF_AREA = {"london-borough": "mopac", "city-of-london": "common-council"}


def _one_of(codes: Collection[str], words: Mapping[str, str]) -> str:
    return " or ".join(words[code] for code in codes)


class AppliesTo(NamedTuple):
    """The areas and circumstances a duty is confined to; empty means everywhere in its nation, always."""

    area_kinds: tuple[str, ...] = ()
    not_area_kinds: tuple[str, ...] = ()
    policing_bodies: tuple[str, ...] = ()
    not_policing_bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    police_areas: tuple[str, ...] = ()
    only_when: str = ""
    only_when_words: str = ""

    def why_not(
        self,
        area_kinds: Collection[str],
        *,
        policing_body: str | None = None,
        place: str = "",
        police_area: str | None = None,
    ) -> str:
        """Why the duty does not apply to such an area, in words; empty when it does.

        `area_kinds` are the area's own kind and, for a combined area, those of its parts. What is not known excludes
        nothing. `only_when` needs the dossier and is left to whoever reads it.
        """
        kinds = set(area_kinds)
        body = policing_body or next(
            (_POLICING_BODY_OF_AREA[kind] for kind in kinds if kind in _POLICING_BODY_OF_AREA), None
        )
        if self.area_kinds and not kinds.intersection(self.area_kinds):
            return f"it applies only to {_one_of(self.area_kinds, AREA_KINDS)}"
        if kinds.intersection(self.not_area_kinds):
            return f"it does not apply to {_one_of(self.not_area_kinds, AREA_KINDS)}"
        if self.policing_bodies and body is not None and body not in self.policing_bodies:
            return f"it applies only where there is {_one_of(self.policing_bodies, POLICING_BODIES)}"
        if body in self.not_policing_bodies:
            return f"it does not apply where the police answer to {_one_of(self.not_policing_bodies, POLICING_BODIES)}"
        if (self.places or self.police_areas) and not (place in self.places or police_area in self.police_areas):
            return f"it applies only in {', '.join((*self.places, *self.police_areas))}"
        return ""


class Shown(NamedTuple):
    """A path that a partnership fills in to show that a duty is met; `[]` means any item of the list."""

    path: str
    at_least: int = 1


class EveryYear(NamedTuple):
    """A duty that recurs in each April-March year, and where the dossier says for which year it was done, and when."""

    path: str
    year_key: str
    day_key: str
    earlier: str
    last_day: str


class Within(NamedTuple):
    """A duty that recurs within so many months or days of the last time."""

    path: str
    months: int = 0
    days: int = 0


class Version(NamedTuple):
    """What a duty required between two days: from `in_force_from` until, and not including, `in_force_until`.

    At most one of `shown_by`, `every_year`, `within`, `judged_by` and `declared` says how the duty is shown.
    """

    nations: tuple[str, ...]
    in_force_from: date
    in_force_until: date | None
    provision: str  # empty where the whole instrument is meant
    source: str
    says: str
    applies_to: AppliesTo
    start_unseen: str = ""  # when the first day is only the first certain one: what is known of the true one
    amended_by: str = ""
    ended_by: str = ""
    gap_before: str = ""
    secondary_source: str = ""
    note: str = ""
    warn: bool = False
    shown_by: tuple[Shown, ...] = ()
    every_year: EveryYear | None = None
    within: Within | None = None
    judged_by: str = ""
    declared: bool = False
    items: tuple[str, ...] = ()
    limbs: tuple[str, ...] = ()
    months: int = 0
    days: int = 0

    def is_in_force(self, on: date, nation: str) -> bool:
        """Whether this version was the law of `nation` on that day."""
        return (
            nation in self.nations
            and self.in_force_from <= on
            and (self.in_force_until is None or on < self.in_force_until)
        )

    @property
    def demands(self) -> bool:
        """Whether there is anything for a partnership to show."""
        return bool(self.shown_by or self.every_year or self.within or self.judged_by or self.declared)


class Instrument(NamedTuple):
    """An Act, a statutory instrument, or guidance."""

    name: str
    title: str
    citation: str
    nations: tuple[str, ...]
    address: str
    compared_on: date
    read: str


class Duty(NamedTuple):
    """A duty and all its versions; the same `id` in another instrument is the same kind of duty in the other nation."""

    id: str
    title: str
    instrument: Instrument
    says_plainly: str
    why_it_matters: str
    on_whom: str
    carried_by: str
    force: str
    status: str
    fix: str
    failing: str
    passing: str
    shown: str
    said_to_be: str
    note: str
    nations: tuple[str, ...]
    versions: tuple[Version, ...]

    @property
    def on_whom_in_words(self) -> str:
        """Who carries the duty: `the strategy group`."""
        return ON_WHOM[self.on_whom]

    def versions_on(self, day: date, nation: str) -> tuple[Version, ...]:
        """The versions in force; more than one only where different areas had different law on that day."""
        return tuple(version for version in self.versions if version.is_in_force(day, nation))

    def citation_of(self, version: Version) -> str:
        """`SI 2007/1830 reg. 5`; the instrument alone where the whole of it is meant."""
        return f"{self.instrument.citation} {version.provision}".rstrip()


class Role(NamedTuple):
    """A role that a body had between two days."""

    role: str  # responsible-authority, co-operating or invited
    nations: tuple[str, ...]
    first_day: date
    until: date | None
    provision: str
    source: str
    applies_to: AppliesTo
    met_also_by: tuple[str, ...] = ()
    not_where_fire_service_run_by: tuple[str, ...] = ()
    secondary_source: str = ""
    note: str = ""

    def is_held(self, on: date, nation: str, area_kinds: Collection[str]) -> bool:
        """Whether the body had this role on that day in such an area."""
        return (
            nation in self.nations
            and self.first_day <= on
            and (self.until is None or on < self.until)
            and not self.applies_to.why_not(area_kinds)
        )


class Body(NamedTuple):
    """A kind of body, the days between which it existed as far as they were seen, and the roles it has had."""

    code: str
    title: str
    also_written: tuple[str, ...]
    nations: tuple[str, ...]
    existed_from: date | None
    existed_until: date | None
    successor: str
    successor_from: date | None
    note: str
    roles: tuple[Role, ...]


class BodyRequirement(NamedTuple):
    """A responsible authority that an area had on a day, and the codes that a seat may carry to fill it."""

    body: Body
    role: Role
    met_by: tuple[str, ...]
