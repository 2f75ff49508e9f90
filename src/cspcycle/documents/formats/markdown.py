"""A page as Markdown that reads well as it is: aligned tables, one line a paragraph."""

import re
from collections.abc import Mapping

from cspcycle.documents import page
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Block, Line, Page
from cspcycle.documents.words import particulars, words_of

SUFFIX = ".md"
SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|!(?=\[)")
LINE_START = re.compile(r"^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|>|=+(?=\s*$)|-+(?=\s*$)|~~~|[:|])", re.MULTILINE)
NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)
CLOSING = re.compile(r"#+\s*$")  # a heading's last number signs would be taken for decoration
CAPTION = re.compile(r"^Table(?=:)")


def write(document: Page, house: HouseStyle) -> bytes:  # noqa: ARG001 - every format takes the same
    """The page as UTF-8 text."""
    metadata = document.metadata
    cover = [f"# {_text(metadata.title)}", "\n".join(f"- {_text(a)}: {_text(b)}" for a, b in particulars(metadata))]
    marking = [f"**{_text(metadata.marking)}**"] if metadata.marking else []
    writer = _Writer(words_of(metadata.language))
    return "\n\n".join([*marking, *cover, *map(writer.block, document.blocks)]).encode() + b"\n"


class _Writer:
    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def block(self, block: Block) -> str:
        text = ""
        match block:
            case page.Heading(level, content):
                text = f"{'#' * level} {CLOSING.sub(_with_backslash, _line(content))}"
            case page.Paragraph(content):
                text = _paragraph(content)
            case page.Listing():
                text = self.listing(block)
            case page.Table():
                text = self.titled(self.words["table"], block.number, _line(block.caption), _table(block))
            case page.Figure(number, title, description, _, data, attribution):
                parts = (_text(description), _table(data) if data else "", _text(attribution))
                rest = [part for part in parts if part]
                text = self.titled(self.words["figure"], number, _text(title), "\n\n".join(rest))
            case page.Note(kind, blocks):
                first = [] if kind == "quote" else [f"**{self.words[kind]}**"]
                text = "\n\n".join([*first, *map(self.block, blocks)])
                text = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case page.Listed(listed):
                fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", listed))])
                text = f"{fence}\n{listed}\n{fence}"
            case page.InLanguage(_, blocks):
                text = "\n\n".join(map(self.block, blocks))
            case page.Rule():
                text = "* * *"
        return text

    def titled(self, kind: str, number: int, title: str, rest: str) -> str:
        return f"**{kind} {number}: {title}**\n\n{rest}" if title else rest

    def listing(self, block: page.Listing) -> str:
        items = []
        for index, item in enumerate(block.items):
            mark = "- " if block.start is None else f"{block.start + index}. "
            tight = len(item) == 1 or (len(item) == 2 and isinstance(item[1], page.Listing))
            text = ("\n" if tight else "\n\n").join(map(self.block, item))
            items.append(mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text))
        return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _table(table: page.Table) -> str:
    rows = [[_line(cell).replace("\\\n", " ").replace("|", "\\|") for cell in row] for row in (table.head, *table.rows)]
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(len(table.head))]
    layout = list(zip(widths, table.to_the_right, strict=True))
    rows.insert(1, ["-" * (width - 1) + ":" if right else "-" * width for width, right in layout])
    return "\n".join(
        "| "
        + " | ".join(
            cell.rjust(width) if right else cell.ljust(width) for cell, (width, right) in zip(row, layout, strict=True)
        )
        + " |"
        for row in rows
    )


def _paragraph(content: Line) -> str:
    text = NUMBERED.sub(r"\1\\", LINE_START.sub(_with_backslash, _line(content).lstrip()))
    return CAPTION.sub(r"Table\\", text)


def _line(content: Line) -> str:
    return "".join(map(_inline, content))


def _inline(part: page.Inline) -> str:
    text = "\\\n"
    match part:
        case page.Text(plain):
            text = _text(plain)
        case page.Code(code):
            fence = "`" * max([1, *(len(run) + 1 for run in re.findall("`+", code))])
            space = " " if code.startswith("`") or code.endswith("`") else ""
            text = f"{fence}{space}{code}{space}{fence}"
        case page.Strong(content):
            text = f"**{_line(content)}**"
        case page.Emphasis(content):
            text = f"*{_line(content)}*"
        case page.Link(content, address):
            text = f"[{_line(content)}](<{address}>)"
    return text


def _text(text: str) -> str:
    return SPECIAL.sub(_with_backslash, text)


def _with_backslash(mark: re.Match[str]) -> str:
    return "\\" + mark[0]
