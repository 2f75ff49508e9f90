"""What a word without quotation marks means: YAML 1.2, and text wherever a number would lose something."""

import re

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
STARTS_OF_NUMBERS = frozenset("+-.0123456789")

_MOST_DIGITS = 18  # beyond it another program that reads our JSON would round
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")


def number_or_text(word: str) -> int | float | str | None:
    """The number that is written, the word itself when it is none, and None for a number too large to keep.

    `012` stays text, because it is a code and not a quantity; so do dates, `12:30`, `1_000`, `0x1F`, `.inf` and `.nan`.

    >>> [number_or_text(word) for word in ("12", "-1.5", "1e3", "012", "2027-04-01")]
    [12, -1.5, 1000.0, '012', '2027-04-01']
    """
    if _INTEGER.match(word):
        return int(word) if len(word) <= _MOST_DIGITS else None
    if _DECIMAL.match(word):
        value = float(word)
        return value if abs(value) < 10**_MOST_DIGITS else None
    return word
