"""The look of documents: the style sheet of HTML, the colour of all formats, a partnership's own Word document."""

import re
from dataclasses import dataclass
from pathlib import Path

from cspcycle.documents.catalogue import OWN, RefusedError, read_template, shipped_folder
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

STYLE_SHEET = "house.css"
WORD_DOCUMENT = "house.docx"
LARGEST = 20 * 1024 * 1024
ACCENT_COLOUR = "#1d4f6e"
OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!data:)|expression\(|</", re.IGNORECASE)
ACCENT = re.compile(r"--accent:\s*(#[0-9a-fA-F]{6})\b")
LEGIBLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text and ground


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The style sheet with its accent colour, and the Word document whose styles are taken over."""

    css: str
    accent: str = ACCENT_COLOUR
    word: bytes | None = None


def read_house_style(own: Path | None = None) -> tuple[HouseStyle, tuple[Diagnostic, ...]]:
    """The partnership's look where it has one, the shipped look elsewhere; and what is wrong with theirs."""
    shipped = (shipped_folder() / STYLE_SHEET).read_text(encoding="utf-8")
    look = HouseStyle(shipped, _accent(shipped) or ACCENT_COLOUR)
    if own is None:
        return look, ()
    found: list[Diagnostic] = []
    css = _own_css(own, found)
    accent = _accent(css) or look.accent
    if contrast(accent) < LEGIBLE:
        line = _line(css, css.find("--accent"))
        message = f"the accent colour {accent} is too pale to be read on white ({contrast(accent):.1f} to 1)"
        found.append(_finding(STYLE_SHEET, line, message, f"choose a darker one, at least {LEGIBLE} to 1"))
        accent = look.accent
    return HouseStyle(shipped + css, accent, _own_word(own, found)), tuple(found)


def _own_css(own: Path, found: list[Diagnostic]) -> str:
    try:
        css = read_template(own, STYLE_SHEET) or ""
    except RefusedError as error:
        found.append(_finding(STYLE_SHEET, 1, f"the style sheet {error}", "put an ordinary style sheet here"))
        return ""
    if outside := OUTSIDE.search(css):
        message = f"the style sheet has `{outside[0]}`: a document must be complete in itself"
        found.append(_finding(STYLE_SHEET, _line(css, outside.start()), message, "write the style here"))
        return ""
    return css


def _own_word(own: Path, found: list[Diagnostic]) -> bytes | None:
    path = own / WORD_DOCUMENT
    try:
        if own.is_symlink() or path.is_symlink() or not path.is_file():
            return None
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        fix = "ask whoever owns it to let you read it"
        found.append(_finding(WORD_DOCUMENT, 1, "the Word document cannot be opened", fix))
        return None
    if data is None:
        found.append(_finding(WORD_DOCUMENT, 1, "the Word document is larger than 20 MB", "take its pictures out"))
    return data


def _accent(css: str) -> str:
    colours = ACCENT.findall(css)
    return str(colours[-1]) if colours else ""


def contrast(colour: str) -> float:
    """The contrast of a colour `#rrggbb` with white, from 1 to 21. Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _finding(file: str, line: int, message: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(OWN + file, line), "template/house-style", message, Severity.ERROR, fix)
