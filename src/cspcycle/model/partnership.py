"""Who the partnership is: its area, its policing body, its groups, its information sharing and its money."""

from typing import TYPE_CHECKING, Literal

from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, Id, Number, Text, Year, YesNo

Nation = Literal["england", "wales"]
AreaKind = Literal[
    "two-tier-district",
    "unitary",
    "metropolitan-district",
    "london-borough",
    "city-of-london",
    "isles-of-scilly",
    "welsh-principal-area",
    "combined-area",
    "county",
]
PolicingBodyKind = Literal["police-and-crime-commissioner", "mopac", "mayor", "common-council", "none"]
Limb = Literal["crime-and-disorder", "substance-misuse", "reoffending", "serious-violence"]


class Restriction(Record):
    """Why something is kept out of public documents."""

    basis: Literal[
        "exempt-information", "serious-violence-harm-test", "review-anonymity", "personal-data", "partnership-only"
    ] = key("The ground on which it is kept back.", "exempt-information", default=...)
    reason: Text = key("Why, in a sentence.", "names a live police operation", default=...)
    paragraph: Text | None = key(
        "Paragraph of Schedule 12A to the Local Government Act 1972, for exempt information.", "7"
    )


if TYPE_CHECKING:
    Restricted = Restriction | None
else:  # the key may be left out, but with nothing behind it, it is a mistake that must not publish anything
    Restricted = Restriction


class Document(Record):
    """A document that exists: where it is, and from what day."""

    title: Text | None = key("Its title.", "Community Safety Plan 2027 to 2030")
    path: Text | None = key("Where it is in this folder.", "documents/plan.pdf")
    address: Text | None = key("Where it is on the web.", "https://www.vale.example/safer/plan")
    on: Day | None = key("Its date.", "2027-03-16")


class PolicingBody(Record):
    """The local policing body of the police area."""

    kind: PolicingBodyKind = key(
        "What it is in law.", "police-and-crime-commissioner", default=..., duty="send-plan-to-policing-body"
    )
    name: Text | None = key("Its name.", "Police and Crime Commissioner for Valeshire")


class Combination(Record):
    """How two or more areas came to be run as one."""

    by: Literal["agreement", "order"] = key(
        "An order until 15 January 2012, an agreement since.", "agreement", default=...
    )
    made_on: Day | None = key("The day it was made.", "2024-03-01", duty="combination-agreement")
    in_writing: YesNo | None = key("Whether it is in writing.", True)
    parties: tuple[Text, ...] = key(
        "Every party to it.", ["Northvale District Council"], default=(), duty="combination-agreement"
    )
    policing_body_is_party: YesNo | None = key(
        "Whether the local policing body is a party.", True, duty="combination-agreement"
    )
    joint_scrutiny: YesNo | None = key("Whether it provides for a joint crime and disorder committee.", True)
    document: Document | None = key("The agreement or order.")


class AreaPart(Record):
    """One local government area inside a combined area or a county."""

    name: Text = key("Its name.", "Northvale", default=...)
    kind: AreaKind | None = key("What kind of area it is.", "two-tier-district")
    code: Text | None = key("Its ONS code.", "E07999991")


class SimilarAreas(Record):
    """The group of areas the partnership compares itself with, named and explained."""

    title: Text = key("What the group is called.", "Similar towns", default=...)
    why: Text | None = key("How it was chosen.", "towns of the region with 150,000 to 250,000 residents")
    areas: tuple[Text, ...] = key(
        "The partnerships in it, by ONS name or code.", ["E22000010", "Milton Keynes"], default=...
    )


class Area(Record):
    """The local government area the partnership serves."""

    name: Text = key("The area's name.", "Vale", default=...)
    nation: Nation = key("England or Wales: they have different regulations.", "england", default=...)
    kind: AreaKind = key("What kind of local government area it is.", "unitary", default=...)
    code: Text | None = key("The ONS code of the local authority.", "E06999999")
    csp_code: Text | None = key("The ONS code of the community safety partnership.", "E22999999")
    county: Text | None = key("The county, in a two-tier area.", "Greenshire")
    police_area: Text | None = key("The police area.", "Valeshire")
    local_policing_body: PolicingBody | None = key(
        "Who holds the police to account.", duty="send-plan-to-policing-body"
    )
    fire_service_run_by: Literal["fire-and-rescue-authority", "county-council", "commissioner", "mayor"] | None = key(
        "Who runs the fire service; a county council that does so is already a responsible authority.",
        "fire-and-rescue-authority",
    )
    combination: Combination | None = key("For a combined area: the agreement or order.", duty="combination-agreement")
    parts: tuple[AreaPart, ...] = key("The areas inside a combined area, or the districts of a county.", default=())
    similar: SimilarAreas | None = key("The areas it is compared with.")


class Chair(Record):
    """Who chairs a group, by post, and for how long."""

    posts: tuple[Text, ...] = key("The post that chairs; two posts are co-chairs.", ["chief executive"], default=())
    appointed_on: Day | None = key("When the present term began.", "2026-05-20")
    term_months: int | None = key("How long a term lasts.", 12)
    until: Day | None = key("The day the term ends.", "2027-05-20")
    arrangements: Text | None = key(
        "How the chair is appointed and removed.",
        "elected each May by the statutory members",
        duty="strategy-group-chair-arrangements",
    )


class Quorum(Record):
    """What a meeting needs before it can decide."""

    members: int | None = key("How many members must be present.", 4)
    must_include: tuple[Text, ...] = key(
        "Kinds of body that must be among them.", ["chief-officer-of-police"], default=()
    )
    in_words: Text | None = key(
        "The rule as the terms of reference put it.", "three responsible authorities able to decide"
    )


class MeetingPattern(Record):
    """How often and how long a group meets. Once to four times a year are all lawful."""

    times_a_year: int | None = key("How many times a year.", 4)
    minutes: int | None = key("How long a meeting lasts.", 120)
    ad_hoc: YesNo | None = key("Whether it also meets when needed.", True)
    in_words: Text | None = key("The rule in its own words.", "four times a year with ad hoc meetings as required")
    rule: Text | None = key("A rule the timetable can follow.", "first Tuesday of the quarter")
    notice_clear_days: int | None = key("Clear days' notice the group gives for its papers.", 5)
    notice_counts_weekends: YesNo | None = key(
        "Whether Saturdays and Sundays count among those days; no, if nothing is said.", False
    )
    notice_counts_bank_holidays: YesNo | None = key(
        "Whether bank holidays count among them; no, if nothing is said.", False
    )


class AgendaPart(Record):
    """A part of the usual agenda."""

    part: Text = key("Its heading.", "First hour", default=...)
    minutes: int | None = key("How long it takes.", 60)
    items: tuple[Text, ...] = key("What is taken in it.", ["progress against priorities"], default=())


class TermsOfReference(Record):
    """The rules of a group."""

    agreed_on: Day | None = key("When they were agreed.", "2026-05-20")
    review_by: Day | None = key("When they are next reviewed.", "2027-05-31")
    document: Document | None = key("Where they are.")


class Group(Record):
    """A group that meets: the strategy group, a board, a task and finish group, the scrutiny committee."""

    id: Id = key("A short name that other sections use.", "strategy-group", default=...)
    name: Text = key("Its name.", "Strategy group", default=...)
    kind: Literal[
        "strategy-group",
        "county-strategy-group",
        "wider-partnership",
        "strategic-board",
        "delivery-group",
        "task-and-finish-group",
        "crime-and-disorder-committee",
        "safer-neighbourhood-board",
        "linked-board",
        "council-body",
    ] = key("What it is.", "strategy-group", default=..., duty="strategy-group")
    known_as: Text | None = key("What people call it.", "Safer Vale Board")
    formerly: Text | None = key("What it used to be called.", "Safer Cleaner Partnership")
    purpose: tuple[Text, ...] = key("What it is for.", ["prepare the strategic assessment"], default=())
    chair: Chair | None = key("Who chairs, by post.")
    quorum: Quorum | None = key("What it needs to decide.")
    meets: MeetingPattern | None = key("How often and how long.")
    rules: tuple[Text, ...] = key(
        "Rules of the meeting in its own words.", ["observers sit in the public gallery"], default=()
    )
    agenda: tuple[AgendaPart, ...] = key("The usual shape of an agenda.", default=())
    reports_to: tuple[Id, ...] = key("The groups it reports to.", ["strategy-group"], default=())
    works_with: tuple[Text, ...] = key("Others it works with.", ["Safer Neighbourhood Board"], default=())
    terms_of_reference: TermsOfReference | None = key("Its rules.")
    skills_reviewed_on: tuple[Day, ...] = key(
        "When its knowledge and skills were last considered.",
        ["2010-06-01"],
        default=(),
        duty="strategy-group-skills-review",
    )


class Partnership(Record):
    """The Community Safety Partnership itself."""

    name: Text = key("Its name.", "Vale Community Safety Partnership", default=...)
    known_as: Text | None = key("What people call it.", "Safer Vale")
    formerly: Text | None = key("What it used to be called.", "Vale Crime and Disorder Reduction Partnership")
    about: Text | None = key("A few sentences about it, for documents.", "Safer Vale brings together …")
    area: Area = key("The area it serves.", default=...)
    website: Text | None = key("Its address on the web.", "https://www.vale.example/safer")


class Protocol(Record):
    """The written protocol for sharing information."""

    title: Text | None = key("Its title.", "Safer Vale information-sharing protocol")
    signed_on: Day | None = key("When it was signed.", "2025-06-12", duty="information-sharing-protocol")
    review_by: Day | None = key("When it is next reviewed.", "2027-06-12")
    covers: tuple[Literal["section-17a", "section-115", "assessment-and-plan"], ...] = key(
        "What it covers; the regulations ask for all three.",
        ["section-17a", "section-115", "assessment-and-plan"],
        default=(),
        duty="information-sharing-protocol",
    )
    document: Document | None = key("Where it is.")


class Liaison(Record):
    """The person, by post, whom a responsible authority nominates to help information flow."""

    body: Text = key("The kind of body in law.", "chief-officer-of-police", default=...)
    post: Text = key("The post.", "partnership inspector", default=...)


class QuarterlyData(Record):
    """A quarter's depersonalised data, supplied by one authority to the others."""

    quarter_ended_on: Day = key("The last day of the quarter.", "2026-06-30", default=...)
    body: Text = key("Which kind of body supplied it.", "chief-officer-of-police", default=...)
    supplied_on: Day | None = key("When.", "2026-09-18", duty="disclose-prescribed-information")


class InformationSharing(Record):
    """How the partnership shares information."""

    arrangements: Text | None = key("The arrangements in a sentence.", "monthly data pack through the analysts' group")
    protocol: Protocol | None = key("The written protocol.", duty="information-sharing-protocol")
    liaison: tuple[Liaison, ...] = key(
        "Each responsible authority's liaison person, by post.", default=(), duty="information-sharing-liaison"
    )
    quarterly_data: tuple[QuarterlyData, ...] = key(
        "Depersonalised data supplied each quarter.", default=(), duty="disclose-prescribed-information"
    )


class ValueForMoney(Record):
    """How spending of partnership monies is reviewed."""

    arrangements: Text | None = key(
        "The arrangements in a sentence.", "the board reviews spend by priority each January", duty="value-for-money"
    )
    last_reviewed_on: Day | None = key("When it was last done.", "2027-01-19", duty="value-for-money")
    document: Document | None = key("Where the review is.")


class Funding(Record):
    """Money that the partnership spends."""

    source: Text = key("Where it comes from.", "police and crime commissioner's grant", default=...)
    for_year: Year = key("For which year.", "2027-28", default=...)
    amount: Number | None = key("How much, in pounds.", 84000)
    for_what: Text | None = key("What it is for.", "night-time economy marshals")
    priority: Id | None = key("The priority it serves.", "violence")
    conditions: tuple[Text, ...] = key("Conditions of the grant.", ["half-year report"], default=())
    report_due_on: Day | None = key("When the funder expects a report.", "2027-10-31")
    reported_on: Day | None = key("When the report was sent.", "2027-10-28")
    spent: Number | None = key("How much was spent, in pounds.", 41000)
    judged: Text | None = key("What it bought, at year end.", "reports of assault near licensed premises fell")
