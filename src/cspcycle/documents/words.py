"""The few words that a format writes itself, in the two languages of documents."""

from collections.abc import Mapping
from datetime import date

from cspcycle.documents.filters import day
from cspcycle.documents.page import Metadata

ENGLISH: Mapping[str, str] = {
    "contents": "Contents",
    "skip": "Skip to the document",
    "table": "Table",
    "figure": "Figure",
    "partnership": "Partnership",
    "status": "Status",
    "version": "Version",
    "date": "Date",
    "draft": "DRAFT",
    "final": "Final",
    "note": "Note",
    "warning": "Important",
    "restricted": "Restricted",
    "page": "Page",
    "of": "of",
    "end": "End of document",
    "as_table": "as a table",
}
WELSH: Mapping[str, str] = {
    "contents": "Cynnwys",
    "skip": "Neidio i’r ddogfen",
    "table": "Tabl",
    "figure": "Ffigur",
    "partnership": "Partneriaeth",
    "status": "Statws",
    "version": "Fersiwn",
    "date": "Dyddiad",
    "draft": "DRAFFT",
    "final": "Terfynol",
    "note": "Nodyn",
    "warning": "Pwysig",
    "restricted": "Cyfyngedig",
    "page": "Tudalen",
    "of": "o",
    "end": "Diwedd y ddogfen",
    "as_table": "fel tabl",
}
WELSH_MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)


def words_of(language: str) -> Mapping[str, str]:
    """The words for a document in this language."""
    return WELSH if language == "cy" else ENGLISH


def written_day(value: date, language: str) -> str:
    """`1 April 2027` or `1 Ebrill 2027`."""
    return f"{value.day} {WELSH_MONTHS[value.month - 1]} {value.year}" if language == "cy" else day(value)


def particulars(metadata: Metadata) -> tuple[tuple[str, str], ...]:
    """What stands on the cover below the title: name and value."""
    words = words_of(metadata.language)
    standing = (
        (words["partnership"], metadata.partnership),
        (words["status"], words["final"] if metadata.is_final else words["draft"]),
        (words["version"], metadata.version),
        (words["date"], written_day(metadata.dated_on, metadata.language)),
    )
    return tuple((name, value) for name, value in (*standing, *metadata.particulars) if value)


def running_head(metadata: Metadata) -> str:
    """What stands at the top of every printed page: the marking, and DRAFT until the document is final."""
    draft = "" if metadata.is_final else words_of(metadata.language)["draft"]
    return " – ".join(part for part in (metadata.marking, draft) if part)
