"""A page as a Word document: real heading styles, header rows, alternative text, language, contents, house style."""

import re
import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cspcycle.documents.catalogue import OWN
from cspcycle.documents.formats import NotWrittenError
from cspcycle.documents.house_style import WORD_DOCUMENT, HouseStyle
from cspcycle.documents.page import Metadata, Page
from cspcycle.documents.words import particulars, running_head, words_of
from cspcycle.source.diagnostic import CannotContinue

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

SUFFIX = ".docx"
KEPT_PARTS = ("styles", "numbering", "settings", "theme", "fontTable", "webSettings", "header", "footer", "footnotes")
FIRST_STYLE = re.compile(r"^(<w:p><w:pPr><w:pStyle [^>]*/>(?:<w:keepNext/>)?)")
HOUSE = OWN + WORD_DOCUMENT
LARGEST = 200 * 1024 * 1024  # bytes of the document unpacked
UNDER_COVER = (
    '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="8" w:color="{}"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="240"/>'
)
EARLIEST = (1980, 1, 1, 0, 0, 0)


def write(document: Page, house: HouseStyle) -> bytes:
    """The page as a Word document, in the styles of the partnership's own document where it has one.

    Raises: NotWrittenError when that document cannot be opened; CannotContinue when Word support is not installed.
    """
    try:
        from docx import Document as open_document  # noqa: N813, PLC0415 - a function with a class's name, slow to load
    except ImportError as error:
        raise CannotContinue("Word support is not installed", "run: pip install python-docx") from error
    file = open_document() if house.word is None else _open(house.word)
    _forget(file, ours=house.word is None)
    _fill(file, document, house)
    _describe(file, document.metadata)
    saved = BytesIO()
    file.save(saved)
    return _same_bytes(saved.getvalue())


def _open(word: bytes) -> "Document":
    from docx import Document as open_document  # noqa: N813, PLC0415 - see write

    file = None
    try:
        with zipfile.ZipFile(BytesIO(word)) as package:
            if sum(part.file_size for part in package.infolist()) <= LARGEST:
                file = open_document(BytesIO(word))
    except Exception:  # noqa: BLE001 - a broken package makes zipfile, lxml and docx raise whatever they meet first
        file = None
    if file is None or not file.sections:
        message = "the Word document of the house cannot be opened"
        raise NotWrittenError("house-document", message, "save it again as .docx in Word", HOUSE)
    return file


def _forget(file: "Document", *, ours: bool) -> None:
    """Empty the document, and take out all that could tell of another one: comments, properties, pictures of it."""
    body: Any = file.element.body
    for child in list(body)[: -1 if body.sectPr is not None else None]:
        body.remove(child)
    for relations, kept in (
        (file.part.rels, KEPT_PARTS),
        (file.part.package.rels, ("officeDocument", "core-properties")),
    ):
        for name, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] not in kept:
                del relations[name]
    settings: Any = file.settings.element
    for child in list(settings):
        if child.tag.rsplit("}", 1)[-1] in {"attachedTemplate", "rsids", "docVars", "mailMerge", "revisionView"}:
            settings.remove(child)
    if ours:
        _set_margins(file.sections[0])


def _set_margins(section: "Section") -> None:
    from docx.shared import Mm  # noqa: PLC0415 - loaded with the rest of docx

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.footer_distance = Mm(10)


def _turn(section: "Section") -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - loaded with the rest of docx

    sides = sorted(side for side in (section.page_width, section.page_height) if side is not None)
    section.orientation, section.page_height, section.page_width = WD_ORIENT.LANDSCAPE, sides[0], sides[-1]


def _fill(file: "Document", document: Page, house: HouseStyle) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - see write
    from docx.shared import Emu  # noqa: PLC0415

    from cspcycle.documents.formats.wordprocessing.body import Body  # noqa: PLC0415
    from cspcycle.documents.formats.wordprocessing.styles import style_ids  # noqa: PLC0415
    from cspcycle.documents.formats.wordprocessing.xml import rooted, run  # noqa: PLC0415

    metadata = document.metadata
    styles = style_ids(file, house.accent, ours=house.word is None)
    section = file.sections[-1]
    if metadata.is_landscape:
        _turn(section)
    across = (section.page_width or Emu(0)) - (section.left_margin or Emu(0)) - (section.right_margin or Emu(0))
    words = words_of(metadata.language)
    body = Body(file, styles, words, tuple(document.walk()), accent=house.accent, width=across // 635)
    text = body.paragraph("Title", run(metadata.title))
    lines = particulars(metadata)
    for index, (name, value) in enumerate(lines, start=1):
        under = UNDER_COVER.format(body.accent) if index == len(lines) else ""
        text += body.paragraph("Particulars", run(name) + "<w:r><w:tab/></w:r>" + run(value, "<w:b/>"), under)
    blocks = body.blocks(document.blocks)
    if contents := document.contents:
        text += body.contents(contents)
        blocks = FIRST_STYLE.sub(r"\1<w:pageBreakBefore/>", blocks, count=1)
    text += blocks
    _edges(section, body, metadata)
    # parsed in one piece: moving thousands of elements from one tree to another takes lxml seconds
    whole = f"<w:body>{text}{section._sectPr.xml}</w:body>"  # noqa: SLF001 - docx shows no other way
    file.part._element = parse_xml(rooted("w:document", whole))  # noqa: SLF001


def _edges(section: "Section", body: Any, metadata: Metadata) -> None:
    """The marking and DRAFT at the top of every page; the title and the page number at the foot of our own."""
    from docx.oxml import parse_xml  # noqa: PLC0415

    from cspcycle.documents.formats.wordprocessing.xml import field, rooted, run  # noqa: PLC0415

    def put(edge: Any, style: str, content: str) -> None:
        edge.is_linked_to_previous = False
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{body.width}"/></w:tabs>' if style == "Footer" else ""
        paragraph = body.paragraph(style, content, tab)
        edge._element.insert(0, parse_xml(rooted("w:body", paragraph))[0])  # noqa: SLF001 - docx shows no other way

    has_own_foot = not section.footer.is_linked_to_previous
    headers = [section.header, *([section.first_page_header] if section.different_first_page_header_footer else [])]
    for header in headers:
        if text := running_head(metadata):
            put(header, "Header", run(text))
    if not has_own_foot:
        page_of = f"<w:r><w:tab/></w:r>{run(body.words['page'] + ' ')}{field('PAGE', '1')}"
        whole = f"{run(' ' + body.words['of'] + ' ')}{field('NUMPAGES', '1')}"
        put(section.footer, "Footer", run(metadata.title) + page_of + whole)


def _describe(file: "Document", metadata: Metadata) -> None:
    """Title, author and language; the dates are the document's own, never the clock's."""
    properties = file.core_properties
    day = datetime.combine(metadata.dated_on, time(), UTC)
    properties.title, properties.author = metadata.title[:255], metadata.partnership[:255]
    properties.last_modified_by, properties.language = metadata.partnership[:255], metadata.language
    properties.content_status, properties.version = metadata.status, metadata.version[:255]
    properties.category = properties.comments = properties.identifier = properties.keywords = properties.subject = ""
    properties.revision = 1
    properties.created = properties.modified = properties.last_printed = day
    _set_language(file, {"cy": "cy-GB"}.get(metadata.language, metadata.language))


def _set_language(file: "Document", language: str) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    from cspcycle.documents.formats.wordprocessing.xml import rooted  # noqa: PLC0415

    root: Any = file.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(rooted("w:docDefaults", "<w:rPrDefault><w:rPr/></w:rPrDefault>"))
        root.insert(0, defaults)
    for style in root.iter(qn("w:lang")):
        style.set(qn("w:val"), language)
    for run in defaults.iter(qn("w:rPr")):
        if run.find(qn("w:lang")) is None:
            run.append(parse_xml(rooted(f'w:lang w:val="{language}"', "")))


def _same_bytes(data: bytes) -> bytes:
    """The same package with no time of writing in it."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            copy.writestr(entry, package.read(name))
    return made.getvalue()
