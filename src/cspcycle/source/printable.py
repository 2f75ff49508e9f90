"""Text from a file, made safe and short enough to stand in a message."""

MOST_QUOTED = 48


def printable(text: str) -> str:
    r"""The text with every character that a screen cannot show plainly as a visible escape.

    Control characters, line breaks, terminal escapes, and the characters that reverse or hide text are escaped;
    letters of any language, accents and emoji are kept.

    >>> printable("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def quoted(text: str) -> str:
    """The text in double quotation marks, printable, with its end cut off when it is long."""
    short = text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1].rstrip() + "…"
    return f'"{printable(short)}"'
