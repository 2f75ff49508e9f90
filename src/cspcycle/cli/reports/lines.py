"""Text in the eighty columns of a terminal."""

import textwrap

from cspcycle.source.printable import printable

WIDTH = 80


def wrapped(text: str, indent: str = "", *, hanging: int | None = None, break_long_words: bool = False) -> list[str]:
    """The text in lines of eighty columns, its later lines under the first, or `hanging` columns from the left.

    A word too long for a line is kept whole, so that an id can be copied, unless it may be broken.
    """
    return textwrap.wrap(
        printable(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * (len(indent) if hanging is None else hanging),
        break_long_words=break_long_words,
        break_on_hyphens=False,
    )


def sentence(text: str) -> str:
    """A message at the beginning of a line: with a capital letter, unless it begins with what was written."""
    return text[:1].upper() + text[1:] if text[:1].isalpha() else text
