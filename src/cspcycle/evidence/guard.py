"""Limits that keep a hostile or enormous archive from filling the machine's memory."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from cspcycle.source.diagnostic import Diagnostic, Location, Severity

LARGEST_STREAM = 8 * 1024 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, NotImplementedError, OSError)


def too_large(at: Location, what: str) -> Diagnostic:
    """The finding for an archive beyond reason."""
    return Diagnostic(
        at,
        "evidence/too-large",
        f"{what}, which no official table of this kind does: it was not opened",
        Severity.ERROR,
        "download the file again from its publisher, or save the one table needed as CSV",
    )


def broken(at: Location, why: str) -> Diagnostic:
    """The finding for an archive that is damaged or cut short."""
    return Diagnostic(
        at,
        "evidence/unreadable-file",
        f"the file is damaged or cut short ({why})",
        Severity.ERROR,
        "download the file again from its publisher",
    )


def pieces(stream: IO[bytes], size: int = 1 << 20) -> Iterator[bytes]:
    """The stream in pieces that fit a processor's cache.

    Raises: BadZipFile once it has given more than any official file holds.
    """
    total = 0
    while piece := stream.read(size):
        total += len(piece)
        if total > LARGEST_STREAM:
            raise zipfile.BadZipFile(f"it unpacks to more than {LARGEST_STREAM // 1_000_000_000} GB")
        yield piece
