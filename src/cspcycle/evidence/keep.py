"""New tables put beside those already held, and a word where they replace or contradict them."""

from __future__ import annotations

from pathlib import Path

from cspcycle.evidence.held import identity, join
from cspcycle.evidence.importer import Imported
from cspcycle.evidence.record import Table
from cspcycle.evidence.store import FOLDER, evidence_folder, write_tables
from cspcycle.evidence.stored import read_tables
from cspcycle.source.diagnostic import Diagnostic, Location, Severity


def keep(folder: Path, imported: Imported) -> tuple[Path | None, list[Diagnostic]]:
    """The file written under `evidence/`, or nothing where nothing was taken or the file there cannot be read."""
    if not imported.tables:
        return None, []
    name = f"{FOLDER}/{imported.name}.json"
    path = evidence_folder(folder) / f"{imported.name}.json"
    held: list[Table] = []
    if path.exists():
        held, findings = read_tables(path.read_bytes(), name)
        if findings:
            return None, findings
    replaced = {identity(table): table for table in held}
    notes = []
    for table in imported.tables:
        old = replaced.get(identity(table))
        if old is not None and old.source.sha256 != table.source.sha256 and old.rows != table.rows:
            message = (
                f"{table.source.title}, {table.period.label}: {table.source.file} takes the place of "
                f"{old.source.file}, read on {old.source.read_on}, and some figures differ"
            )
            fix = "compare the two versions of the file; a text that quotes the old figures must change with them"
            notes.append(Diagnostic(Location(name), "evidence/edition-replaced", message, Severity.WARNING, fix))
    return write_tables(folder, imported.name, list(join(held, imported.tables))), notes
