"""Names for codes and ids: the partnership's own words first, the register's words where it has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.membership import Seat
from cspcycle.model.partnership import Document, Restriction
from cspcycle.model.priorities import Figure
from cspcycle.model.strategic_assessment import Approval
from cspcycle.model.values import Month
from cspcycle.timetable.who import Naming

View = dict[str, object]


def when(value: date | Month | None) -> date | str:
    """A day as a day, a month as its label, nothing as an empty text."""
    return value.label if isinstance(value, Month) else value or ""


def opening(text: str | None) -> str:
    """The text with a capital letter first, as a sentence or a cell begins."""
    return text[:1].upper() + text[1:] if text else ""


def sentence(text: str | None) -> str:
    """The text as a sentence: a capital letter first and a full stop last."""
    stripped = opening(text).rstrip()
    return stripped if not stripped or stripped[-1] in ".!?…:" else f"{stripped}."


def within(text: str) -> str:
    """The text as it stands within a sentence: a small letter first, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def years_of(value: object) -> str:
    """The label of a financial year, or nothing."""
    return str(getattr(value, "label", ""))


def document_view(document: Document | None) -> View:
    """A document that exists elsewhere: its title, address and day."""
    if document is None:
        return {}
    title = document.title or document.address or document.path or ""
    return {"title": title, "address": document.address or "", "on": document.on or ""}


def restriction_view(restriction: Restriction | None) -> str:
    """Why something is restricted, in a few words; empty when it is not."""
    if restriction is None:
        return ""
    paragraph = f", paragraph {restriction.paragraph} of Schedule 12A" if restriction.paragraph else ""
    return f"{restriction.reason}{paragraph}"


def figure_words(figure: Figure | None, unit: str | None = None) -> str:
    """`412 offences (year to September 2026)`, or why there is no figure."""
    if figure is None:
        return ""
    if figure.value is None:
        return f"no figure: {figure.missing_because}" if figure.missing_because else ""
    value = f"{figure.value:,}".replace("-", "\N{MINUS SIGN}")
    if unit:
        value = f"{value}%" if unit == "%" else f"{value} {unit}"
    return f"{value} ({figure.period})" if figure.period else value


@dataclass(frozen=True)
class Names:
    """Looks names up in one dossier as it stands on a day."""

    dossier: Dossier
    on: date

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The seats held on the day."""
        return self.dossier.seats_on(self.on)

    @cached_property
    def naming(self) -> Naming:
        """The names of bodies, as the calendar has them."""
        return Naming(self.dossier, self.on)

    def body(self, code: str | None) -> str:
        """The organisation that is this kind of body here; the kind's name; or the words as they were written."""
        if not code:
            return ""
        name = self.naming.name(code)
        return opening(name) if register.body(code) is not None else name

    def bodies(self, codes: Iterable[str]) -> list[str]:
        """The organisations, in order."""
        return [self.body(code) for code in codes]

    def group(self, group_id: str | None) -> str:
        """The name of a group; words that are no id are kept as they are."""
        if not group_id:
            return ""
        held = self.dossier.group_ids.get(group_id)
        return held.name if held is not None else opening(group_id)

    def priority(self, priority_id: str | None) -> str:
        """The title of a priority; empty when there is none that may be shown."""
        held = self.dossier.priority_ids.get(priority_id or "")
        return held.title if held is not None else ""

    def priorities(self, ids: Iterable[str]) -> list[str]:
        """The titles of the priorities that may be shown."""
        return [title for title in map(self.priority, ids) if title]

    def approval(self, approval: Approval | None) -> View:
        """Who agreed something, and when or when planned."""
        if approval is None:
            return {}
        return {
            "by": self.group(approval.by),
            "on": approval.on or "",
            "planned_on": approval.planned_on or "",
            "minute": approval.minute or "",
        }
