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


def shortened(text: str, most: int) -> str:
    """The text, or as many of its whole words as fit in so many characters; a single long word is cut.

    >>> shortened("what was spent on each priority", 28), shortened("neighbourhoodwatch", 10)
    ('what was spent on each …', 'neighbour…')
    """
    if len(text) <= most:
        return text
    words, space, _ = text[: most - 1].rpartition(" ")
    return f"{words.rstrip(' ,;:–-')} …" if space and len(words) > most // 2 else f"{text[: most - 1].rstrip()}…"


def quoted(text: str) -> str:
    """The text in double quotation marks, printable, with its end cut off when it is long."""
    return f'"{printable(shortened(text, MOST_QUOTED))}"'
