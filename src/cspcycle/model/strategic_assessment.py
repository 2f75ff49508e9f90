"""The strategic assessment: one in each April-March year, what it looked at, what it holds, what it found."""

from typing import Literal

from cspcycle.model.partnership import Document, Restricted
from cspcycle.model.priorities import Figure
from cspcycle.model.record import Record, key
from cspcycle.model.values import Day, DayOrMonth, Id, Number, Text, Year


class Approval(Record):
    """A body that approved or adopted a document, when, and where it is minuted."""

    by: Text = key("The body: a group's id, or its name.", "strategy-group", default=...)
    on: Day | None = key("When.", "2027-01-19")
    planned_on: Day | None = key("When it is planned, if it has not happened.", "2027-03-16")
    minute: Text | None = key("The minute.", "item 5")


class DocumentVersion(Record):
    """A version of a document."""

    number: Text = key("Its number.", "1.0", default=...)
    on: Day = key("Its date.", "2027-01-19", default=...)
    note: Text | None = key("What changed.", "agreed by the board")


class Score(Record):
    """How a theme was weighed against the others; higher is more."""

    volume: Number | None = key("Volume.", 3)
    rate: Number | None = key("Rate against peers.", 2)
    direction: Number | None = key("Direction.", 3)
    harm: Number | None = key("Harm.", 5)
    public_concern: Number | None = key("Public concern.", 4)


FindingKind = Literal[
    "level",
    "rate",
    "pattern",
    "change",
    "comparison",
    "victims",
    "offenders",
    "places",
    "times",
    "reason",
    "response",
    "gap",
    "public-view",
    "review-of-last-year",
    "emerging",
]


class Finding(Record):
    """Something the assessment found."""

    id: Id = key("A short name that priorities use.", "nights-violence", default=...)
    title: Text = key("The finding in a line.", "Violence near licensed premises rose for the second year", default=...)
    says: Text | None = key("The finding in full.", "…")
    kind: FindingKind | None = key("What it tells about its theme.", "change")
    theme: Text | None = key("The theme it belongs to.", "violence")
    indicator: Text | None = key(
        "The indicator it cites, of those that `cspcycle evidence list` shows.", "ons/violence-with-injury"
    )
    also_cites: tuple[Text, ...] = key("Other indicators whose figures its words use.", ["ons/homicide"], default=())
    caveat: Text | None = key(
        "What the figure does not bear; once it is written, `validate` no longer asks for it.",
        "all three partnerships of the force rose alike, so the change may lie in recording",
    )
    figure: Figure | None = key("The figure it rests on.")
    unit: Text | None = key("What the figure counts.", "offences")
    source: Text | None = key("Where it comes from.", "Valeshire Police crime recording system")
    period: Text | None = key("The period it covers.", "October 2025 to September 2026")
    score: Score | None = key("How it was weighed.")
    not_taken_up_because: Text | None = key("Why no priority takes it up, if so.", "met through the youth justice plan")
    restricted: Restricted = key("Why it is kept out of public documents.")


class Weights(Record):
    """How much each criterion counts when themes are weighed: the partnership's own choice; none is nothing."""

    volume: Number | None = key("How many offences there are.", 1)
    rate: Number | None = key("The rate beside that of England and Wales.", 1)
    direction: Number | None = key("The change on the year before.", 1)
    harm: Number | None = key("Offences weighted by severity.", 2)
    public_concern: Number | None = key("The share of people consulted who named the theme.", 1)


class CandidateTheme(Record):
    """A theme that the board weighs against others; whether it becomes a priority is the board's decision."""

    name: Text = key("Its name, as findings write it under `theme:`.", "violence", default=...)
    indicators: tuple[Text, ...] = key("The indicators that show it.", ["ons/violence-against-the-person"], default=())
    offence_codes: tuple[Text, ...] = key("Home Office offence codes that carry its harm.", ["8N"], default=())
    not_taken_up_because: Text | None = key("Why no priority takes it up, if so.", "led by the road safety partnership")


class Weighing(Record):
    """What `cspcycle evidence weigh` puts into its matrix."""

    weights: Weights = key("How much each criterion counts.", default=...)
    themes: tuple[CandidateTheme, ...] = key("The themes weighed.", default=...)


class AssessmentContents(Record):
    """Where the assessment says each thing the regulations ask for: a heading, a page, or a sentence."""

    levels_and_patterns: Text | None = key(
        "Levels and patterns of crime, disorder, substance misuse and re-offending.",
        "section 5",
        duty="assessment-contents",
    )
    changes: Text | None = key("Changes since the last assessment.", "section 5.2", duty="assessment-contents")
    reasons: Text | None = key("Why they happened.", "section 5.3", duty="assessment-contents")
    authorities_priorities: Text | None = key(
        "What the authorities should prioritise.", "section 9", duty="assessment-contents"
    )
    local_peoples_priorities: Text | None = key(
        "What people of the area think should be prioritised.", "section 7", duty="assessment-contents"
    )
    last_years_plan: Text | None = key(
        "How far last year's plan was implemented.", "section 4", duty="assessment-contents"
    )
    county_matters: Text | None = key(
        "Matters for the county strategy group (two-tier areas).", "section 10", duty="assessment-contents"
    )


class EarlierAssessment(Record):
    """An assessment of an earlier year."""

    year: Year = key("Its year.", "2025-26", default=...)
    completed_on: Day | None = key("When it was completed.", "2026-01-20", duty="strategic-assessment")
    document: Document | None = key("Where it is.")


AssessmentSource = Literal[
    "responsible-authorities",
    "co-operating-bodies",
    "participating-bodies",
    "crime-and-disorder-committee",
    "plan-of-the-year",
    "local-people",
]


class StrategicAssessment(Record):
    """The year's strategic assessment."""

    year: Year | None = key("The April-March year during which it is made.", "2026-27", duty="strategic-assessment")
    title: Text | None = key("Its title.", "Strategic assessment 2026-27")
    known_as: Text | None = key("What the partnership calls it.", "Strategic Crime Needs Assessment")
    kind: Literal["full", "refresh", "rolling"] | None = key(
        "A full one, a refresh, or a set of papers through the year.", "full"
    )
    status: Literal["planned", "draft", "final"] | None = key("How far it is.", "final")
    adopted_from: Text | None = key(
        "The body whose assessment was adopted, if it is not the partnership's own.", "Greenshire county unit"
    )
    data_from: Day | None = key("First day of the data it rests on.", "2025-10-01")
    data_to: Day | None = key("Last day of that data.", "2026-09-30")
    completed_on: Day | None = key("When it was completed.", "2027-01-12", duty="strategic-assessment")
    due: DayOrMonth | None = key("When it is planned to be completed.", "2027-01")
    received: Approval | None = key("The meeting that received it.")
    considered: tuple[AssessmentSource, ...] = key(
        "Whose information was considered.",
        ["responsible-authorities", "local-people"],
        default=(),
        duty="assessment-sources",
    )
    contents: AssessmentContents | None = key(
        "Where it holds each thing the regulations ask for.", duty="assessment-contents"
    )
    findings: tuple[Finding, ...] = key("What it found.", default=())
    weighing: Weighing | None = key("How themes are weighed against each other.")
    versions: tuple[DocumentVersion, ...] = key("Its versions, oldest first.", default=())
    document: Document | None = key("Where it is.")
    public_summary: Document | None = key("The public summary, where the whole is restricted.")
    earlier: tuple[EarlierAssessment, ...] = key(
        "Assessments of earlier years.", default=(), duty="strategic-assessment"
    )
    restricted: Restricted = key("Why the whole is kept from the public.")
