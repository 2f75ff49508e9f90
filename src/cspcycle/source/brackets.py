"""Which bracket in a YAML text is left open; a rough reading, good enough to point at the right place."""

import re

CLOSING = {"[": "]", "{": "}"}
_TOKEN = re.compile(
    r"""(?<![^\s\[{,:])"(?:[^"\\]|\\.)*+"|(?<![^\s\[{,:])'(?:[^']|'')*+'|(?<!\S)\#[^\r\n]*|[\[\]{}]|[\r\n](?=[^\s\#\]}])""",
    re.DOTALL,
)


def unclosed_before(text: str, end: int) -> int | None:
    """The index of the innermost bracket that is open at `end`."""
    opened: list[int] = []
    for token in _TOKEN.finditer(text, 0, end):
        mark = token[0]
        if mark in CLOSING:
            before = text[token.start() - 1 : token.start()]
            if opened or before in " \t\r\n":
                opened.append(token.start())
        elif mark in {"]", "}"} and opened:
            opened.pop()
    return opened[-1] if opened else None


def closes(text: str, opening: int) -> bool:
    """Whether the bracket at `opening` is closed by one of its own kind before the next line that begins a key."""
    opened: list[str] = []
    for token in _TOKEN.finditer(text, opening):
        mark = token[0]
        if mark in CLOSING:
            opened.append(mark)
        elif mark in {"]", "}"}:
            if CLOSING[opened.pop()] != mark:
                return False
            if not opened:
                return True
        elif mark in {"\r", "\n"}:
            return False
    return False
