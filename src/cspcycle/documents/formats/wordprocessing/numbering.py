"""Bulleted and numbered lists in Word: two designs, and a numbered list of its own for each that counts."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from cspcycle.documents.formats.wordprocessing.xml import rooted

LEVELS = 9
BULLETS = ("•", "–", "▪")
INDENT = 360


class Lists:
    """Hands out the numbers by which paragraphs say which list they belong to."""

    def __init__(self, document: Document) -> None:
        self._root: Any = _numbering(document)
        self._last = _largest(self._root, "w:num", "w:numId")
        design = _largest(self._root, "w:abstractNum", "w:abstractNumId") + 1
        self._numbered = design + 1
        for number, levels in ((design, _bullet_levels()), (design + 1, _number_levels())):
            inner = f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}'
            element = parse_xml(rooted(f'w:abstractNum w:abstractNumId="{number}"', inner))
            first = self._root.find(qn("w:num"))  # the designs must stand before the lists that use them
            self._root.insert(len(self._root) if first is None else self._root.index(first), element)
        self.bullets = self._add(design, "")

    def numbered(self, start: int) -> int:
        """A new list that counts from `start`."""
        again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._add(self._numbered, again)

    def _add(self, design: int, more: str) -> int:
        self._last += 1
        inner = f'<w:abstractNumId w:val="{design}"/>{more}'
        self._root.append(parse_xml(rooted(f'w:num w:numId="{self._last}"', inner)))
        return self._last


def _numbering(document: Document) -> Any:
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        name, package = PackURI("/word/numbering.xml"), document.part.package
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, rooted("w:numbering", "").encode(), package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element


def _largest(root: Any, tag: str, name: str) -> int:
    return max((int(element.get(qn(name))) for element in root.findall(qn(tag))), default=0)


def _bullet_levels() -> str:
    return "".join(_level(level, "bullet", BULLETS[level % len(BULLETS)]) for level in range(LEVELS))


def _number_levels() -> str:
    kinds = ("decimal", "lowerLetter", "lowerRoman")
    return "".join(_level(level, kinds[level % 3], f"%{level + 1}.") for level in range(LEVELS))


def _level(level: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )
