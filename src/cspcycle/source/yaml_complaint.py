"""What a YAML parser complained of, with the text around it, in one shape for both parsers."""

import re
from typing import Any, NamedTuple

from cspcycle.source.diagnostic import Diagnostic, Location, Severity

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Complaint(NamedTuple):
    """What a parser said. Lines and columns count from 0 here, as parsers count."""

    file: str
    text: str
    lines: list[str]
    context: str
    problem: str
    line: int
    column: int
    start: tuple[int, int]  # where the thing began that the parser was reading
    last_event: Any

    @property
    def written(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.written[: self.column]

    @property
    def character(self) -> str:
        return self.written[self.column : self.column + 1]

    @property
    def offset(self) -> int:
        return _index_of(self.text, self.line, self.column)

    def mistake(self, line: int, column: int, slug: str, message: str, fix: str) -> Diagnostic:
        line = min(line, len(self.lines) - 1)
        return Diagnostic(Location(self.file, line + 1, column + 1), f"yaml/{slug}", message, Severity.ERROR, fix)


def complaint_of(error: Any, text: str, file: str, last_event: Any) -> Complaint:
    """The complaint in a parser's error, and the last event before it."""
    problem_mark = getattr(error, "problem_mark", None)
    line, column = (problem_mark.line, problem_mark.column) if problem_mark else (0, 0)
    context_mark = getattr(error, "context_mark", None)
    start = (context_mark.line, context_mark.column) if context_mark else (line, column)
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or ""
    return Complaint(file, text, _LINE_BREAK.split(text), context, problem, line, column, start, last_event)


def _index_of(text: str, line: int, column: int) -> int:
    index = 0
    for _ in range(line):
        if (match := _LINE_BREAK.search(text, index)) is None:
            return len(text)
        index = match.end()
    return min(index + column, len(text))
