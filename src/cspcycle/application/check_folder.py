"""One dossier from its files to its result."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cspcycle.application.evidence_state import evidence_state
from cspcycle.application.read_folder import read_loaded_dossier
from cspcycle.application.result import Checked, DutyLine
from cspcycle.checks.check import Fault
from cspcycle.checks.outcome import DutyOutcome
from cspcycle.checks.run import check_dossier
from cspcycle.checks.words import in_plain_quotes
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.folder import SourceFile


def check_files(where: str, files: Iterable[SourceFile], *, name: str, on: date, folder: Path | None = None) -> Checked:
    """The dossier in these files against every check and every duty in force on the day.

    `name` stands for the partnership where the files do not say who it is; `folder` is where its evidence is, if any.
    """
    dossier, diagnostics = read_loaded_dossier(where, files)
    if dossier is None:
        return Checked(where, name, "", (), tuple(sorted(diagnostics)))
    outcomes, found = check_dossier(dossier, on=on, of_evidence=of_evidence(folder, dossier, on=on))
    partnership = dossier.partnership
    findings = tuple(sorted([*diagnostics, *found, *of_documents(folder, dossier)]))
    return Checked(where, partnership.name, partnership.area.nation, tuple(map(duty_line, outcomes)), findings)


def of_evidence(folder: Path | None, dossier: Dossier, *, on: date) -> tuple[tuple[str, Fault], ...]:
    """What the evidence in the folder brings against the files; most dossiers have none, and wait for nothing."""
    assessment = dossier.strategic_assessment
    cites = assessment is not None and (assessment.weighing or any(each.indicator for each in assessment.findings))
    cites = cites or any(measure.cites for priority in dossier.priorities for measure in priority.every_measure())
    if folder is None or not (cites or evidence_state(folder)):
        return ()
    from cspcycle.application.evidence_findings import find_in_evidence  # noqa: PLC0415 - SciPy among them

    return find_in_evidence(folder, dossier, on=on)


def of_documents(folder: Path | None, dossier: Dossier) -> tuple[Diagnostic, ...]:
    """Wishes for documents that do not exist; only a dossier that has wishes waits for the list of templates."""
    if folder is None or not dossier.documents:
        return ()
    from cspcycle.documents.catalogue import OWN, read_catalogue  # noqa: PLC0415 - see above
    from cspcycle.documents.local_words import unknown_documents  # noqa: PLC0415

    return tuple(unknown_documents(dossier, read_catalogue(folder / OWN)[0]))


def duty_line(each: DutyOutcome) -> DutyLine:
    """The line of the checklist for one duty."""
    duty, version, judged = each.duty, each.version, each.judged
    return DutyLine(
        duty.id,
        duty.title,
        duty.citation_of(version),
        version.source,
        duty.on_whom_in_words,
        duty.carried_by,
        duty.force,
        judged.outcome.value,
        in_plain_quotes(judged.because),
        judged.settle,
        judged.due_on.isoformat() if judged.due_on else None,
        judged.at,
    )
