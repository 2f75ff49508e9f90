"""Markdown to a page. Beyond CommonMark and tables a template has three forms, each written in unescaped text only:

`Table: words` just above a table is its caption; a quotation that begins `[!NOTE]`, `[!WARNING]` or `[!RESTRICTED]` is
a note; the paragraphs `:::cy` and `:::` begin and end a part in Welsh. Figures come from `figure(…)` in a template.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from cspcycle.documents import page
from cspcycle.documents.page import Block, Inline, Line, Metadata, Page
from cspcycle.documents.pictures import safe_svg
from cspcycle.documents.text import clean

NUMERIC = re.compile(r"[−+-]?£?\d[\d,]*(\.\d+)?%?\Z")
NOTHING = ("", "–", "-", "n/a", "..")
NOTE = re.compile(r"\[!(NOTE|WARNING|RESTRICTED)\][ \t]*\n?")
ADDRESS = re.compile(r"(https?://|mailto:|#)[^\s<>]+\Z")
CAPTION = "Table: "
DEEPEST_HEADING = 6


def read_page(markdown: str, metadata: Metadata) -> Page:
    """The page that the Markdown describes; whatever the text says, it is a sound page."""
    root = SyntaxTreeNode(_parser().parse(clean(markdown)))
    return Page(metadata, tuple(_Reader().blocks(root.children)))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block", "html_inline"])


class _Reader:
    """Keeps what a page counts as it goes: tables, figures, anchors, and the level of the last heading."""

    def __init__(self) -> None:
        self.tables = 0
        self.figures = 0
        self.anchors: set[str] = set()
        self.level = 1

    def blocks(self, nodes: Sequence[SyntaxTreeNode], *, outermost: bool = True) -> list[Block]:
        found: list[Block] = []
        outer: tuple[str, list[Block]] | None = None
        caption: Line = ()
        for index, node in enumerate(nodes):
            raw = node.children[0].content if node.type == "paragraph" else ""
            if outermost and raw.startswith(":::"):
                found, outer = self._language(raw[3:].strip(), found, outer)
            elif raw.startswith(CAPTION) and index + 1 < len(nodes) and nodes[index + 1].type == "table":
                caption = _without(_line(node.children[0]), CAPTION)
            elif node.type == "table":
                self.tables += 1
                found.append(replace(_table(node), caption=caption, number=self.tables))
                caption = ()
            else:
                found += self._block(node, outermost=outermost)
        return found if outer is None else self._language("", found, outer)[0]

    def _language(
        self, code: str, found: list[Block], outer: tuple[str, list[Block]] | None
    ) -> tuple[list[Block], tuple[str, list[Block]] | None]:
        if outer is not None:
            found = [*outer[1], page.InLanguage(outer[0], tuple(found))]
        return ([], (code, found)) if code in page.LANGUAGES else (found, None)

    def _block(self, node: SyntaxTreeNode, *, outermost: bool) -> Iterable[Block]:
        match node.type:
            case "heading":
                yield from self._heading(node, outermost=outermost)
            case "paragraph":
                if content := _line(node.children[0]):
                    yield page.Paragraph(content)
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                items = tuple(
                    filter(None, (tuple(self.blocks(item.children, outermost=False)) for item in node.children))
                )
                if items:
                    yield page.Listing(items, start)
            case "blockquote":
                yield self._note(node)
            case "fence" | "code_block":
                figure = self._figure(node.content) if node.info.strip() == "figure" else None
                yield figure or page.Listed(node.content.rstrip("\n"))
            case "hr":
                yield page.Rule()

    def _heading(self, node: SyntaxTreeNode, *, outermost: bool) -> Iterable[Block]:
        content = _line(node.children[0])
        if not page.words(content).strip():
            return
        if not outermost:
            yield page.Paragraph((page.Strong(content),))  # inside a list it would not be part of the outline
            return
        wanted = max(2, min(int(node.tag[1:]), DEEPEST_HEADING))
        self.level = min(wanted, self.level + 1)  # a reader who jumps from heading to heading must not miss a level
        yield page.Heading(self.level, content, self._anchor(page.words(content)))

    def _anchor(self, text: str) -> str:
        folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        base = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60] or "section"
        anchor, count = base, 1
        while anchor in self.anchors:
            count += 1
            anchor = f"{base}-{count}"
        self.anchors.add(anchor)
        return anchor

    def _note(self, node: SyntaxTreeNode) -> Block:
        kind = "quote"
        first = node.children[0] if node.children and node.children[0].type == "paragraph" else None
        if first and (mark := NOTE.match(first.children[0].content)):
            kind = mark[1].lower()
            rest = _parser().parse(first.children[0].content[mark.end() :])
            children = [*SyntaxTreeNode(rest).children, *node.children[1:]]
        else:
            children = list(node.children)
        return page.Note(kind, tuple(self.blocks(children, outermost=False)))

    def _figure(self, text: str) -> Block | None:
        try:
            chart = json.loads(text, object_hook=_cleaned)
            svg = safe_svg(chart["svg"], f"figure-{self.figures + 1}", chart["title"], chart["description"])
        except (ValueError, KeyError, TypeError):
            return None  # an author's own text in a fence that happens to be called `figure`
        self.figures += 1
        data = _data(chart) if chart.get("rows") else None
        return page.Figure(
            self.figures, chart["title"], chart["description"], svg, data, str(chart.get("attribution", ""))
        )


def _cleaned(chart: dict[str, Any]) -> dict[str, Any]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in chart.items()}


def _data(chart: dict[str, Any]) -> page.Table:
    def line(value: str) -> Line:
        return (page.Text(clean(value)),) if value else ()

    rows = [tuple(map(line, row)) for row in chart["rows"]]
    return page.Table(tuple(map(line, chart["columns"])), tuple(rows), _numeric(rows, len(chart["columns"])))


def _table(node: SyntaxTreeNode) -> page.Table:
    head = node.children[0].children[0].children
    body = node.children[1].children if len(node.children) > 1 else []
    rows = [tuple(_line(cell.children[0]) for cell in row.children) for row in body]
    styles = [str(cell.attrs.get("style", "")) for cell in head]
    numeric = _numeric(rows, len(head))
    right = tuple("right" in style or (not style and is_n) for style, is_n in zip(styles, numeric, strict=True))
    return page.Table(tuple(_line(cell.children[0]) for cell in head), tuple(rows), right)


def _numeric(rows: Sequence[tuple[Line, ...]], columns: int) -> tuple[bool, ...]:
    """Which columns hold numbers, but for a few words such as `withheld`; the first names the rows."""
    found = []
    for column in range(columns):
        values = [page.words(row[column]).strip() for row in rows]
        told = [value for value in values if value not in NOTHING]
        numbers = sum(bool(NUMERIC.match(value)) for value in told)
        found.append(column > 0 and numbers > len(told) / 2)
    return tuple(found)


def _line(node: SyntaxTreeNode) -> Line:
    return _inlines(node.children)


def _inlines(nodes: Sequence[SyntaxTreeNode]) -> Line:
    parts: list[Inline] = []
    for node in nodes:
        for part in _inline(node):
            if isinstance(part, page.Text) and parts and isinstance(parts[-1], page.Text):
                parts[-1] = page.Text(parts[-1].text + part.text)
            else:
                parts.append(part)
    return tuple(parts)


def _inline(node: SyntaxTreeNode) -> Line:
    made: Line = ()
    match node.type:
        case "softbreak":
            made = (page.Text(" "),)
        case "hardbreak":
            made = (page.Break(),)
        case "code_inline":
            made = (page.Code(node.content),)
        case "strong":
            made = (page.Strong(_inlines(node.children)),)
        case "em":
            made = (page.Emphasis(_inlines(node.children)),)
        case "link":
            made = _link(str(node.attrs.get("href", "")), _inlines(node.children))
        case "image":
            made = _inlines(node.children)  # a picture from elsewhere is not fetched: its words stay
        case _ if node.content:
            made = (page.Text(node.content),)
    return made


def _link(address: str, content: Line) -> Line:
    named = content if page.words(content).strip() else (page.Text(address),)
    return (page.Link(named, address),) if ADDRESS.match(address) else content


def _without(line: Line, prefix: str) -> Line:
    first = line[0]
    if not isinstance(first, page.Text):
        return line
    rest = first.text.removeprefix(prefix.rstrip()).lstrip()
    return ((page.Text(rest),) if rest else ()) + line[1:]
