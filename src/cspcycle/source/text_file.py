"""Bytes of a file to text, or the one reason why it cannot be read as text; knows nothing of YAML."""

import re
from dataclasses import replace

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

MOST_BYTES = 2 * 1024 * 1024  # about sixty times the largest dossier file seen, and read in a second

# All that Unicode calls a control, the two line separators, and what is not a character at all.
# A byte order mark inside the text is what joining two files leaves behind.
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_OTHER_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_CONFLICT = re.compile(r"(?<![^\r\n])(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)")


def text_of(data: bytes, file: str, *, family: str = "yaml", most_bytes: int = MOST_BYTES) -> str | Diagnostic:
    """The text of a UTF-8 file without its byte order mark, or what makes the file unreadable and where.

    `family` begins the code of what is found.
    """
    found = _text_or_fault(data, file, most_bytes)
    return replace(found, code=found.code.replace("yaml", family, 1)) if isinstance(found, Diagnostic) else found


def _text_or_fault(data: bytes, file: str, most_bytes: int) -> str | Diagnostic:
    if len(data) > most_bytes:
        message = f"this file is larger than {most_bytes / 1024 / 1024:g} MiB, the most that is read"
        fix = "divide it into several files, or remove what is not needed"
        return _fault(file, (1, 1), "yaml/too-large", message, fix)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:1] == b"\0" != data[1:2] or data[1:2] == b"\0" != data[:1]:
        return _fault(file, (1, 1), "yaml/utf-16", "this file is saved as UTF-16, not UTF-8", _SAVE_AS_UTF_8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf_8(data, file, error.start)
    if odd := NOT_TEXT.search(text):
        return _odd_character(text, file, odd)
    if ("<<<<<<<" in text or "=======" in text or ">>>>>>>" in text) and (conflict := _CONFLICT.search(text)):
        return _fault(
            file,
            place_in(text, conflict.start()),
            "yaml/conflict-marker",
            f"the line {quoted(conflict[0])} was left by a merge of two versions that was not finished",
            "keep the version you want and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        )
    return text


def place_in(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at an index; CR, LF and CR LF each end a line."""
    before = text[:index]
    if "\r" in before:
        before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


_SAVE_AS_UTF_8 = "save it again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"


def _not_utf_8(data: bytes, file: str, start: int) -> Diagnostic:
    before = data[:start].decode()
    place = place_in(before, len(before))
    byte = data[start : start + 1]
    meant = byte.decode("cp1252", errors="replace")
    guess = f"; in an older Windows file it would be {quoted(meant)}" if meant != "\ufffd" else ""
    message = f"the byte {byte[0]:#04x} is not UTF-8 text{guess}"
    return _fault(file, place, "yaml/not-utf-8", message, _SAVE_AS_UTF_8)


def _odd_character(text: str, file: str, odd: re.Match[str]) -> Diagnostic:
    character = odd[0]
    name = f"U+{ord(character):04X}"
    place = place_in(text, odd.start())
    if character in _OTHER_LINE_BREAKS:
        message = f"the character {name} ends a line for some programs and not for others"
        return _fault(
            file, place, "yaml/unusual-line-break", message, "replace it with an ordinary line break or a space"
        )
    message = f"the character {name} cannot be seen or printed"
    return _fault(
        file, place, "yaml/control-character", message, "delete it; it often comes with text copied from elsewhere"
    )


def _fault(file: str, place: tuple[int, int], code: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(file, *place), code, message, Severity.ERROR, fix)
