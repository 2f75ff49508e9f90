"""The body of a Word document: page blocks to WordprocessingML."""

from collections.abc import Iterable, Mapping, Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from cspcycle.documents import page
from cspcycle.documents.formats.together import stays_whole, tied, with_leads
from cspcycle.documents.formats.widths import Alike, has_many_columns
from cspcycle.documents.formats.wordprocessing.numbering import INDENT, LEVELS, Lists
from cspcycle.documents.formats.wordprocessing.pictures import drawing
from cspcycle.documents.formats.wordprocessing.xml import field, paragraph, run, safe
from cspcycle.documents.page import Block, Line

BREAK = "<w:r><w:br/></w:r>"
KEEP = "<w:keepNext/>"  # on the page of what follows
TO_THE_RIGHT = '<w:ind w:right="100"/><w:jc w:val="right"/>'
CHARACTER = 104  # twentieths of a point that a letter takes in a table
SMALL_CHARACTER = 82
SHORT_TABLE = 8  # rows that stay together on one page
THIN = "B1B7BC"
CELL_MARGINS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'


class Body:
    """Writes blocks; keeps the lists, pictures, bookmarks and links of one document."""

    def __init__(
        self,
        document: Document,
        styles: Mapping[str, str],
        words: Mapping[str, str],
        blocks: Sequence[Block],
        *,
        accent: str,
        width: int,
    ) -> None:
        self.document = document
        self.styles = styles
        self.words = words
        self.accent = accent.removeprefix("#")
        self.width = width  # twentieths of a point between the margins
        self.lists = Lists(document)
        self.pictures = 0
        headings = (block for block in blocks if isinstance(block, page.Heading))
        self.bookmarks = {heading.anchor: f"s{index}" for index, heading in enumerate(headings, start=1)}
        self.alike = Alike(block for block in blocks if isinstance(block, page.Table))
        self.language = ""

    def blocks(self, blocks: Sequence[Block], style: str = "Normal") -> str:
        return "".join(self.block(block, style, KEEP if leads else "") for block, leads in with_leads(blocks))

    def block(self, block: Block, style: str, keep: str = "") -> str:
        made = paragraph(self.styles["normal"], "", '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>')
        match block:
            case page.Heading():
                made = self.heading(block)
            case page.Paragraph(content):
                made = self.paragraph(style, self.line(content), keep)
            case page.Listing():
                made = self.listing(block, 0)
            case page.Table(_, _, _, caption, number):
                label = self.label("table", "Table", number)
                above = self.paragraph("Caption", label + run(": ") + self.line(caption)) if caption else ""
                made = above + self.table(block, page.words(caption) or f"{self.words['table']} {number}")
            case page.Figure():
                made = self.figure(block)
            case page.Note("quote", blocks):
                made = self.blocks(blocks, "Quote")
            case page.Note(kind, blocks):
                manner = "Restricted note" if kind == "restricted" else "Note"
                title = self.paragraph(manner, run(self.words[kind], "<w:b/>"), KEEP)
                made = title + self.blocks(blocks, manner) + self.gap()
            case page.Listed(text):
                lines = BREAK.join(run(line) for line in text.split("\n"))
                made = self.paragraph("Listing", lines)
            case page.InLanguage(language, blocks):
                self.language = {"cy": "cy-GB"}.get(language, language)
                made = self.blocks(blocks, style)
                self.language = ""
        return made

    def paragraph(self, style: str, content: str, more: str = "") -> str:
        return paragraph(self.styles[style.lower()], content, more)

    def gap(self) -> str:
        return self.paragraph("Normal", "", '<w:spacing w:before="0" w:after="80" w:line="120" w:lineRule="exact"/>')

    def label(self, word: str, sequence: str, number: int) -> str:
        return run(self.words[word] + " ") + field(f"SEQ {sequence} \\* ARABIC", str(number))

    def heading(self, heading: page.Heading) -> str:
        name = self.bookmarks[heading.anchor]
        number = name.removeprefix("s")
        content = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{self.line(heading.content)}'
        return self.paragraph(f"Heading {heading.level - 1}", f'{content}<w:bookmarkEnd w:id="{number}"/>')

    def listing(self, listing: page.Listing, level: int) -> str:
        number = self.lists.bullets if listing.start is None else self.lists.numbered(listing.start)
        style = "List Bullet" if listing.start is None else "List Number"
        depth = min(level, LEVELS - 1)
        mark = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        made = []
        is_whole = stays_whole((listing,))
        for place, item in enumerate(listing.items, start=1):
            keep = KEEP if is_whole and place < len(listing.items) else ""
            marked = False
            for block in item:
                if isinstance(block, page.Listing):
                    made.append(self.listing(block, level + 1))
                elif isinstance(block, page.Paragraph) and not marked:
                    made.append(self.paragraph(style, self.line(block.content), keep + mark))
                    marked = True
                elif isinstance(block, page.Paragraph):
                    indent = f'<w:ind w:left="{INDENT * (depth + 1)}"/>'
                    made.append(self.paragraph("List Continue", self.line(block.content), keep + indent))
                else:
                    made.append(self.block(block, "List Continue"))
        return "".join(made) + (self.gap() if level == 0 else "")

    def figure(self, figure: page.Figure) -> str:
        self.pictures += 1
        label = self.label("figure", "Figure", figure.number)
        title = self.paragraph("Caption", label + run(f": {figure.title}"))
        picture = drawing(self.document, figure, self.pictures, self.width)
        name = f"{self.words['figure']} {figure.number} {self.words['as_table']}"
        table = ""
        if figure.data:
            table = self.paragraph("Caption", run(name)) + self.table(figure.data, name)
        source = self.paragraph("Source note", run(figure.attribution)) if figure.attribution else ""
        return title + self.paragraph("Normal", picture, KEEP if table else "") + table + source

    def table(self, table: page.Table, title: str) -> str:
        columns = self.columns(table)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        is_short = len(table.rows) <= SHORT_TABLE
        head = self.row(table.head, table, columns, header=True, keep=True)
        rows = "".join(
            self.row(row, table, columns, header=False, keep=is_short and number < len(table.rows))
            for number, row in enumerate(table.rows, start=1)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{CELL_MARGINS}'
            '<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1"'
            f' w:noVBand="1"/><w:tblCaption w:val="{safe(title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{head}{rows}</w:tbl>{self.gap()}"
        )

    def columns(self, table: page.Table) -> tuple[int, ...]:
        """Widths in twentieths of a point that fill the width between the margins."""
        character = SMALL_CHARACTER if has_many_columns(table) else CHARACTER
        found = self.alike.widths(table, self.width // character)
        exact = [width * self.width // sum(found) for width in found]
        return (*exact[:-1], self.width - sum(exact[:-1]))

    def row(
        self, cells: tuple[Line, ...], table: page.Table, columns: tuple[int, ...], *, header: bool, keep: bool
    ) -> str:
        """A row that no page break divides; with `keep` it stands on the page of the row after it."""
        properties = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
        style = ("Small table " if has_many_columns(table) else "Table ") + ("heading" if header else "text")
        size, colour = (12, self.accent) if header else (4, THIN)
        edge = f'<w:tcBorders><w:bottom w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/></w:tcBorders>'
        made = []
        for cell, width, right in zip(cells, columns, table.to_the_right, strict=True):
            side = (KEEP if keep else "") + (TO_THE_RIGHT if right else "")
            content = self.paragraph(style, self.line(cell), side)
            made.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}</w:tcPr>{content}</w:tc>')
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"

    def line(self, content: Line, *manner: str) -> str:
        return "".join(self.inline(part, manner) for part in content)

    def inline(self, part: page.Inline, manner: tuple[str, ...]) -> str:
        made = BREAK
        match part:
            case page.Text(text):
                made = run(tied(text), self.properties(manner))
            case page.Code(text):
                made = run(text, self.properties((*manner, "code")))
            case page.Strong(content):
                made = self.line(content, *manner, "strong")
            case page.Emphasis(content):
                made = self.line(content, *manner, "emphasis")
            case page.Link(content, address):
                made = self.link(content, address, manner)
        return made

    def properties(self, manner: tuple[str, ...]) -> str:
        """What the manners and the language of a run ask for, in the order that the format prescribes."""
        wanted = {
            "link": f'<w:rStyle w:val="{self.styles["hyperlink"]}"/>',
            "code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>',
            "strong": "<w:b/>",
            "emphasis": "<w:i/>",
        }
        language = f'<w:lang w:val="{self.language}"/>' if self.language else ""
        return "".join(xml for name, xml in wanted.items() if name in manner) + language

    def link(self, content: Line, address: str, manner: tuple[str, ...]) -> str:
        if address.startswith("#") and address[1:] not in self.bookmarks:
            return self.line(content, *manner)
        inner = self.line(content, *manner, "link")
        if address.startswith("#"):
            return f'<w:hyperlink w:anchor="{self.bookmarks[address[1:]]}">{inner}</w:hyperlink>'
        target = self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{target}">{inner}</w:hyperlink>'

    def contents(self, headings: Iterable[page.Heading]) -> str:
        """A table of contents that Word can bring up to date, filled with links already."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z'
            ' \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries = list(headings)
        made = [self.paragraph("Contents heading", run(self.words["contents"]))]
        for index, heading in enumerate(entries):
            anchor = self.bookmarks[heading.anchor]
            link = f'<w:hyperlink w:anchor="{anchor}">{run(page.words(heading.content))}</w:hyperlink>'
            whole = (begin if index == 0 else "") + link + (end if index + 1 == len(entries) else "")
            made.append(self.paragraph(f"TOC {heading.level - 1}", whole))
        return "".join(made)
