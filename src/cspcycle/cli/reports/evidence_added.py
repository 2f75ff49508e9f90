"""What `evidence add` did with one file, in eighty columns: taken, skipped, to be distrusted, kept where."""

from collections.abc import Iterator
from pathlib import Path

from cspcycle.application.evidence_add import Added
from cspcycle.cli.reports.lines import wrapped
from cspcycle.source.words import day_in_words


def report(added: Added, folder: Path) -> str:
    """The summary of one file."""
    return "\n".join([*_lines(added, folder), ""]) + "\n"


def _lines(added: Added, folder: Path) -> Iterator[str]:
    yield from wrapped(added.file, break_long_words=True)
    if added.kept is None:
        yield "  Nothing was taken and nothing written."
    elif added.held_since is not None:
        day, place = day_in_words(added.held_since), added.kept.relative_to(folder).as_posix()
        yield from wrapped(f"Already held in {place}, read on {day}: nothing changed.", "  ")
        return
    for heading, items in (("Taken", added.taken), ("Skipped", added.skipped), ("Mind", added.caveats)):
        if items:
            yield f"  {heading}:"
            for item in items:
                yield from wrapped(item, "  - ")
    if added.kept is not None:
        yield from wrapped(f"Kept in {added.kept.relative_to(folder).as_posix()}", "  ")
        for attribution in added.attributions:
            yield from wrapped(attribution, "  ")
