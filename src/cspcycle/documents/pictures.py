"""Pictures of charts: only drawing elements, named for those who do not see them, in the font that we ship."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
DRAWING = frozenset(
    (
        *("svg", "g", "defs", "path", "rect", "line", "circle", "ellipse", "polyline", "polygon", "text", "tspan"),
        *("title", "desc", "marker", "clipPath", "pattern", "linearGradient", "stop"),
    ),
)
FONTS = Path(__file__).parent / "fonts"
FONT_FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
LOCAL = re.compile(r"url\(#([\w.-]+)\)\Z")
LARGEST = 2_000_000


def safe_svg(text: str, name: str, title: str, description: str) -> str:
    """The picture with title, description and names of its own, so that several can stand on one page.

    Raises: ValueError if it holds anything but drawing: scripts, outside addresses, declarations.
    """
    if len(text) > LARGEST or re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise ValueError("the picture is too large, or has declarations")
    try:
        root = ET.fromstring(text)  # noqa: S314 - without declarations there are no entities to expand
    except ET.ParseError as error:
        raise ValueError("the picture is not SVG") from error
    for element in root.iter():
        _check(element, name)
    if _tag(root) != "svg" or not re.match(r"[-\d. ]+\Z", root.get("viewBox", "")):
        raise ValueError("the picture is not SVG with a viewBox")
    for child in [child for child in root if _tag(child) in {"title", "desc"}]:
        root.remove(child)
    root[:0] = [_named("title", f"{name}-title", title), _named("desc", f"{name}-desc", description)]
    root.attrib |= {"font-family": FONT_FAMILY, "role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def _check(element: ET.Element, name: str) -> None:
    if _tag(element) not in DRAWING:
        raise ValueError(f"a picture may not hold `{_tag(element)}`")
    for key, value in list(element.attrib.items()):
        local = LOCAL.match(value.strip())
        if key == "id":
            element.set(key, f"{name}-{value}")
        elif local:
            element.set(key, f"url(#{name}-{local[1]})")
        elif key == "font-family":
            element.set(key, FONT_FAMILY)
        elif key.startswith(("on", "{", "aria-")) or key in {"href", "style", "class", "role", "lang"}:
            del element.attrib[key]
        elif "url(" in value or "javascript:" in value:
            raise ValueError(f"a picture may not reach outside itself with `{key}`")


def _tag(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{SVG}}}")


def _named(tag: str, name: str, text: str) -> ET.Element:
    element = ET.Element(f"{{{SVG}}}{tag}", {"id": name})
    element.text = text
    element.tail = "\n"
    return element


def size(svg: str) -> tuple[float, float]:
    """The width and height that the picture is drawn in."""
    box = re.search(r'viewBox="([^"]*)"', svg)
    _, _, width, height = map(float, box[1].split()) if box else (0, 0, 640, 360)
    return width, height


def fonts() -> Iterator[Path]:
    """The font files that we ship."""
    return iter(sorted(FONTS.glob("*.ttf")))
