"""The styles of Word documents: ours in a plain document, only those that are missing in a partnership's own."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from cspcycle.documents.formats.wordprocessing.xml import rooted

FONT = "Arial"  # on every desk; Liberation Sans, which the PDF has, is as wide
INK = "1A1A1A"
QUIET = "4D5358"


def style_ids(document: Document, accent: str, *, ours: bool) -> dict[str, str]:
    """The id of each style that the body uses, by its English name; what is missing has been added."""
    present = {str(style.name).lower(): style for style in document.styles}
    root: Any = document.styles.element
    for name, definition in _definitions(accent.removeprefix("#")).items():
        old = present.get(name.lower())
        if old is not None and not ours:
            continue
        if old is not None:
            root.remove(old.element)
        root.append(parse_xml(_style(name, *definition)))
    return {
        str(style.name).lower(): style.style_id
        for style in document.styles
        if style.type in {WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER}
    }


def _style(name: str, paragraph: str, characters: str) -> str:
    kind = "character" if name == "Hyperlink" else "paragraph"
    attributes = f'w:type="{kind}" w:styleId="{name.replace(" ", "")}"' + (' w:default="1"' if name == "Normal" else "")
    based = "" if name in {"Normal", "Hyperlink"} else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if name.startswith(("Heading", "Title", "Caption")) else ""
    properties = f"<w:pPr>{paragraph}</w:pPr>" if kind == "paragraph" else ""
    inner = f'<w:name w:val="{_stored(name)}"/>{based}{following}<w:qFormat/>{properties}<w:rPr>{characters}</w:rPr>'
    return rooted(f"w:style {attributes}", inner)


def _stored(name: str) -> str:
    return name[0].lower() + name[1:] if name.startswith(("Heading", "Caption", "Header", "Footer")) else name


def _definitions(accent: str) -> dict[str, tuple[str, str]]:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    found = {
        "Normal": (_spacing(0, 130, 264), f"{fonts}{_ink(INK)}{_size(11)}"),
        "Title": (_spacing(0, 200), f"{fonts}<w:b/>{_ink(accent)}{_size(25)}"),
        "Caption": ("<w:keepNext/>" + _spacing(200, 80), f"<w:b/>{_ink(INK)}{_size(10)}"),
        "Contents heading": ("<w:keepNext/>" + _spacing(320, 120), f"<w:b/>{_ink(accent)}{_size(15)}"),
        "TOC 1": (_spacing(0, 60), _size(11)),
        "TOC 2": (_spacing(0, 60) + '<w:ind w:left="360"/>', _size(11)),
        "Particulars": ('<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>' + _spacing(0, 40) + _hanging(2000), ""),
        "List Bullet": (_spacing(0, 40, 264), ""),
        "List Number": (_spacing(0, 40, 264), ""),
        "List Continue": (_spacing(0, 40, 264), ""),
        "Quote": (_spacing(60, 140) + '<w:ind w:left="360" w:right="360"/>', "<w:i/>"),
        "Note": (_edge(accent) + _shade() + _spacing(0, 0, 276) + '<w:ind w:left="170"/>', ""),
        "Restricted note": (_box() + _shade() + _spacing(0, 0, 276) + '<w:ind w:left="170" w:right="170"/>', ""),
        "Listing": (_shade() + _spacing(60, 140), '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>' + _size(9.5)),
        "Table text": (_spacing(50, 50, 252), _size(9.5)),
        "Table heading": ("<w:keepNext/>" + _spacing(50, 50), f"<w:b/>{_size(9.5)}"),
        "Source note": (_spacing(0, 140), f"{_ink(QUIET)}{_size(9)}"),
        "Small table text": (_spacing(40, 40), _size(7.5)),
        "Small table heading": ("<w:keepNext/>" + _spacing(40, 40), f"<w:b/>{_size(7.5)}"),
        "Header": ('<w:jc w:val="center"/>', f"<w:b/>{_size(9)}"),
        "Footer": ("", f"{_ink(QUIET)}{_size(9)}"),
        "Hyperlink": ("", f'{_ink(accent)}<w:u w:val="single"/>'),
    }
    for level, size in enumerate((15.5, 13, 11.5, 11, 11), start=1):
        colour = accent if level <= 2 else INK
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        before = "<w:keepNext/><w:keepLines/>" + _spacing(300 if level == 1 else 240, 100)
        found[f"Heading {level}"] = (before + outline, f"{fonts}<w:b/>{_ink(colour)}{_size(size)}")
    return found


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _hanging(twips: int) -> str:
    return f'<w:ind w:left="{twips}" w:hanging="{twips}"/>'


def _ink(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _edge(colour: str) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/></w:pBdr>'


def _box() -> str:
    sides = ("top", "left", "bottom", "right")
    return (
        "<w:pBdr>"
        + "".join(f'<w:{side} w:val="single" w:sz="12" w:space="6" w:color="{INK}"/>' for side in sides)
        + "</w:pBdr>"
    )


def _shade() -> str:
    return '<w:shd w:val="clear" w:color="auto" w:fill="F2F5F7"/>'
