"""One dossier from its files to its result."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cspcycle.application.result import Checked, DutyLine
from cspcycle.checks.outcome import DutyOutcome
from cspcycle.checks.run import check_dossier
from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.folder import SourceFile, read_files, read_loaded


def read_folder(root: Path, folder: Path) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier in `folder`, and what is wrong with its YAML and its shape."""
    files, diagnostics = read_files(root, folder)
    dossier, found = read_dossier(folder.relative_to(root).as_posix(), files)
    return dossier, diagnostics + found


def check_files(where: str, files: Iterable[SourceFile], *, name: str, on: date) -> Checked:
    """The dossier in these files against every check and every duty in force on the day.

    `name` stands for the partnership where the files do not say who it is.
    """
    contents, diagnostics = read_loaded(files)
    dossier, found = read_dossier(where, contents)
    diagnostics += found
    if dossier is None:
        return Checked(where, name, "", (), tuple(sorted(diagnostics)))
    outcomes, found = check_dossier(dossier, on=on)
    partnership = dossier.partnership
    findings = tuple(sorted(diagnostics + found))
    return Checked(where, partnership.name, partnership.area.nation, tuple(map(duty_line, outcomes)), findings)


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
        judged.because,
        judged.settle,
        judged.due_on.isoformat() if judged.due_on else None,
        judged.at,
    )
