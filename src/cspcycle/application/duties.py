"""The checklist of a day: of the dossiers in a folder, or the bare law for a kind of area."""

from datetime import date
from pathlib import Path

from cspcycle.application.result import Checked, DutyLine
from cspcycle.application.validate import validate
from cspcycle.law import register
from cspcycle.law.instrument import AREA_KINDS
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.near import nearest
from cspcycle.source.printable import quoted


def duties_of_folder(root: Path, *, on: date) -> tuple[Checked, ...]:
    """Each dossier at or below `root`, with the outcome of every duty in force on the day."""
    checked = validate(root, on=on, use_cache=False)
    if not any(each.duties for each in checked):
        raise CannotContinue(
            "the files do not say enough about the partnership to list its duties",
            "run `cspcycle validate` and mend the `partnership` section first",
        )
    return checked


def bare_law(nation: str, area_kind: str | None, *, on: date) -> Checked:
    """The law of a day for a kind of area, with no partnership in view.

    Raises: CannotContinue if there is no such kind of area in the nation.
    """
    if area_kind is not None and area_kind not in AREA_KINDS:
        near = nearest(area_kind, AREA_KINDS)
        raise CannotContinue(
            f"there is no kind of area called {quoted(area_kind)}",
            f"did you mean {near}?" if near else f"the kinds are: {', '.join(AREA_KINDS)}",
        )
    if area_kind is not None and (area_kind == "welsh-principal-area") != (nation == "wales"):
        raise CannotContinue(
            f"there is no {area_kind} in {nation.capitalize()}", "choose the other nation, or another kind of area"
        )
    lines = []
    for duty, version in register.duties_on(on, nation):
        why_not = version.applies_to.why_not({area_kind} if area_kind else set())
        outcome = "not-applicable" if why_not else "in-force"
        lines.append(
            DutyLine(
                duty.id, duty.title, duty.citation_of(version), version.source, duty.on_whom_in_words, duty.carried_by,
                duty.force, outcome, why_not or version.says, (), None, None,
            )
        )  # fmt: skip
    name = f"{nation.capitalize()}{f', {AREA_KINDS[area_kind]}' if area_kind else ''}"
    return Checked("", name, nation, tuple(lines), ())


def shown_only(nation: str) -> tuple[tuple[str, str, str], ...]:
    """Title, citation and words of what is not verified or not yet in force: shown, never demanded."""
    return (
        tuple((duty.title, duty.instrument.citation, duty.shown) for duty in register.shown_never_demanded(nation))
        if nation
        else ()
    )
