"""A publisher's file read for the partnership of a folder, and what concerns it kept under `evidence/`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cspcycle.application.evidence_read import open_dossier, partnership_of
from cspcycle.evidence.importer import Request, read_evidence_file
from cspcycle.evidence.keep import keep
from cspcycle.evidence.record import Table
from cspcycle.source.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: where it is kept, and since which day if it was held before; what was taken and skipped,
    and what is to be distrusted.
    """

    file: str
    kept: Path | None
    held_since: date | None
    taken: tuple[str, ...]
    skipped: tuple[str, ...]
    caveats: tuple[str, ...]
    attributions: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def add_evidence(folder: Path, file: Path, *, source: str, on: date, progress: Callable[[float], None]) -> Added:
    """The file's figures for the partnership, read on the day and kept; nothing is written where nothing is new.

    Raises: CannotContinue if there is no dossier in the folder or no such file, or a package is not installed.
    """
    partnership = partnership_of(open_dossier(folder))
    imported = read_evidence_file(file, Request(partnership, on, progress), source=source)
    kept = keep(folder, imported)
    return Added(
        file.name,
        kept.path,
        kept.held_since,
        tuple(imported.taken) if kept.path else (),
        tuple(imported.skipped),
        _each(imported.tables, lambda table: table.caveats),
        _each(imported.tables, lambda table: (table.source.attribution,)),
        (*imported.findings, *kept.notes),
    )


def _each(tables: list[Table], of: Callable[[Table], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for table in tables for text in of(table)))
