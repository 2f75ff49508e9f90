"""Validate a folder: read each dossier, check it against the law of a day, and say everything in one run."""

from datetime import date
from pathlib import Path

from cspcycle.application import cache
from cspcycle.application.evidence_state import evidence_state
from cspcycle.application.result import Checked
from cspcycle.source.folder import SourceFile, find_dossiers, fingerprint, load_files, no_dossier


def validate(root: Path, *, on: date, use_cache: bool) -> tuple[Checked, ...]:
    """Every dossier at or below `root`, checked as at `on`.

    With `use_cache` an unchanged dossier is answered from the last run with the same program, law and day.
    Raises: CannotContinue if there is no such folder, or no dossier in it.
    """
    folders = find_dossiers(root)
    if not folders:
        raise no_dossier(root)
    remembered = cache.Remembered.of(root, on) if use_cache else None
    checked = tuple(_checked(root, folder, on, remembered) for folder in folders)
    if remembered is not None:
        remembered.keep()
    return checked


def _checked(root: Path, folder: Path, on: date, remembered: cache.Remembered | None) -> Checked:
    where = folder.relative_to(root).as_posix()
    files = load_files(root, folder)
    print_ = fingerprint([*files, *_beside(folder)]) if remembered else ""
    if remembered is not None and (known := remembered.look_up(where, print_)) is not None:
        return known
    from cspcycle.application.check_folder import check_files  # noqa: PLC0415 - the models cost more than all the rest

    checked = check_files(where, files, name=folder.resolve().name, on=on, folder=folder)
    if remembered is not None:
        remembered.learn(where, print_, checked)
    return checked


def _beside(folder: Path) -> tuple[SourceFile, ...]:
    """What the result also depends on: the evidence, and which documents the partnership has templates for."""
    templates = sorted(path.name for path in (folder / "templates").glob("*.md.j2"))
    return SourceFile("evidence", evidence_state(folder)), SourceFile("templates", "\n".join(templates).encode())
