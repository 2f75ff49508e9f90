"""Validate a folder: read each dossier, check it against the law of a day, and say everything in one run."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cspcycle.checks.duty_outcomes import DutyOutcome
from cspcycle.checks.run import check_dossier
from cspcycle.law.register import Register, the_register
from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.source.diagnostic import CannotContinue, Diagnostic
from cspcycle.source.folder import find_dossiers, read_files


@dataclass(frozen=True)
class Checked:
    """One partnership after the checks: what its files say of each duty, and what is wrong in them."""

    folder: str
    name: str
    duties: tuple[DutyOutcome, ...]
    findings: tuple[Diagnostic, ...]


def validate(root: Path, *, on: date) -> tuple[Checked, ...]:
    """Every dossier at or below `root`, checked as at `on`.

    Raises: CannotContinue if there is no such folder or no dossier in it.
    """
    folders = find_dossiers(root)
    if not folders:
        raise CannotContinue(
            f"there is no partnership.yaml in {root} or below it", "name the folder that holds your partnership.yaml"
        )
    register = the_register()
    return tuple(_checked(root, folder, on, register) for folder in folders)


def read_folder(root: Path, folder: Path) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier in `folder`, and what is wrong with its YAML and its shape."""
    files, diagnostics = read_files(root, folder)
    dossier, found = read_dossier(folder.relative_to(root).as_posix(), files)
    return dossier, diagnostics + found


def _checked(root: Path, folder: Path, on: date, register: Register) -> Checked:
    dossier, diagnostics = read_folder(root, folder)
    outcomes: tuple[DutyOutcome, ...] = ()
    if dossier is not None:
        outcomes, found = check_dossier(dossier, on=on, register=register)
        diagnostics += found
    name = dossier.partnership.name if dossier is not None else folder.name
    return Checked(folder.relative_to(root).as_posix(), name, outcomes, tuple(sorted(diagnostics)))
