"""`cspcycle explain`: the page behind a code, offline."""

from collections.abc import Iterator
from typing import Annotated

import typer

from cspcycle.application.explain import Page, explain
from cspcycle.cli.reports.lines import wrapped
from cspcycle.source.printable import printable


def command(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE-OR-DUTY", help="A code such as plan/ends-before-it-starts, its family (plan), or a duty's id."
        ),
    ],
) -> None:
    """Explain a finding or a duty: what, why, what to do, with an example."""
    page, family = explain(code)
    lines = [*lines_of(page)] if page else []
    if family:
        lines += [*([""] if page else []), *lines_of_family(code.rstrip("/"), family)]
    print("\n".join(lines))


def lines_of_family(name: str, codes: list[tuple[str, str]]) -> Iterator[str]:
    """The codes of a family, each with its first line."""
    yield f"{name}: {len(codes)} codes"
    for code, what in codes:
        yield ""
        yield f"  {code}"
        yield from wrapped(what, "    ")


def lines_of(page: Page) -> Iterator[str]:
    """The page in eighty columns."""
    yield f"{page.code} ({page.severity})"
    yield ""
    yield from wrapped(page.what, "  ")
    for heading, text in (
        ("Why it matters", page.why),
        ("Instead", page.instead),
        ("What to do", page.fix),
        ("Source", page.source),
    ):
        if text:
            yield ""
            yield heading
            yield from wrapped(text, "  ")
    for heading, example in (
        ("This does not pass", page.failing),
        ("This passes", page.passing),
        ("An example; a line at fault says so behind it, its neighbours are right", page.example),
    ):
        if example:
            yield ""
            yield heading
            yield from (f"    {printable(line)}".rstrip() for line in example.rstrip().splitlines())
    if page.history:
        yield ""
        yield "The law over time"
        for period, provision, words, address in page.history:
            yield from wrapped(f"{provision}, {period}", "  - ")
            yield from wrapped(words, "      ")
            yield f"      {address}"
    for note in page.notes:
        yield ""
        yield from wrapped(f"Note: {note}", "  ")
