"""A page as one self-contained HTML file: landmarks, a skip link, captions, no script, nothing fetched."""

import html
from collections.abc import Iterator, Mapping

from cspcycle.documents import page
from cspcycle.documents.formats.widths import SHORT, has_many_columns, lengths
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Block, Line, Metadata, Page
from cspcycle.documents.words import particulars, running_head, words_of

SUFFIX = ".html"


def write(document: Page, house: HouseStyle) -> bytes:
    """The page as a file that needs no other."""
    return "\n".join(_document(document, house)).encode() + b"\n"


def _document(document: Page, house: HouseStyle) -> Iterator[str]:
    metadata = document.metadata
    words = words_of(metadata.language)
    writer = _Writer(words)
    title = _text(f"{metadata.title} – {metadata.partnership}")
    marking = [f'<p class="marking">{_text(metadata.marking)}</p>'] if metadata.marking else []
    yield "<!doctype html>"
    yield f'<html lang="{metadata.language}">'
    yield '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{house.css.strip()}\n{_printed(metadata)}</style>\n</head>\n<body>"
    yield f'<a class="skip" href="#document">{words["skip"]}</a>'
    yield "<header>"
    yield from marking
    yield f'<h1>{_text(metadata.title)}</h1>\n<dl class="particulars">'
    draft = "" if metadata.is_final else words["draft"]
    for name, value in particulars(metadata):
        shown = f'<span class="draft">{value}</span>' if value == draft else _text(value)
        yield f"<dt>{_text(name)}</dt><dd>{shown}</dd>"
    yield "</dl>\n</header>"
    if contents := document.contents:
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{words["contents"]}</h2>\n<ol>'
        for heading in contents:
            kind = "" if heading.level == 2 else ' class="deeper"'
            yield f'<li{kind}><a href="#s-{heading.anchor}">{_text(page.words(heading.content))}</a></li>'
        yield "</ol>\n</nav>"
    yield '<main id="document" tabindex="-1">'
    yield from map(writer.block, document.blocks)
    yield "</main>\n<footer>"
    yield f"<p>{title}</p>"
    yield from marking
    yield "</footer>\n</body>\n</html>"


def _printed(metadata: Metadata) -> str:
    """The paper, and the line at the top of every printed page."""
    text = running_head(metadata)
    wide = "@page { size: A4 landscape; }\nbody > * { --measure: 75rem; }\n" if metadata.is_landscape else ""
    safe = "".join(char if char.isalnum() or char in " -–" else f"\\{ord(char):x} " for char in text)
    return wide + f'@page {{ @top-center {{ content: "{safe}"; font: bold 9pt Arial, sans-serif; }} }}\n'


class _Writer:
    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def block(self, block: Block) -> str:
        text = "<hr>"
        match block:
            case page.Heading(level, content, anchor):
                text = f'<h{level} id="s-{anchor}">{_line(content)}</h{level}>'
            case page.Paragraph(content):
                text = f"<p>{_line(content)}</p>"
            case page.Listing(items, start):
                tag = "ul" if start is None else "ol"
                first = f' start="{start}"' if start not in {None, 1} else ""
                inner = "\n".join(f"<li>{self.item(item)}</li>" for item in items)
                text = f"<{tag}{first}>\n{inner}\n</{tag}>"
            case page.Table():
                text = self.table(block, f"table-{block.number}", self.caption(block))
            case page.Figure():
                text = self.figure(block)
            case page.Note("quote", blocks):
                text = f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case page.Note(kind, blocks):
                text = (
                    f'<div class="note {kind}">\n<p class="kind">{self.words[kind]}</p>\n{self.blocks(blocks)}\n</div>'
                )
            case page.Listed(listed):
                text = f"<pre>{_text(listed)}</pre>"
            case page.InLanguage(language, blocks):
                text = f'<div lang="{language}">\n{self.blocks(blocks)}\n</div>'
        return text

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(map(self.block, blocks))

    def item(self, item: tuple[Block, ...]) -> str:
        first, *rest = item
        if isinstance(first, page.Paragraph) and all(isinstance(block, page.Listing) for block in rest):
            return "\n".join([_line(first.content), *map(self.block, rest)])
        return self.blocks(item)

    def caption(self, table: page.Table) -> str:
        label = f"{self.words['table']} {table.number}"
        return f"{label}: {_line(table.caption)}" if table.caption else label

    def figure(self, figure: page.Figure) -> str:
        name = f"{self.words['figure']} {figure.number}"
        table = ""
        if figure.data:
            caption = f"{name} {self.words['as_table']}"
            table = "\n" + self.table(figure.data, f"figure-{figure.number}-table", caption)
        source = f'\n<p class="source">{_text(figure.attribution)}</p>' if figure.attribution else ""
        return (
            f"<figure>\n<figcaption>{name}: {_text(figure.title)}</figcaption>\n"
            f'<div class="scroll picture" role="group" tabindex="0" aria-label="{name}">\n{figure.svg}\n</div>'
            f"{table}{source}\n</figure>"
        )

    def table(self, table: page.Table, anchor: str, caption: str) -> str:
        # a wide table scrolls in its own box, which the keyboard must be able to reach and which needs a name
        columns = [
            ' class="number"' if right else ' class="short"' if length <= SHORT else ""
            for right, length in zip(table.to_the_right, lengths(table), strict=True)
        ]
        head = "".join(
            f'<th scope="col"{kind}>{_line(cell)}</th>' if page.words(cell).strip() else "<td></td>"
            for cell, kind in zip(table.head, columns, strict=True)
        )
        kind = ' class="many"' if has_many_columns(table) else ""
        body = "\n".join(f"<tr>{_row(row, columns)}</tr>" for row in table.rows)
        return (
            f'<div class="scroll" role="group" tabindex="0" aria-labelledby="{anchor}">\n<table{kind}>\n'
            f'<caption id="{anchor}">{caption}</caption>\n<thead><tr>{head}</tr></thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table>\n</div>"
        )


def _row(row: tuple[Line, ...], columns: list[str]) -> str:
    first = f'<th scope="row">{_line(row[0])}</th>' if page.words(row[0]).strip() else "<td></td>"
    rest = zip(row[1:], columns[1:], strict=True)
    return first + "".join(f"<td{kind}>{_line(cell)}</td>" for cell, kind in rest)


def _line(content: Line) -> str:
    return "".join(map(_inline, content))


def _inline(part: page.Inline) -> str:
    text = "<br>"
    match part:
        case page.Text(plain):
            text = _text(plain)
        case page.Code(code):
            text = f"<code>{_text(code)}</code>"
        case page.Strong(content):
            text = f"<strong>{_line(content)}</strong>"
        case page.Emphasis(content):
            text = f"<em>{_line(content)}</em>"
        case page.Link(content, address):
            target = f"#s-{address[1:]}" if address.startswith("#") else address
            text = f'<a href="{_text(target)}">{_line(content)}</a>'
    return text


def _text(text: str) -> str:
    return html.escape(text)
