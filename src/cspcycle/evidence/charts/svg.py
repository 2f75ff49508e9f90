"""A small SVG writer: shapes, words, a title and a description that a screen reader speaks."""

from __future__ import annotations

import hashlib
import re
import textwrap
from dataclasses import dataclass, field
from html import escape
from math import ceil, floor, log10

INK = "#1a1a1a"
SOFT = "#767676"  # dark enough to read on white: 4.5 to 1
PALE = "#e4e4e4"
OWN = "#0b3c6d"
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LETTER = 0.6  # the width of a letter as a share of its size, rather too much than too little
MARGIN = 16
SMALLEST = 1e-6
LINE = 1.3

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and its twin in figures; show both. `plain` is the picture without title and source in it."""

    title: str
    description: str
    svg: str
    plain: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    attribution: str


def words(text: str) -> str:
    """The text as XML allows it."""
    return escape(FORBIDDEN.sub("", text))


def number(value: float) -> str:
    """A coordinate with at most one decimal place and no needless zero."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def say(value: float) -> str:
    """A figure for people: thousands separated; one decimal place under 100, two under 1, none where it is whole."""
    if value >= 100 or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if value >= 1 else f"{value:.2f}".removesuffix("0")


def ticks(highest: float, most: int = 5) -> list[float]:
    """Round numbers from 0 to at least the highest; figures under a millionth are drawn as nothing."""
    if highest < SMALLEST:
        return [0.0, 1.0]
    rough = highest / most
    power = 10.0 ** floor(log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * (1 - 1e-9))
    return [step * place for place in range(ceil(highest / step * (1 - 1e-9)) + 1)]


@dataclass
class Canvas:
    """Where a chart is drawn, below its title."""

    title: str
    description: str
    attribution: str
    width: int = 760
    height: int = 420
    parts: list[str] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The first free line below the title."""
        return MARGIN + 20 * LINE * len(self._title_lines()) + 10

    def _title_lines(self) -> list[str]:
        return textwrap.wrap(self.title, int((self.width - 2 * MARGIN) / (18 * LETTER))) or [""]

    def line(self, start: Point, end: Point, *, colour: str = INK, width: float = 1, dash: str = "") -> None:
        """A straight line."""
        (x1, y1), (x2, y2) = start, end
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" stroke="{colour}" '
            f'stroke-width="{number(width)}"{dashes}/>'
        )

    def path(self, points: list[Point], *, colour: str = INK, width: float = 2, dash: str = "") -> None:
        """A line through all of the points."""
        corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="{number(width)}"{dashes}/>'
        )

    def box(self, corner: Point, size: Point, *, colour: str = PALE) -> None:
        """A filled rectangle."""
        (x, y), (width, height) = corner, size
        self.parts.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" fill="{colour}"/>'
        )

    def dot(self, centre: Point, radius: float, *, colour: str = INK, hollow: bool = False) -> None:
        """A round mark; hollow ones differ from filled ones in print too."""
        fill = "#ffffff" if hollow else colour
        self.parts.append(
            f'<circle cx="{number(centre[0])}" cy="{number(centre[1])}" r="{number(radius)}" fill="{fill}" '
            f'stroke="{colour}" stroke-width="1.5"/>'
        )

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: int = 13,
        anchor: str = "start",
        colour: str = INK,
        bold: bool = False,
    ) -> None:
        """Words at a point on their base line."""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{number(at[0])}" y="{number(at[1])}" font-size="{size}" text-anchor="{anchor}" '
            f'fill="{colour}"{weight}>{words(text)}</text>'
        )

    def label(self, at: Point, text: str, *, size: int = 13, colour: str = INK, bold: bool = False) -> None:
        """Words that start at a point where a line or a mark may lie: a pale ground keeps them apart."""
        x, y = at
        self.parts.append(
            f'<rect x="{number(x - 2)}" y="{number(y - size)}" width="{number(len(text) * size * LETTER + 2)}" '
            f'height="{number(size * LINE)}" fill="#ffffff" fill-opacity="0.85"/>'
        )
        self.text(at, text, size=size, colour=colour, bold=bold)

    def finish(self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Chart:
        """The chart, with the attribution below and the table beside it."""
        drawn, above = list(self.parts), self.top - 14
        plain = self._picture(drawn, above, self.height - above)
        lines = textwrap.wrap(self.attribution, int((self.width - 2 * MARGIN) / (11 * LETTER)))
        for place, line in enumerate(self._title_lines()):
            self.text((MARGIN, MARGIN + 18 + 20 * LINE * place), line, size=18, bold=True)
        for place, line in enumerate(lines):
            self.text((MARGIN, self.height + 11 + 11 * LINE * place), line, size=11, colour=SOFT)
        svg = self._picture(self.parts, 0, self.height + 11 * LINE * len(lines) + MARGIN)
        return Chart(self.title, self.description, svg, plain, columns, rows, self.attribution)

    def _picture(self, parts: list[str], above: float, height: float) -> str:
        """The part of the drawing below `above`, so high, as SVG."""
        body = "\n".join(parts)
        key = hashlib.sha256(f"{self.title}\n{self.description}\n{body}".encode()).hexdigest()[:8]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {number(above)} {self.width} {number(height)}" '
            f'width="{self.width}" height="{number(height)}" role="img" aria-labelledby="t{key} d{key}" '
            f'font-family="Arial, Helvetica, sans-serif">\n'
            f'<title id="t{key}">{words(self.title)}</title>\n<desc id="d{key}">{words(self.description)}</desc>\n'
            f'<rect y="{number(above)}" width="100%" height="{number(height)}" fill="#ffffff"/>\n{body}\n</svg>\n'
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """From figures to places along an axis."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low or 1)
        return self.start + share * (self.end - self.start)
