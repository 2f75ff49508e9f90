"""The formats of documents, one module each with `SUFFIX` and `write(page, house)`; loaded when asked for."""

from importlib import import_module
from typing import Protocol, cast

from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Page
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

FORMATS = {"markdown": "markdown", "html": "html", "docx": "word", "pdf": "pdf"}


class NotAccessibleError(Exception):
    """The page cannot be written in this format so that everyone can read it; message and fix are for the author."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class Format(Protocol):
    """What every module of a format offers."""

    SUFFIX: str

    def write(self, document: Page, house: HouseStyle) -> bytes: ...


def load_format(name: str) -> Format:
    """The writer of a format by the name that users give it."""
    return cast("Format", import_module(f"cspcycle.documents.formats.{FORMATS[name]}"))


def write_page(document: Page, name: str, house: HouseStyle, file: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The page in a format; or why it cannot be written so that everyone can read it, said of the file to be made.

    Raises: CannotContinue when the format needs a package that is not installed.
    """
    try:
        return load_format(name).write(document, house), ()
    except NotAccessibleError as error:
        at = Location(file)
        return None, (Diagnostic(at, "document/not-accessible", error.message, Severity.ERROR, error.fix),)
