"""A page as a tagged PDF (PDF/UA-1, PDF/A-2a), typeset by Typst; refused rather than written inaccessible."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from cspcycle.documents import page
from cspcycle.documents.formats import NotWrittenError
from cspcycle.documents.formats.together import stays_whole, tied, with_leads
from cspcycle.documents.formats.widths import Alike, has_many_columns
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Block, Line, Page
from cspcycle.documents.pictures import FONTS
from cspcycle.documents.words import particulars, running_head, words_of
from cspcycle.source.diagnostic import CannotContinue

SUFFIX = ".pdf"
STANDARDS = ["a-2a", "ua-1"]
TEMPLATE = Path(__file__).with_suffix(".typ")
NOT_ACCESSIBLE = "not-accessible"
NO_GLYPH = re.compile(r"the text (?P<text>.+?) could not be displayed", re.DOTALL)


def write(document: Page, house: HouseStyle) -> bytes:
    """The page as a PDF that says when it was written by the date of the document, not the clock.

    Raises: NotWrittenError when a reader could not use the PDF; CannotContinue when Typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - 34 MB that only this format needs
    except ImportError as error:
        raise CannotContinue("PDF support is not installed", 'run: pip install "cspcycle[pdf]"') from error
    midnight = datetime.combine(document.metadata.dated_on, time(), UTC)
    try:
        made = typst.Compiler(TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=inputs(document, house)).compile(
            format="pdf",
            pdf_standards=STANDARDS,  # type: ignore[arg-type]
            timestamp=midnight,
        )
    except typst.TypstError as error:
        raise _refusal(error.message) from error
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415 - see above

    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _refusal(message: str) -> NotWrittenError:
    if match := NO_GLYPH.search(message):
        return NotWrittenError(NOT_ACCESSIBLE, f"the font has no character for {match['text']}", "write it in words")
    return NotWrittenError(
        NOT_ACCESSIBLE, f"an accessible PDF cannot be made of this document: {message}", "write it as HTML"
    )


def inputs(document: Page, house: HouseStyle) -> dict[str, str]:
    """What the Typst template is given: the page as JSON."""
    writer = _Writer(document, 146 if document.metadata.is_landscape else 96)
    tree = {
        "accent": house.accent,
        "metadata": _metadata(document),
        "blocks": writer.blocks(document.blocks),
    }
    return {"page": json.dumps(tree, ensure_ascii=False)}


def _metadata(document: Page) -> dict[str, Any]:
    metadata = document.metadata
    words = words_of(metadata.language)
    return {
        "title": metadata.title,
        "partnership": metadata.partnership,
        "day": [metadata.dated_on.year, metadata.dated_on.month, metadata.dated_on.day],
        **_language(metadata.language),
        "flipped": metadata.is_landscape,
        "head": running_head(metadata),
        "page": words["page"],
        "of": words["of"],
        "particulars": particulars(metadata),
        "contents": bool(document.contents),
        "contents-title": words["contents"],
    }


def _language(code: str) -> dict[str, str | None]:
    language, _, region = code.partition("-")
    return {"lang": language, "region": region or None}


class _Writer:
    def __init__(self, document: Page, room: int) -> None:
        self.words = words_of(document.metadata.language)
        self.room = room  # characters of a table's letters across the page
        self.anchors = {block.anchor for block in document.walk() if isinstance(block, page.Heading)}
        self.alike = Alike(block for block in document.walk() if isinstance(block, page.Table))

    def blocks(self, blocks: Sequence[Block]) -> list[dict[str, Any]]:
        return [self.block(block) | ({"leads": True} if leads else {}) for block, leads in with_leads(blocks)]

    def block(self, block: Block) -> dict[str, Any]:
        made: dict[str, Any] = {"kind": "rule"}
        match block:
            case page.Heading(level, content, anchor):
                made = {"kind": "heading", "level": level, "parts": self.line(content), "anchor": "s-" + anchor}
            case page.Paragraph(content):
                made = {"kind": "paragraph", "parts": self.line(content)}
            case page.Listing():
                made = self.listing(block)
            case page.Table(_, _, _, caption, number):
                label = f"{self.words['table']} {number}: "
                made = self.table(block) | {"caption": [label, *self.line(caption)] if caption else []}
            case page.Figure():
                made = self.figure(block)
            case page.Note("quote", blocks):
                made = {"kind": "quote", "blocks": self.blocks(blocks)}
            case page.Note(kind, blocks):
                made = {"kind": "note", "title": self.words[kind], "blocks": self.blocks(blocks)}
                made |= {"strict": kind == "restricted", "whole": stays_whole(blocks)}
            case page.Listed(text):
                made = {"kind": "listed", "text": text}
            case page.InLanguage(language, blocks):
                made = {"kind": "language", "blocks": self.blocks(blocks), **_language(language)}
        return made

    def listing(self, listing: page.Listing) -> dict[str, Any]:
        def first_as_line(item: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return [part | {"kind": "line"} if part["kind"] == "paragraph" and tight else part for part in item]

        tight = all(sum(isinstance(part, page.Paragraph) for part in item) == 1 for item in listing.items)
        items = [first_as_line(self.blocks(item)) for item in listing.items]
        kind = "bullets" if listing.start is None else "numbers"
        whole = stays_whole((listing,))
        return {"kind": kind, "tight": tight, "items": items, "start": listing.start, "whole": whole}

    def table(self, table: page.Table) -> dict[str, Any]:
        return {
            "kind": "table",
            "widths": self.alike.widths(table, self.room * 6 // 5 if has_many_columns(table) else self.room),
            "small": has_many_columns(table),
            "right": table.to_the_right,
            "head": [self.line(cell) for cell in table.head],
            "rows": [{"parts": self.line(cell)} for row in table.rows for cell in row],
        }

    def figure(self, figure: page.Figure) -> dict[str, Any]:
        name = f"{self.words['figure']} {figure.number}"
        title = f"{name} {self.words['as_table']}"
        return {
            "kind": "figure",
            "svg": figure.svg,
            "alt": figure.description or figure.title,
            "caption": f"{name}: {figure.title}",
            "source": figure.attribution,
            "data": self.table(figure.data) | {"title": title} if figure.data else None,
        }

    def line(self, content: Line) -> list[Any]:
        return [self.inline(part) for part in content]

    def inline(self, part: page.Inline) -> Any:
        made: Any = {"kind": "break"}
        match part:
            case page.Text(text):
                made = tied(text)
            case page.Code(text):
                made = {"kind": "code", "text": text}
            case page.Strong(content):
                made = {"kind": "strong", "parts": self.line(content)}
            case page.Emphasis(content):
                made = {"kind": "emphasis", "parts": self.line(content)}
            case page.Link(content, address) if not address.startswith("#"):
                made = {"kind": "link", "address": address, "parts": self.line(content)}
            case page.Link(content, address) if address[1:] in self.anchors:
                made = {"kind": "jump", "anchor": "s-" + address[1:], "parts": self.line(content)}
            case page.Link(content):
                made = {"kind": "strong", "parts": self.line(content)}
        return made
