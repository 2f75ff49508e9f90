"""A document as a tree of headings, paragraphs, lists, tables and figures; it knows no format and no template."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspcycle.documents.text import one_line


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    content: "Line"


@dataclass(frozen=True, slots=True)
class Emphasis:
    content: "Line"


@dataclass(frozen=True, slots=True)
class Link:
    content: "Line"
    address: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Text | Code | Strong | Emphasis | Link | Break
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6 (the title of the document is the one of level 1), with a unique anchor."""

    level: int
    content: Line
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted list, or a numbered one with the number it starts from."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; the first cell of each further row names the row."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    to_the_right: tuple[bool, ...]
    caption: Line = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, in words as well, the figures that it shows as a table, and where they come from."""

    number: int
    title: str
    description: str
    svg: str
    data: Table | None
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something set apart: `note`, `warning`, `restricted`, or somebody's words (`quote`)."""

    kind: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listed:
    """Text whose line ends and spaces stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A part in another language than the document's."""

    language: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, between parts."""


Block = Heading | Paragraph | Listing | Table | Figure | Note | Listed | InLanguage | Rule

LANGUAGES = ("en-GB", "cy")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; nothing else may reach the properties of a file."""

    title: str
    partnership: str
    dated_on: date
    language: str = "en-GB"
    is_final: bool = False
    version: str = ""
    marking: str = ""
    particulars: tuple[tuple[str, str], ...] = ()
    is_landscape: bool = False

    def __post_init__(self) -> None:
        for name in ("title", "partnership", "version", "marking"):
            object.__setattr__(self, name, one_line(getattr(self, name)))
        lines = tuple((one_line(name), one_line(value)) for name, value in self.particulars)
        object.__setattr__(self, "particulars", lines)

    @property
    def status(self) -> str:
        """`DRAFT` until the partnership says that it is final."""
        return "Final" if self.is_final else "DRAFT"


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document, ready for any format."""

    metadata: Metadata
    blocks: tuple[Block, ...]

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings for a list of contents; none when the document is short enough to see at a glance."""
        headings = tuple(block for block in self.blocks if isinstance(block, Heading) and block.level <= 3)
        return headings if sum(heading.level == 2 for heading in headings) >= 4 else ()

    def walk(self) -> Iterator[Block]:
        """Every block, and the blocks inside it."""
        yield from _walk(self.blocks)


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Note | InLanguage):
            yield from _walk(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _walk(item)
        elif isinstance(block, Figure) and block.data:
            yield block.data


def words(line: Line) -> str:
    """The line without its emphasis and links."""
    parts = []
    for part in line:
        match part:
            case Text(text) | Code(text):
                parts.append(text)
            case Break():
                parts.append(" ")
            case Strong(content) | Emphasis(content) | Link(content):
                parts.append(words(content))
    return "".join(parts)
