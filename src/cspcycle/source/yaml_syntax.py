"""Where a text stops being YAML, in plain words: from a parser's complaint to the mistake that was made."""

from typing import Any
from cspcycle.source.diagnostic import Diagnostic, Location, Severity


def explain(error: Any, text: str, file: str, last_event: Any) -> Diagnostic:
    mark = error.problem_mark
    return Diagnostic(Location(file, mark.line + 1, mark.column + 1), "yaml/syntax", "x", Severity.ERROR, "y")
