"""`cspcycle evidence trace`: from a number back to the cell, line or file it came from."""

from typing import Annotated

import typer

from cspcycle.application.evidence_read import open_evidence
from cspcycle.application.evidence_trace import trace_words
from cspcycle.cli.evidence_words import folder_and_words


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FOLDER] [WHAT]",
            help="The partnership's folder, and a number or an indicator; every number of the findings if left out.",
        ),
    ] = None,
) -> None:
    """Say from which cell or file a number comes, or every number the findings state."""
    from cspcycle.cli.reports.evidence_text import trace_report  # noqa: PLC0415 - after the help was asked for

    folder, wanted = folder_and_words(words)
    traced = trace_words(open_evidence(folder), wanted)
    print(trace_report(traced), end="")
    raise typer.Exit(code=0 if all(each.steps for each in traced) else 1)
