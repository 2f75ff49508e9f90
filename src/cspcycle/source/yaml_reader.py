"""YAML to values that remember line and column. Reads bytes it is given; opens no file, and never recurses."""

import re
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any

from cspcycle.source import yaml_words
from cspcycle.source.diagnostic import Diagnostic, Location
from cspcycle.source.printable import printable
from cspcycle.source.text_file import NOT_TEXT, place_in, text_of
from cspcycle.source.yaml_values import STARTS_OF_NUMBERS, WORDS, number_or_text

MOST_LEVELS = 64
MOST_EVENTS = 200_000  # each value, each key, each beginning and each end is one
MOST_FINDINGS = 100


class Mapping(dict[str, Any]):
    """Keys and values with their places.

    `line` and `column` are those of its first key or opening brace; `places` gives, for each key, the line and column
    of the key, then the line and column of its value. All count from 1; columns count code points.
    """

    __slots__ = ("column", "file", "line", "places")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.places: dict[str, tuple[int, int, int, int]] = {}


class Sequence(list[Any]):
    """Values with their places: `places` gives the line and column of each item."""

    __slots__ = ("column", "file", "line", "places")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.places: list[tuple[int, int]] = []


def read_yaml(data: bytes, file: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping that a file holds, and what is wrong with its YAML; None when it cannot be read as a whole.

    A repeated key keeps its first value, a reference to a list or mapping is None, and a tag is ignored; each is a
    diagnostic. After a mistake that makes the rest unreadable there is one diagnostic, and no value.
    """
    text = text_of(data, file)
    if isinstance(text, Diagnostic):
        return None, [text]
    return build(text, file, next_event_in(text))


def next_event_in(text: str) -> Callable[[], Any]:
    """The next parsing event of a text at each call; from the C parser when it is installed."""
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found] # noqa: PLC0415 - not every command reads YAML
    except ImportError:
        return next_event_in_pure_python(text)
    next_event: Callable[[], Any] = CParser(text).get_event
    return next_event


def next_event_in_pure_python(text: str) -> Callable[[], Any]:
    """The same events for a text without mistakes, some twenty times slower.

    It allows `?` and `:` within words in brackets, as YAML 1.2 does and libyaml does not, and tabs in fewer places.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - as above

    events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
    return events.__next__


# Thousands of %TAG lines take the parser minutes; and none is of use here, except the version of YAML that we read.
_DIRECTIVE = re.compile(r"(?<![^\r\n])%(?!YAML 1\.[12][ \t]*(?:[\r\n]|\Z))[^\r\n]*")
_ITEM: Any = object()  # instead of a key, while a sequence is filled
_DROPPED: Any = object()  # instead of a key whose value is read and left out


def build(  # noqa: C901, PLR0912, PLR0915 - the whole of the user's wait for a file; a call for each value would double it
    text: str, file: str, next_event: Callable[[], Any]
) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping and the diagnostics from a stream of events."""
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above
    from ruamel.yaml.events import (  # noqa: PLC0415 - as above
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

    if ("\n%" in text or text[:1] == "%" or "\r%" in text) and (instruction := _DIRECTIVE.search(text)):
        place = place_in(text, instruction.start())
        return None, [yaml_words.directive(Location(file, *place), instruction[0])]
    findings = _Findings(file)
    root = Sequence(file, 1, 1)
    current: Any = root
    places: Any = root.places
    key: Any = _ITEM  # None while a mapping waits for its next key
    key_line = key_column = 1
    stack: list[tuple[Any, Any, Any]] = []
    with_dropped: list[Mapping] = []
    documents = 0
    event: Any = None
    try:
        for _ in repeat(None, MOST_EVENTS):
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                mark = event.start_mark
                value = event.value
                style = event.style
                if event.anchor is not None or event.tag is not None:
                    findings.note_properties(event)
                if style == '"' and (odd := NOT_TEXT.search(value)):
                    findings.add(yaml_words.escaped_control_character(findings.at(mark), odd[0]))
                    value = printable(value)
                if key is None:
                    key_line = mark.line + 1
                    key_column = mark.column + 1
                    if value in places:
                        at = findings.at(mark)
                        findings.add(yaml_words.duplicate_key(at, value, *places[value][:2]))
                        key = _DROPPED
                    elif not value and not style:
                        findings.add(yaml_words.empty_key(findings.at(mark)))
                        key = _DROPPED
                    elif value == "<<" and not style:
                        findings.add(yaml_words.merge_key(findings.at(mark)))
                        key = _DROPPED
                    else:
                        key = value
                        continue
                    with_dropped.append(current)
                    continue
                if not style:  # the empty text from C, None from Python
                    if value in WORDS:
                        value = WORDS[value]
                    elif value[0] in STARTS_OF_NUMBERS:
                        number = number_or_text(value)
                        if number is None:
                            findings.add(yaml_words.huge_number(findings.at(mark), value))
                        elif number.__class__ is not str:
                            value = number
                        elif value[0] == "-" and value[1:2].isalpha() and key is not _ITEM and mark.line >= key_line:
                            findings.add(yaml_words.no_space_after_dash(findings.at(mark), value))
                if key is _ITEM:
                    current.append(value)
                    places.append((mark.line + 1, mark.column + 1))
                else:
                    current[key] = value
                    places[key] = (key_line, key_column, mark.line + 1, mark.column + 1)
                    key = None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                current, places, key = stack.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                mark = event.start_mark
                line = mark.line + 1
                column = mark.column + 1
                if event.anchor is not None or event.tag is not None:
                    findings.note_properties(event)
                if len(stack) >= MOST_LEVELS:
                    findings.add(yaml_words.too_deep(findings.at(mark), MOST_LEVELS))
                    return None, findings.in_order()
                child = Mapping(file, line, column) if kind is MappingStartEvent else Sequence(file, line, column)
                after: Any = None
                if key is _ITEM:
                    current.append(child)
                    places.append((line, column))
                    after = _ITEM
                elif key is None:
                    findings.add(yaml_words.complex_key(findings.at(mark)))
                    with_dropped.append(current)
                    after = _DROPPED
                else:
                    current[key] = child
                    places[key] = (key_line, key_column, line, column)
                stack.append((current, places, after))
                current = child
                places = child.places
                key = None if kind is MappingStartEvent else _ITEM
            elif kind is AliasEvent:
                mark = event.start_mark
                value = findings.value_of_alias(event, is_told=key is not _DROPPED)
                if key is _ITEM:
                    current.append(value)
                    places.append((mark.line + 1, mark.column + 1))
                elif key is None:
                    with_dropped.append(current)
                    key = _DROPPED
                else:
                    current[key] = value
                    places[key] = (key_line, key_column, mark.line + 1, mark.column + 1)
                    key = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    findings.add(yaml_words.second_document(findings.at(event.start_mark)))
                    break
            elif kind is StreamEndEvent:
                break
        else:
            findings.add(yaml_words.too_many(findings.at(event.start_mark), MOST_EVENTS))
            return None, findings.in_order()
    except YAMLError as error:
        from cspcycle.source.yaml_syntax import explain  # noqa: PLC0415 - only for a file with a mistake

        findings.add(explain(error, text, file, event))
        return None, findings.in_order()
    for mapping in with_dropped:
        mapping.pop(_DROPPED, None)
        mapping.places.pop(_DROPPED, None)
    return findings.judge(root)


class _Findings:
    """The diagnostics of one file, and what is needed to write them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.anchors: dict[str, Any] = {}
        self.used_anchors: set[str] = set()

    def at(self, mark: Any) -> Location:
        return Location(self.file, mark.line + 1, mark.column + 1)

    def add(self, diagnostic: Diagnostic) -> None:
        if len(self.found) < MOST_FINDINGS:
            self.found.append(diagnostic)
        elif len(self.found) == MOST_FINDINGS:
            self.found.append(yaml_words.too_many_findings(diagnostic.at, MOST_FINDINGS))

    def note_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.anchors[event.anchor] = event
        if event.tag is not None:
            self.add(yaml_words.tag(self.at(event.start_mark), str(event.tag)))

    def value_of_alias(self, event: Any, *, is_told: bool) -> Any:
        """The text that the alias stands for, so that nothing else complains of its absence; None for a collection.

        Beneath a merge key, which has been told of already, the alias is not told of as well.
        """
        anchored = self.anchors.get(event.anchor)
        where = None if anchored is None else self.at(anchored.start_mark)
        self.used_anchors.add(event.anchor)
        if is_told:
            self.add(yaml_words.alias(self.at(event.start_mark), event.anchor, where))
        return getattr(anchored, "value", None)

    def in_order(self) -> list[Diagnostic]:
        for name, event in self.anchors.items():
            if name not in self.used_anchors:
                self.add(yaml_words.unused_anchor(self.at(event.start_mark), name))
        return sorted(self.found)

    def judge(self, root: Sequence) -> tuple[Mapping | None, list[Diagnostic]]:
        value = root[0] if root else None
        if isinstance(value, Mapping):
            return value, self.in_order()
        if value is None:
            self.add(yaml_words.empty_file(Location(self.file)))
        else:
            self.add(yaml_words.not_a_mapping(Location(self.file, *root.places[0]), value))
        return None, self.in_order()
