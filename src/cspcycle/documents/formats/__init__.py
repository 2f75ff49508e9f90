"""The formats of documents, one module each with `SUFFIX` and `write(page, house)`; loaded when asked for."""

from importlib import import_module
from typing import Protocol, cast

from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Page
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

FORMATS = {"markdown": "markdown", "html": "html", "docx": "word", "pdf": "pdf"}


class NotWrittenError(Exception):
    """The page is not written in this format, and why, for the author; `file` where a file of theirs is at fault."""

    def __init__(self, slug: str, message: str, fix: str, file: str = "") -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.fix = fix
        self.file = file


class Format(Protocol):
    """What every module of a format offers."""

    SUFFIX: str

    def write(self, document: Page, house: HouseStyle) -> bytes: ...


def load_format(name: str) -> Format:
    """The writer of a format by the name that users give it."""
    return cast("Format", import_module(f"cspcycle.documents.formats.{FORMATS[name]}"))


def write_page(document: Page, name: str, house: HouseStyle, file: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The page in a format; or why it is not written, said of the file to be made.

    Raises: CannotContinue when the format needs a package that is not installed.
    """
    try:
        return load_format(name).write(document, house), ()
    except NotWrittenError as error:
        at = Location(error.file or file)
        return None, (Diagnostic(at, f"document/{error.slug}", error.message, Severity.ERROR, error.fix),)
