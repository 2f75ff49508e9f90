"""Render documents: check the dossier, make the view, fill the templates, write every format or say why not."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cspcycle.application.material import Prepared, choose, prepare
from cspcycle.documents.catalogue import Template
from cspcycle.documents.formats import load_format, write_page
from cspcycle.documents.house_style import read_house_style
from cspcycle.documents.local_words import headings_in_files, headings_of, in_local_words, unknown_headings
from cspcycle.documents.prose import Prose
from cspcycle.documents.reading import read_page
from cspcycle.documents.view import build_view, metadata_of, parts_of, view_of_document
from cspcycle.documents.views.meetings import choose_meeting
from cspcycle.documents.writing import find_stale, write_files
from cspcycle.source.diagnostic import CannotContinue, Diagnostic
from cspcycle.source.folder import find_dossiers, no_dossier
from cspcycle.source.printable import quoted

USUAL_OUTPUT = "rendered"
MANY = 25  # partnerships, after which their memory is given back
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: which documents, in which formats, for whom, as at which day, where, and whether final."""

    on: date
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("html",)
    output: Path | None = None
    audience: str = "public"
    meeting: str | None = None
    is_final: bool = False
    is_check: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one partnership's documents.

    `files`: the names written, or compared, with their sizes. `left_out`: the documents without material.
    `errors`: how many mistakes stand in the files themselves; a draft is made all the same.
    `missing`: why a draft goes without the tables and charts of the evidence; empty where it does not.
    """

    folder: str
    name: str
    output: Path
    files: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    findings: tuple[Diagnostic, ...]
    errors: int = 0
    missing: str = ""


def render(root: Path, wish: Wish, progress: Progress = lambda *_: None) -> Iterator[Rendered]:
    """The documents of every dossier at or below `root`, written or compared, one partnership at a time.

    Raises: CannotContinue if there is no dossier, no such document or meeting, or the machine refuses.
    """
    folders = find_dossiers(root)
    if not folders:
        raise no_dossier(root)
    for number, folder in enumerate(folders, start=1):
        yield _render_one(root, folder, wish, progress)
        if number % MANY == 0:
            gc.collect()  # pages and templates go round in circles, and the collector is off during a run


def _render_one(root: Path, folder: Path, wish: Wish, progress: Progress) -> Rendered:
    prepared = prepare(root, folder, wish.on)
    output = folder / USUAL_OUTPUT if wish.output is None else wish.output / folder.relative_to(root)
    if prepared.dossier is None:
        return Rendered(prepared.where, prepared.name, output, (), (), prepared.faults)
    chosen, hindered = choose(prepared, wish.documents)
    templates = [each.template for each in chosen]
    found: list[Diagnostic] = [*prepared.template_faults, *hindered]
    found += prepared.refusals(templates) if wish.is_final else ()
    files: dict[str, bytes] = {}
    missing = ""
    if not found:
        found, files, missing = _write_all(prepared, templates, wish, progress)
    if not found:
        found += find_stale(output, files) if wish.is_check else write_files(output, files)
    waiting = [each for each in prepared.documents if each.lacks and not wish.documents]
    left_out = tuple((each.template.name, each.lacks) for each in waiting)
    sizes = tuple((name, len(data)) for name, data in files.items())
    return Rendered(prepared.where, prepared.name, output, sizes, left_out, tuple(found), prepared.errors, missing)


def _write_all(
    prepared: Prepared, templates: Sequence[Template], wish: Wish, progress: Progress
) -> tuple[list[Diagnostic], dict[str, bytes], str]:
    has_timetable = any({"agenda", "timetable"}.intersection(template.needs) for template in templates)
    shows_figures = {"strategic_assessment", "any_measure", "priorities"}
    has_evidence = any(shows_figures.intersection(template.needs) for template in templates)
    material = prepared.material(wish.audience, wish.meeting, has_timetable=has_timetable, has_evidence=has_evidence)
    if wish.meeting is not None and choose_meeting(material.names, wish.meeting) is None:
        ids = ", ".join(meeting.id for meeting in material.names.dossier.meetings if meeting.id) or "none"
        raise CannotContinue(f"there is no meeting with the id {quoted(wish.meeting)}", f"the ids are: {ids}")
    view = build_view(material)
    missing = str(view["evidence"]["missing"]) if any(map(_shows_evidence, templates)) else ""  # type: ignore[index]
    if missing and (wish.is_final or wish.is_check):
        raise CannotContinue(*missing.split("; ", 1))
    prose = Prose(prepared.templates)
    house, faults = read_house_style(prepared.templates)
    found: list[Diagnostic] = [*prepared.of_templates(faults), *prepared.unknown_documents()]
    files: dict[str, bytes] = {}
    total = len(templates) * len(wish.formats)
    for template in templates:
        own = view_of_document(view, template, parts_of(template, material), is_final=wish.is_final)
        text, faults = prose.render(template.name, own)
        found += prepared.of_templates(faults)
        if text is None:
            continue
        page = read_page(text, metadata_of(template, own, material, is_final=wish.is_final))
        wishes = material.dossier.documents.get(template.name)
        known = headings_of(template.name, prepared.templates)
        found += unknown_headings(page, wishes, known, headings_in_files(material.dossier))
        page = in_local_words(page, wishes)
        for name in wish.formats:
            file = _file_name(template, name, wish)
            progress(file, len(files), total)
            data, faults = write_page(page, name, house, file)
            found += prepared.of_templates(faults)
            if data is not None:
                files[file] = data
    return found, files, missing


def _shows_evidence(template: Template) -> bool:
    """Whether the document prints the tables and charts of the evidence."""
    return "strategic_assessment" in template.needs


def _file_name(template: Template, format_name: str, wish: Wish) -> str:
    """`partnership-plan.html`; what is not for the public says so in its name."""
    meeting = f"-{wish.meeting}" if wish.meeting and template.name == "agenda" else ""
    audience = "" if wish.audience == "public" else "-for-the-partnership"
    return f"{template.name}{meeting}{audience}{load_format(format_name).SUFFIX}"
