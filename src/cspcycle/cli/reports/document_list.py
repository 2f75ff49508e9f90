"""The list of documents: ready, ready but incomplete, or waiting for material."""

from collections.abc import Iterator
from pathlib import Path

from cspcycle.application.documents import Listed, Listing
from cspcycle.cli.reports.lines import wrapped
from cspcycle.cli.reports.text import Excerpts, finding_lines
from cspcycle.source.printable import printable, quoted


def report(listing: Listing, *, root: Path) -> str:
    """One partnership's documents."""
    return "\n".join(_lines(listing, root)) + "\n"


def _lines(listing: Listing, root: Path) -> Iterator[str]:
    excerpts = Excerpts(root)
    for finding in listing.findings:
        yield from finding_lines(finding, excerpts, colour=False)
    yield f"{printable(listing.name)}: documents"
    yield ""
    width = max(len(each.name) for each in listing.documents)
    for each in listing.documents:
        yield from wrapped(f"{each.name:<{width}}  {_standing(each)}", "  ", hanging=width + 4, break_long_words=True)
        for what, citation in each.missing_parts:
            yield from wrapped(f"- {what} ({citation})", " " * (width + 4), hanging=width + 6, break_long_words=True)
    if listing.documents:
        yield ""
        yield "  Render them:  cspcycle render FOLDER [DOCUMENT]..."


def _standing(each: Listed) -> str:
    own = ", your own" if each.is_own else ", your own version of it" if each.is_overridden else ""
    own += ", in your words" if each.is_reworded else ""
    own += f", without {' and '.join(map(quoted, each.left_out))}" if each.left_out else ""
    if each.lacks:
        return printable(f"waits for {', '.join(each.lacks)}{own}")
    return f"ready, but it lacks{own}:" if each.missing_parts else f"ready{own}"
