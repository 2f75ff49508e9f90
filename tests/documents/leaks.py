"""Everything a written file says, in one text: bodies, properties, alternative texts, names of parts, packed streams.

For tests that plant marked words in what must stay private, and look for them in what was published.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO

from pypdf import PdfReader

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def everything(data: bytes) -> str:
    """All that can be read in a file: as it is, unpacked, and with character references and encodings undone."""
    return "\n".join(_texts(data))


def leaked(data: bytes, marks: Iterable[str]) -> set[str]:
    """The marked words that can be found in the file, whatever their case."""
    text = re.sub(r"\s+", " ", everything(data)).casefold()
    solid = text.replace(" ", "")
    return {mark for mark in marks if mark.casefold() in text or mark.casefold().replace(" ", "") in solid}


def _texts(data: bytes) -> Iterator[str]:
    for piece in _pieces(data):
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            yield piece.decode(encoding, errors="ignore")
        text = unescape(piece.decode("utf-8", errors="ignore"))
        yield text
        yield re.sub(r"<[^>]*>", "", text)  # words that a format cut in two with its tags
        yield re.sub(r"\\(.)", r"\1", text)  # words that Markdown escaped
    if data.startswith(b"%PDF"):
        yield from _shown_in_pdf(data)


def _pieces(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                yield name.encode()
                yield from _pieces(package.read(name))
    if data.startswith(b"%PDF"):
        yield from _streams(data)


def _streams(data: bytes) -> Iterator[bytes]:
    for packed in STREAM.findall(data):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            yield packed


def _shown_in_pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    for number, sheet in enumerate(reader.pages):
        yield sheet.extract_text()
        yield reader.page_labels[number]
    yield str(reader.metadata)
    yield from (str(reader.outline), str(reader.named_destinations))
