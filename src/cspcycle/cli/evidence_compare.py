"""`cspcycle evidence compare`: the partnership's rate beside others'."""

from typing import Annotated

import typer

from cspcycle.application.evidence_compare import compare_areas
from cspcycle.application.evidence_read import open_evidence
from cspcycle.cli.evidence_words import FolderAndIndicator, folder_and_words


def command(
    words: FolderAndIndicator = None,
    areas: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="AREA",
            help="A partnership to compare with, by ONS name or code; may be given several times.",
        ),
    ] = None,
) -> None:
    """Put the partnership beside its force, England and Wales, and similar areas."""
    from cspcycle.cli.reports.evidence_text import compare_report  # noqa: PLC0415 - after the help was asked for

    folder, wanted = folder_and_words(words)
    opened = open_evidence(folder)
    for each in compare_areas(opened, wanted, tuple(areas or ())):
        print(compare_report(each), end="")
