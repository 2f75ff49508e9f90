"""Where a text stops being YAML, in plain words: from a parser's complaint to the mistake that was made."""

import re
from collections.abc import Callable
from typing import Any

from cspcycle.source import yaml_words
from cspcycle.source.brackets import CLOSING, closes, unclosed_before
from cspcycle.source.diagnostic import Diagnostic, Location
from cspcycle.source.printable import quoted
from cspcycle.source.text_file import place_in
from cspcycle.source.yaml_complaint import Complaint, complaint_of

_NO_SPACE_AFTER_COLON = re.compile(r"[^\s:\"'\[{][^:]*(:)(?=\S)")
_QUOTE = "put the whole text in quotation marks"


def explain(error: Any, text: str, file: str, last_event: Any) -> Diagnostic:
    """The mistake behind a parser's error, at the place where it was made."""
    complaint = complaint_of(error, text, file, last_event)
    for recognise in _MISTAKES:
        if found := recognise(complaint):
            return found
    return _anything_else(complaint)


def _tab(c: Complaint) -> Diagnostic | None:
    indent = c.written[: len(c.written) - len(c.written.lstrip())]
    column = indent.find("\t") if "\t" in indent else c.column
    if c.written[column : column + 1] != "\t":
        return None
    if column >= len(indent):
        return c.mistake(
            c.line, column, "tab", "there is a tab here, where only spaces can stand", "replace it with a space"
        )
    message = "this line is indented with a tab; YAML counts spaces only"
    fix = "replace the tab with spaces, as many as the lines it belongs with have"
    return c.mistake(c.line, column, "tab", message, fix)


def _unclosed_quotation(c: Complaint) -> Diagnostic | None:
    line, column = c.start
    if "quoted scalar" not in c.context or not ("end of stream" in c.problem or "document" in c.problem):
        if "simple key" in c.context and c.line > line and c.lines[line][column : column + 1] in {'"', "'"}:
            pass
        elif getattr(c.last_event, "style", None) not in {'"', "'"}:
            return None
        else:
            mark, end = c.last_event.start_mark, c.last_event.end_mark
            if not mark.line < end.line == c.line:
                return None
            line, column = mark.line, mark.column
    rest = c.lines[line][column + 1 :].strip()
    message = f"the quotation mark {'before ' + quoted(rest) if rest else 'here'} is not closed on its line"
    return c.mistake(line, column, "unclosed-quote", message, "write the closing quotation mark at the end of the text")


def _backslash(c: Complaint) -> Diagnostic | None:
    if "quoted scalar" not in c.context:
        return None
    column = c.written.rfind("\\", 0, c.column + 1)
    what = c.written[max(column, 0) : column + 2]
    message = (
        f"{quoted(what)} has no meaning between double quotation marks" if column >= 0 else "this text cannot be read"
    )
    fix = "write the backslash twice, or use single quotation marks"
    return c.mistake(c.line, max(column, 0), "backslash", message, fix)


def _missing_colon(c: Complaint) -> Diagnostic | None:
    if "simple key" not in c.context:
        return None
    line, column = c.start
    if line == c.line and c.column - column > 1000:
        message = "the name before this line's colon is longer than 1,000 characters"
        return c.mistake(
            line, column, "long-key", message, "shorten it, or put the text in quotation marks after a name"
        )
    return _missing_space(c, line, column) or c.mistake(
        line,
        column,
        "missing-colon",
        f"{quoted(c.lines[line][column:].strip())} has no colon after it",
        "write a colon and a space after a name; indent the line further if it continues the text above it",
    )


def _missing_space(c: Complaint, line: int, column: int) -> Diagnostic | None:
    match = _NO_SPACE_AFTER_COLON.match(c.lines[line], column)
    if match is None:
        return None
    message = f"there is no space after the colon in {quoted(c.lines[line][column:].strip())}"
    return c.mistake(line, match.start(1), "missing-space", message, "put a space after the colon")


def _colon(c: Complaint) -> Diagnostic | None:
    if "unexpected ':'" in c.problem:
        line, column = c.start
        message = f"the text {quoted(re.split(r'[],}]', c.lines[line][column:])[0].strip())} contains a colon"
        fix = "put the text in quotation marks; if a name ends at the colon, put a space after it"
        return c.mistake(c.line, c.column, "colon-in-text", message, fix)
    if "mapping values" not in c.problem:
        return None
    if c.written.startswith("---"):
        message = '"---" stands on a line of its own, and something follows it'
        return c.mistake(c.line, 0, "text-after-dashes", message, "move what follows it to the next line")
    earlier = re.search(r":\s+", c.before)
    mark = getattr(c.last_event, "start_mark", None)
    if earlier is None and mark is not None and mark.line < c.line:
        indent = len(c.written) - len(c.written.lstrip())
        fix = f"begin it in the same column as the lines it belongs with; if it continues the text above, {_QUOTE}"
        message = (
            f"{quoted(c.before.strip())} is indented further than it can be: line {mark.line + 1} has its value already"
        )
        return _missing_space(c, mark.line, mark.column) or c.mistake(c.line, indent, "indentation", message, fix)
    value = c.written[earlier.end() if earlier else 0 :].strip()
    message = f"the text {quoted(value)} contains a colon followed by a space"
    return c.mistake(c.line, c.column, "colon-in-text", message, _QUOTE)


def _unopened_bracket(c: Complaint) -> Diagnostic | None:
    if not c.character or c.character not in "]}" or "flow" in c.context:
        return None
    message = f'this "{c.character}" closes nothing'
    return c.mistake(c.line, c.column, "unopened-bracket", message, f"delete it, or {_QUOTE}")


def _bracket(c: Complaint) -> Diagnostic | None:
    opened = unclosed_before(c.text, c.offset) if "flow" in c.context else None
    if opened is None:
        return None
    opening = c.text[opened]
    line, column = place_in(c.text, opened)
    if c.character == ",":
        fix = "delete it, or write what is missing"
        return c.mistake(c.line, c.column, "extra-comma", "there is nothing before this comma", fix)
    if c.character == "?":
        message = "text in brackets or braces contains a question mark"
        return c.mistake(c.line, c.column, "question-mark", message, _QUOTE)
    if c.text[c.offset :].strip() and closes(c.text, opened):
        message = f'a comma is missing before here, in what begins with "{opening}" on line {line}'
        fix = "put a comma between the items, and quotation marks around text with punctuation"
        return c.mistake(c.line, c.column, "missing-comma", message, fix)
    message = f'the "{opening}" here has no "{CLOSING[opening]}"'
    fix = f'write "{CLOSING[opening]}" where the list or group ends; {_QUOTE} if the bracket belongs to it'
    return c.mistake(line - 1, column - 1, "unclosed-bracket", message, fix)


def _special_beginning(c: Complaint) -> Diagnostic | None:
    line, column = c.start
    for word, slug, thing in (("alias", "alias", "*"), ("anchor", "anchor", "&"), ("tag", "tag", "!")):
        if f"a{'n' if word[0] == 'a' else ''} {word}" in c.context or (word == "tag" and "tag handle" in c.problem):
            message = f'text that begins with "{thing}" has a special meaning, which is not used here'
            return c.mistake(line, column, slug, message, _QUOTE)
    if "cannot start any token" in c.problem or "node content" in c.problem:
        message = (
            f"text cannot begin with {quoted(c.character)}"
            if c.character
            else "something is missing at the end of this file"
        )
        return c.mistake(c.line, c.column, "reserved-character", message, _QUOTE)
    if "block scalar" in c.context:
        message = f'after "{c.lines[line][column : column + 1]}" the text begins on the next line'
        return c.mistake(
            line, column, "block-text", message, "move the text to the next line and indent it, or " + _QUOTE
        )
    return None


def _end_of_document(c: Complaint) -> Diagnostic | None:
    if "document" not in c.problem:
        return None
    for line in range(c.line - 1, -1, -1):
        if c.lines[line].startswith("..."):
            return yaml_words.second_document(Location(c.file, c.line + 1, c.column + 1))
    return None


def _item_after_key(c: Complaint) -> Diagnostic | None:
    if "sequence entries" not in c.problem:
        return None
    message = "a list item begins on the same line as what stands before it"
    return c.mistake(
        c.line, c.column, "item-after-key", message, "put each item on a line of its own, below its key; or " + _QUOTE
    )


def _text_after_the_end(c: Complaint) -> Diagnostic | None:
    before = c.before.rstrip()
    if not before:
        return None
    rest = quoted(c.written[c.column :].strip())
    if before[-1] in "\"'":
        fix = (
            "put quotation marks of the other kind around the whole text; write an apostrophe twice between single ones"
        )
        return c.mistake(c.line, len(before) - 1, "text-after-quote", f"the quotation ends here, before {rest}", fix)
    if before[-1] in "]}":
        message = f'"{before[-1]}" ends what began before it, but {rest} follows'
        return c.mistake(c.line, len(before) - 1, "text-after-bracket", message, _QUOTE)
    return None


def _indentation(c: Complaint) -> Diagnostic | None:
    if c.before.strip() or not c.written.strip():
        return None
    if c.character == ":":
        return yaml_words.empty_key(Location(c.file, c.line + 1, c.column + 1))
    is_item = c.character == "-"
    line, column = c.start
    if is_item and column == c.column and c.lines[line][column : column + 1] == "-" and "block mapping" in c.context:
        message = f"there is no space after the dash in {quoted(c.lines[line].strip())}"
        return c.mistake(line, column, "missing-space", message, "put a space after the dash that begins a list item")
    fix = "begin it in the same column as the lines it belongs with"
    if "block" in c.context and c.start[1] == c.column:
        among = "the items of a list" if "collection" in c.context else "keys"
        message = f"{'a list item' if is_item else quoted(c.written.strip())} stands here among {among}"
        return c.mistake(c.line, c.column, "indentation", message, fix)
    above = {len(line) - len(line.lstrip()) for line in c.lines[: c.line] if line.strip()}
    thing = "this list item" if is_item else "this line"
    message = f"{thing} begins in column {c.column + 1}, and does not line up with what is above it"
    if c.column in above and "document" in c.problem:
        return None
    return c.mistake(c.line, c.column, "indentation", message, fix)


def _anything_else(c: Complaint) -> Diagnostic:
    rest = c.written[c.column :].strip()
    message = f"{quoted(rest)} does not fit what stands before it" if rest else "something is missing before here"
    fix = "look at the quotation marks, colons, brackets and indentation of this line and the one above it"
    return c.mistake(c.line, c.column, "syntax", message, fix)


_MISTAKES: tuple[Callable[[Complaint], Diagnostic | None], ...] = (
    _tab,
    _unclosed_quotation,
    _backslash,
    _missing_colon,
    _colon,
    _unopened_bracket,
    _bracket,
    _special_beginning,
    _end_of_document,
    _item_after_key,
    _text_after_the_end,
    _indentation,
)
