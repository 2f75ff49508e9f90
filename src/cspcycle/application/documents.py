"""The documents of a folder: which can be made, what each lacks, and which templates are the partnership's own."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cspcycle.application.material import TEMPLATES, prepare
from cspcycle.documents.catalogue import read_catalogue
from cspcycle.documents.view import parts_of
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.folder import find_dossiers, no_dossier


@dataclass(frozen=True, slots=True)
class Listed:
    """One document: what is lacking before it can be made, and before it can be final.

    `left_out`: the headings that the files want left out of it. `is_reworded`: whether they give it other words.
    """

    name: str
    title: str
    lacks: tuple[str, ...]
    missing_parts: tuple[tuple[str, str], ...]
    is_overridden: bool
    is_own: bool
    left_out: tuple[str, ...] = ()
    is_reworded: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents of one partnership."""

    folder: str
    name: str
    documents: tuple[Listed, ...]
    findings: tuple[Diagnostic, ...]


def document_names(folder: Path) -> tuple[str, ...]:
    """The names of the documents that could be made in a folder, its own templates among them."""
    return tuple(template.name for template in read_catalogue(folder / TEMPLATES)[0])


def list_documents(root: Path, *, on: date) -> tuple[Listing, ...]:
    """The documents of every dossier at or below `root`.

    Raises: CannotContinue if there is no dossier.
    """
    folders = find_dossiers(root)
    if not folders:
        raise no_dossier(root)
    return tuple(_list(root, folder, on) for folder in folders)


def _list(root: Path, folder: Path, on: date) -> Listing:
    prepared = prepare(root, folder, on)
    shipped = {template.name for template in read_catalogue()[0]}
    listed = []
    for each in prepared.documents:
        template = each.template
        missing: tuple[tuple[str, str], ...] = ()
        if prepared.dossier is not None and not each.lacks:
            parts = parts_of(template, prepared.material("partnership", None))
            missing = tuple((part.what, part.citation) for part in parts if part.is_missing)
        is_own = template.name not in shipped
        wishes = prepared.dossier.documents.get(template.name) if prepared.dossier is not None else None
        found = Listed(template.name, template.title, each.lacks, missing, template.is_overridden, is_own)
        if wishes is not None:
            reworded = bool(wishes.title or wishes.headings)
            found = replace(found, left_out=wishes.leave_out, is_reworded=reworded)
        listed.append(found)
    faults = (*prepared.template_faults, *prepared.unknown_documents()) if prepared.dossier else prepared.faults
    return Listing(prepared.where, prepared.name, tuple(listed), faults)
