"""Small pieces of WordprocessingML as text."""

from html import escape

from cspcycle.documents.text import clean

NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{address}"'
    for prefix, address in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
        "pic": "drawingml/2006/picture",
    }.items()
)


def safe(text: str) -> str:
    """The text without what XML forbids, escaped for an element or an attribute."""
    return escape(clean(text))


def run(text: str, properties: str = "") -> str:
    """Text in one manner."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{safe(text)}</w:t></w:r>'


def paragraph(style: str, content: str, more: str = "") -> str:
    """A paragraph in a style, by its id; `more` are further properties in the order that the format asks for."""
    return f'<w:p><w:pPr><w:pStyle w:val="{safe(style)}"/>{more}</w:pPr>{content}</w:p>'


def field(code: str, shown: str) -> str:
    """Something that Word works out, and what stands there until it does."""
    return f'<w:fldSimple w:instr=" {safe(code)} ">{run(shown)}</w:fldSimple>'


def rooted(tag: str, inner: str) -> str:
    """A complete piece of XML, its prefixes declared."""
    return f"<{tag} {NAMESPACES}>{inner}</{tag.split(maxsplit=1)[0]}>"
