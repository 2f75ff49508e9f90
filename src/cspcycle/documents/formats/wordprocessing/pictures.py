"""Charts in a Word document: a picture of points, since Word before 2016 and LibreOffice show no SVG faithfully."""

from functools import cache
from io import BytesIO

from docx.document import Document

from cspcycle.documents import page
from cspcycle.documents.formats.wordprocessing.xml import safe
from cspcycle.documents.pictures import fonts, size
from cspcycle.source.diagnostic import CannotContinue

PIXELS = 1_400  # across the page, about 220 to the inch
EMU = 635  # English Metric Units in a twentieth of a point


def drawing(document: Document, figure: page.Figure, number: int, width: int) -> str:
    """The run that shows the figure across the page, described for those who do not see it."""
    across, down = size(figure.svg)
    wide, high = width * EMU, round(width * EMU * down / across)
    relation, _ = document.part.get_or_add_image(BytesIO(_png(figure.svg)))
    name = safe(figure.title)
    names = f'id="{number}" name="{name}" descr="{safe(figure.description or figure.title)}" title="{name}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f"<wp:docPr {names}/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


@cache
def _png(svg: str) -> bytes:
    try:
        import resvg_py  # noqa: PLC0415 - only a document with charts needs it
    except ImportError as error:
        raise CannotContinue("charts in Word are not installed", "run: pip install resvg-py") from error
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=PIXELS,
        background="white",
        skip_system_fonts=True,
        font_files=[str(file) for file in fonts()],
    )
