"""A template's mistake as a finding: where it is, and what it did, in words for the person who changed it."""

import re
from collections.abc import Sequence
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from cspcycle.documents import limits
from cspcycle.documents.catalogue import OWN, SHIPPED, RefusedError
from cspcycle.documents.filters import FILTERS, KEPT_FILTERS, KEPT_TESTS
from cspcycle.documents.unprinted import UnprintedError
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.near import nearest


def template_fault(error: Exception, file: str) -> Diagnostic:
    """Where the template went wrong, and what it did, in words for the person who changed it."""
    at = _place(error, file)
    slug, message, fix = _explanation(error)
    return Diagnostic(at, f"template/{slug}", f"the template {message}", Severity.ERROR, fix)


def _place(error: Exception, file: str) -> Location:
    if isinstance(error, TemplateSyntaxError):
        return Location(error.filename or file, error.lineno)
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith((OWN, SHIPPED))]
    return Location(frames[-1].filename, frames[-1].lineno or 1) if frames else Location(file)


def _explanation(error: Exception) -> tuple[str, str, str]:
    words = error.msg if isinstance(error, SyntaxError) else str(error).rstrip(".")
    if isinstance(error, TemplateError) and (unknown := UNKNOWN.match(words)):
        kind, name = unknown.groups()
        near = nearest(name, (*FILTERS, *KEPT_FILTERS) if kind == "filter" else KEPT_TESTS)
        return (
            "unknown-name",
            f"uses the {kind} `{name}`, which does not exist",
            f"write `{near}`" if near else SEE_LIST,
        )
    if isinstance(error, UnprintedError):
        if not error.nearby:
            return "syntax", words, "put them into a block, or take them out"
        near = nearest(re.findall("`(.+)`", words)[0], error.nearby)
        return "unknown-name", words, f"write `{near}`" if near else f"the blocks are: {', '.join(error.nearby)}"
    for kinds, slug, message, fix in EXPLANATIONS:
        if isinstance(error, kinds):
            return slug, message.format(words), fix
    return "cannot-compute", f"cannot work this line out: {words}", CHECK_THE_VALUE


UNKNOWN = re.compile(r"No (filter|test) named '(.+?)'")
SEE_LIST = "use only the names and filters that docs/documents.md lists"
CHECK_THE_VALUE = "check that the value is what the line takes it for"
EXPLANATIONS: Sequence[tuple[tuple[type[Exception], ...], str, str, str]] = (
    ((limits.BeyondLimitError,), "endless", "{}", "shorten the loop, or let the template end"),
    ((OverflowError,), "endless", "counts further than 100,000", "shorten the loop"),  # Jinja's own limit of range
    ((limits.WrongUseError,), "cannot-compute", "{}", CHECK_THE_VALUE),
    ((RecursionError, MemoryError), "endless", "calls itself without an end", "let the template end"),
    ((SecurityError,), "not-allowed", "{}", SEE_LIST),
    ((UndefinedError,), "unknown-name", "{}", "check the spelling of the name"),
    ((RefusedError,), "refused", "needs one that {}", "keep the templates in the `templates` folder"),
    ((TemplateNotFound,), "missing", "needs `{}`, which is not there", "check the name; `@pkg/…` is a shipped one"),
    ((SyntaxError, TemplateError), "syntax", "cannot be read: {}", "correct the line; every block needs its end"),
)
