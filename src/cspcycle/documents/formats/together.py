"""What the end of a page or a line must not part: an opening line and what it opens, a short list, `reg. 4`."""

import re
from collections.abc import Iterator, Sequence

from cspcycle.documents import page
from cspcycle.documents.page import Block

SHORT_LINE = 240  # characters of a paragraph that only leads to what follows it
SHORT_BLOCK = 700  # characters of a list or a note that stays on one page

PROVISION = re.compile(r"\b((?:s|ss|reg|regs|art|arts|para|paras|Sch|No)\.) (?=\d)")


def tied(text: str) -> str:
    """The text with no line's end between the kind of a provision and its number."""
    return PROVISION.sub("\\1\N{NO-BREAK SPACE}", text)


def with_leads(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it is an opening line that must stand on the page of the block after it."""
    after_heading = False
    for index, block in enumerate(blocks):
        leads = False
        if isinstance(block, page.Paragraph) and index + 1 < len(blocks):
            text = page.words(block.content)
            opens = after_heading or text.rstrip().endswith(":") or isinstance(blocks[index + 1], page.Listing)
            leads = opens and len(text) <= SHORT_LINE
        yield block, leads
        after_heading = isinstance(block, page.Heading)


def stays_whole(blocks: Sequence[Block]) -> bool:
    """Whether the blocks are so short that they can stand on one page."""
    return sum(map(_length, blocks)) <= SHORT_BLOCK


def _length(block: Block) -> int:
    match block:
        case page.Paragraph(content):
            return 20 + len(page.words(content))
        case page.Listing(items):
            return sum(_length(part) for item in items for part in item)
        case _:
            return SHORT_BLOCK + 1
