"""New tables put beside those already held, and a word where they replace or contradict them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cspcycle.evidence.held import identity, join
from cspcycle.evidence.importer import Imported
from cspcycle.evidence.record import Period, Table
from cspcycle.evidence.store import FOLDER, evidence_folder, write_tables
from cspcycle.evidence.stored import read_tables
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.words import day_in_words


class Kept(NamedTuple):
    """Where the tables are, or nothing where none could be kept; since which day, if all was held before; and notes."""

    path: Path | None
    held_since: date | None = None
    notes: tuple[Diagnostic, ...] = ()


def keep(folder: Path, imported: Imported) -> Kept:
    """The tables written under `evidence/`; nothing is written where there are none, or the same are held already, or
    the file there cannot be read.
    """
    if not imported.tables:
        return Kept(None)
    name = f"{FOLDER}/{imported.name}.json"
    path = evidence_folder(folder) / f"{imported.name}.json"
    held: list[Table] = []
    if path.exists():
        held, findings = read_tables(path.read_bytes(), name)
        if findings:
            return Kept(None, notes=tuple(findings))
    pairs = [(table, _before(table, held)) for table in imported.tables]
    since = [old.source.read_on for table, old in pairs if old is not None and _is_same(table, old)]
    if len(since) == len(pairs):
        return Kept(path, held_since=max(since))
    notes = tuple(_note(name, table, old) for table, old in pairs if old is not None and _differs(table, old))
    return Kept(write_tables(folder, imported.name, list(join(held, imported.tables))), notes=notes)


def _before(table: Table, held: list[Table]) -> Table | None:
    """What is held of the same thing; a table without a day of its own is of the day it was read."""
    day = table.source.read_on
    has_no_day = table.period == Period(day, day)
    for old in held:
        if identity(old) == identity(table) or (has_no_day and old.source.sha256 == table.source.sha256):
            return old
    return None


def _is_same(table: Table, old: Table) -> bool:
    """Whether they say the same from the same bytes, whenever they were read and whatever the file was called."""
    source = replace(table.source, read_on=old.source.read_on, file=old.source.file)
    return replace(table, source=source, period=old.period) == old


def _differs(table: Table, old: Table) -> bool:
    return old.source.sha256 != table.source.sha256 and old.rows != table.rows


def _note(name: str, table: Table, old: Table) -> Diagnostic:
    message = (
        f"{table.source.title}, {table.period.label}: {table.source.file} takes the place of "
        f"{old.source.file}, read on {day_in_words(old.source.read_on)}, and some figures differ"
    )
    fix = "compare the two versions of the file; a text that quotes the old figures must change with them"
    return Diagnostic(Location(name), "evidence/edition-replaced", message, Severity.WARNING, fix)
