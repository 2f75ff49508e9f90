"""One dossier made ready for its documents: checked, its duties judged, its templates chosen, its refusals named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from cspcycle.application.check_folder import of_evidence
from cspcycle.application.evidence_state import evidence_state
from cspcycle.application.placeholders import find_placeholders
from cspcycle.application.read_folder import read_folder
from cspcycle.checks.check import Context
from cspcycle.checks.duty_outcomes import judge_duties
from cspcycle.checks.outcome import DutyOutcome
from cspcycle.checks.run import check_dossier
from cspcycle.documents.catalogue import OWN, Template, read_catalogue
from cspcycle.documents.contents import is_unfinished
from cspcycle.documents.local_words import unknown_documents
from cspcycle.documents.view import NO_EVIDENCE, Material, parts_of
from cspcycle.documents.views.duties import DutyRow
from cspcycle.documents.views.naming import Names
from cspcycle.model.dossier import SECTIONS, Dossier
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.printable import quoted

TEMPLATES = "templates"
NOT_SAID = "see the partnership's own checklist"
# Sections that a document may also need, and how a dossier has them.
OTHER_NEEDS = {
    "agenda": "a dated meeting of the strategy group, or its usual `agenda:`",
    "any_action": "an action, under a priority or under `actions`",
    "any_measure": "a measure under a priority",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document, and what it still lacks before it can be rendered."""

    template: Template
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Prepared:
    """A dossier after the checks, with its templates."""

    where: str
    name: str
    on: date
    templates: Path
    dossier: Dossier | None
    faults: tuple[Diagnostic, ...]
    outcomes: tuple[DutyOutcome, ...]
    documents: tuple[Chosen, ...]
    template_faults: tuple[Diagnostic, ...]

    def material(
        self, audience: str, meeting: str | None, *, has_timetable: bool = False, has_evidence: bool = False
    ) -> Material:
        """What the view is made of, for an audience; evidence is looked at only where it is asked for and held."""
        assert self.dossier is not None  # noqa: S101 - who has no dossier has no documents
        dossier = self._with_figures() if has_evidence else self.dossier
        evidence = self._evidence if has_evidence else lambda _: NO_EVIDENCE
        return Material(
            dossier, self.on, audience, meeting, self._duties, evidence=evidence, has_timetable=has_timetable
        )

    def _with_figures(self) -> Dossier:
        """The dossier, with the figures of measures that cite the evidence instead of repeating it."""
        assert self.dossier is not None  # noqa: S101 - as above
        folder = self.templates.parent
        if not evidence_state(folder):
            return self.dossier
        from cspcycle.application.evidence_measures import with_figures  # noqa: PLC0415 - only with evidence
        from cspcycle.application.evidence_read import read_held  # noqa: PLC0415

        return with_figures(self.dossier, read_held(folder)[0])

    def _evidence(self, shown: Dossier) -> Mapping[str, object]:
        folder = self.templates.parent
        if not evidence_state(folder):
            return NO_EVIDENCE
        from cspcycle.application.evidence_material import evidence_for_documents  # noqa: PLC0415 - only with evidence

        return evidence_for_documents(folder, shown, on=self.on)

    def _duties(self, shown: Dossier) -> tuple[DutyRow, ...]:
        """The outcomes; a reason that changes without the restricted records rests on them, and is not said."""
        said = {}
        if shown is not self.dossier:
            outcomes = judge_duties(Context(shown, self.on))
            said = {each.duty.id: each.judged.because for each in outcomes}
        return tuple(
            _row(each, is_sayable=not said or said.get(each.duty.id) == each.judged.because) for each in self.outcomes
        )

    def of_templates(self, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Findings in the partnership's own templates, their files named from the folder asked about."""
        return _of_templates(self.where, found)

    def unknown_documents(self) -> tuple[Diagnostic, ...]:
        """The files' wishes for documents that do not exist."""
        templates = tuple(each.template for each in self.documents)
        return tuple(unknown_documents(self.dossier, templates)) if self.dossier is not None else ()

    @property
    def errors(self) -> int:
        """How many errors the checks find."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)

    def refusals(self, templates: Sequence[Template]) -> tuple[Diagnostic, ...]:
        """Why these documents cannot be final: errors, placeholders, unfinished work, missing statutory parts."""
        assert self.dossier is not None  # noqa: S101 - as above
        material = Material(self.dossier, self.on, "partnership")
        found = [fault for fault in self.faults if _hinders(fault)]
        found += find_placeholders(self.dossier)
        for template in templates:
            if (at := is_unfinished(template.name, Names(self.dossier, self.on))) is not None:
                message = f"the files say that the {template.title.lower()} is not finished"
                found.append(_error(at, "not-final", message, "correct its `status`, or render a draft"))
            for part in parts_of(template, material):
                if part.is_missing:
                    message = f"the {template.title.lower()} lacks {part.what}"
                    fix = f"take “{part.left_out}” out of `leave_out`" if part.left_out else f"write `{part.key}`"
                    found.append(_error(part.at, "part-missing", message, fix, part.citation))
        return tuple(dict.fromkeys(sorted(found)))


def _row(each: DutyOutcome, *, is_sayable: bool) -> DutyRow:
    duty, judged = each.duty, each.judged
    return DutyRow(
        duty.id,
        duty.title,
        duty.citation_of(each.version),
        each.version.source,
        duty.on_whom_in_words,
        duty.carried_by,
        duty.force,
        judged.outcome.value,
        judged.because if is_sayable else NOT_SAID,
        judged.due_on,
    )


def _of_templates(where: str, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        replace(each, at=each.at._replace(file=(Path(where) / each.at.file).as_posix()))
        if each.at.file.startswith(OWN)
        else each
        for each in found
    )


def prepare(root: Path, folder: Path, on: date) -> Prepared:
    """The dossier in a folder, checked as at a day, with all its documents and what each lacks."""
    where = folder.relative_to(root).as_posix()
    dossier, faults = read_folder(root, folder)
    templates = folder / TEMPLATES
    catalogue, template_faults = read_catalogue(templates)
    outcomes: tuple[DutyOutcome, ...] = ()
    if dossier is not None:
        outcomes, found = check_dossier(dossier, on=on, of_evidence=of_evidence(folder, dossier, on=on))
        faults += found
    name = dossier.partnership.name if dossier is not None else folder.resolve().name
    documents = tuple(Chosen(template, _lacks(template, dossier, on)) for template in catalogue)
    return Prepared(
        where,
        name,
        on,
        templates,
        dossier,
        tuple(sorted(faults)),
        outcomes,
        documents,
        _of_templates(where, template_faults),
    )


def choose(prepared: Prepared, wanted: Sequence[str]) -> tuple[tuple[Chosen, ...], tuple[Diagnostic, ...]]:
    """The documents asked for, or all there is material for; and why one asked for cannot be made.

    Raises: CannotContinue when there is no document of that name.
    """
    by_name = {each.template.name: each for each in prepared.documents}
    for name in wanted:
        if name not in by_name:
            near = nearest(name, tuple(by_name))
            fix = f"did you mean {near}?" if near else f"the documents are: {', '.join(by_name)}"
            raise CannotContinue(f"there is no document called {quoted(name)}", fix)
    chosen = [by_name[name] for name in dict.fromkeys(wanted)]
    if not wanted:
        chosen = [each for each in prepared.documents if not each.lacks]
    assert prepared.dossier is not None  # noqa: S101 - the caller has looked
    at = prepared.dossier.place_of("partnership")
    hindered = tuple(
        _error(
            at,
            "needs",
            f"the {each.template.title.lower()} needs {' and '.join(each.lacks)}, which the files do not have",
            f"write {' and '.join(each.lacks)}, or leave the document out",
        )
        for each in chosen
        if each.lacks
    )
    return tuple(each for each in chosen if not each.lacks), hindered


def _lacks(template: Template, dossier: Dossier | None, on: date) -> tuple[str, ...]:
    if dossier is None:
        return ("`partnership`",)
    return tuple(words for need in template.needs if (words := _missing(need, dossier, on)))


def _missing(need: str, dossier: Dossier, on: date) -> str:
    if need == "agenda":
        from cspcycle.documents.views.meetings import agenda_view  # noqa: PLC0415 - one document of eleven needs it

        return "" if agenda_view(Names(dossier, on), None) else OTHER_NEEDS[need]
    if need == "any_action":
        return "" if next(dossier.every_action(), None) is not None else OTHER_NEEDS[need]
    if need == "any_measure":
        return "" if any(priority.every_measure() for priority in dossier.priorities) else OTHER_NEEDS[need]
    if need not in SECTIONS:
        return ""
    value: Any = getattr(dossier, need)
    return "" if value else f"`{need}`"


def _hinders(fault: Diagnostic) -> bool:
    """Whether a fault keeps a document from being final.

    An unmet duty does not: what was done late cannot be undone, and the documents say so.
    """
    return fault.severity is Severity.ERROR and not fault.code.startswith("duty/")


def _error(at: Location, slug: str, message: str, fix: str, law: str = "") -> Diagnostic:
    return Diagnostic(at, f"document/{slug}", message, Severity.ERROR, fix, law)
