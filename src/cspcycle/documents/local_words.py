"""A document in the partnership's own words: headings renamed, and sections left out, as its files ask."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from cspcycle.documents import page
from cspcycle.documents.catalogue import ENDING, Template, read_template, shipped_folder, split_front_matter
from cspcycle.documents.page import Block, Page
from cspcycle.model.documents import DocumentWishes
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.yaml_reader import Mapping

WRITTEN = re.compile(r"^#{2,6} +([^{\n]+)", re.MULTILINE)
REST = (",", " (", ":")  # after these a heading may say more, such as a day
NUMBER = re.compile(r"\d+\. ")  # a priority's place, which is another where the public does not see all of them


def headings_of(name: str, own: Path | None = None) -> tuple[str, ...]:
    """The headings that the template of a document holds in words, in their order, the partnership's own last."""
    texts = (read_template(folder, name + ENDING) for folder in (shipped_folder(), own) if folder is not None)
    bodies = (split_front_matter(text)[1] for text in texts if text)
    found = (match[1].strip().rstrip(",(: ") for body in bodies for match in WRITTEN.finditer(body))
    return tuple(dict.fromkeys(filter(None, found)))


def is_heading(heading: str, wanted: str) -> bool:
    """Whether these are the words of a heading, with or without its number and what the document adds to them."""
    heading, wanted = _parted(heading.casefold())[1], _parted(wanted.casefold())[1]
    return bool(wanted) and (heading == wanted or any(heading.startswith(wanted + rest) for rest in REST))


def leaves_out(wishes: DocumentWishes | None, heading: str) -> bool:
    """Whether the partnership wants the document without this heading."""
    return wishes is not None and any(is_heading(heading, wanted) for wanted in wishes.leave_out)


def renamed(wishes: DocumentWishes | None, heading: str) -> str:
    """The heading in the partnership's words."""
    for wanted, instead in wishes.headings.items() if wishes is not None else ():
        if is_heading(heading, wanted):
            (number, words), (has_number, asked) = _parted(heading), _parted(wanted)
            return ("" if has_number else number) + instead + words[len(asked) :]
    return heading


def _parted(heading: str) -> tuple[str, str]:
    """The number of a heading, if it has one, and its words."""
    heading = " ".join(heading.split())
    number = found[0] if (found := NUMBER.match(heading)) else ""
    return number, heading[len(number) :]


def in_local_words(document: Page, wishes: DocumentWishes | None) -> Page:
    """The page with its headings renamed, without the sections left out, its tables and figures numbered anew."""
    if wishes is None:
        return document
    metadata = replace(document.metadata, title=wishes.title) if wishes.title else document.metadata
    return Page(metadata, _Counter().blocks(_kept(document.blocks, wishes)))


def _kept(blocks: tuple[Block, ...], wishes: DocumentWishes) -> Iterator[Block]:
    outside = 0  # the level of the heading that was left out, while we are under it
    for block in blocks:
        if isinstance(block, page.Heading):
            words = page.words(block.content)
            if outside and block.level > outside:
                continue
            outside = block.level if leaves_out(wishes, words) else 0
            instead = renamed(wishes, words)
            if not outside:
                yield block if instead == words else replace(block, content=(page.Text(instead),))
        elif not outside:
            yield block


class _Counter:
    """Gives tables and figures their numbers anew, wherever they stand."""

    def __init__(self) -> None:
        self.tables = 0
        self.figures = 0

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(self.block, blocks))

    def block(self, block: Block) -> Block:
        match block:
            case page.Table():
                self.tables += 1
                return replace(block, number=self.tables)
            case page.Figure():
                self.figures += 1
                return replace(block, number=self.figures)
            case page.Note() | page.InLanguage():
                return replace(block, blocks=self.blocks(block.blocks))
            case page.Listing():
                return replace(block, items=tuple(map(self.blocks, block.items)))
        return block


def unknown_documents(dossier: Dossier, templates: tuple[Template, ...]) -> Iterator[Diagnostic]:
    """Wishes for a document that does not exist."""
    names = tuple(template.name for template in templates)
    written = dossier.written.get("documents")
    for name, wish in dossier.documents.items():
        if name not in names:
            near = nearest(name, names)
            fix = f"write `{near}`" if near else f"write one of: {', '.join(names)}"
            at = Location(written.file, *written.places[name][:2]) if isinstance(written, Mapping) else wish.at()
            yield _finding(at, "no-such-document", f"there is no document called `{name}`", fix)


def headings_in_files(dossier: Dossier) -> Iterator[str]:
    """The headings that documents take from the files, those that the public does not see among them."""
    assessment = dossier.strategic_assessment
    yield from (finding.theme for finding in (assessment.findings if assessment else ()) if finding.theme)
    for priority in dossier.priorities:
        yield priority.title
        yield from (objective.title for objective in priority.objectives)


def unknown_headings(
    document: Page, wishes: DocumentWishes | None, known: tuple[str, ...], elsewhere: Iterable[str] = ()
) -> Iterator[Diagnostic]:
    """Wishes for a heading that neither the document nor its template has; one that is only absent now is fine.

    `elsewhere`: headings that are fine too, but that are not proposed, since not everyone may see them.
    """
    if wishes is None:
        return
    here = [page.words(block.content) for block in document.blocks if isinstance(block, page.Heading)]
    every = tuple(dict.fromkeys((*known, *here)))
    fine = (*every, *elsewhere)
    asked = [(wanted, wishes.at("leave_out", index)) for index, wanted in enumerate(wishes.leave_out)]
    asked += [(wanted, _place_of_heading(wishes, wanted)) for wanted in wishes.headings]
    for wanted, at in asked:
        if not any(is_heading(heading, wanted) for heading in fine):
            near = nearest(wanted, every)
            fix = f"write “{near}”" if near else f"the headings are: {'; '.join(every)}"
            if whole := next((heading for heading in every if "," in heading and wanted in heading), None):
                fix = f'write "{whole}" in quotation marks: a comma parts what stands in brackets'
            yield _finding(at, "no-such-heading", f"the document has no heading “{wanted}”", fix)


def _place_of_heading(wishes: DocumentWishes, wanted: str) -> Location:
    headings = wishes.raw["headings"]
    return Location(headings.file, *headings.places[wanted][:2])


def _finding(at: Location, slug: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(at, f"document/{slug}", message, Severity.ERROR, fix)
