"""`cspcycle evidence chart`: one chart as a file, and its figures as a table in the terminal."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.evidence_chart import write_chart
from cspcycle.application.evidence_read import open_evidence
from cspcycle.cli.evidence_words import FolderAndIndicator, folder_and_words
from cspcycle.source.diagnostic import CannotContinue


class Kind(StrEnum):
    """What the chart shows."""

    trend = "trend"
    ranked = "ranked"
    funnel = "funnel"
    profile = "profile"
    multiples = "multiples"


def command(
    words: FolderAndIndicator = None,
    kind: Annotated[
        Kind | None,
        typer.Option(help="Months with limits, rates of areas, all areas, the seasons, or all groups of crime."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The SVG file to write; named after the indicator if left out."),
    ] = None,
) -> None:
    """Write one accessible chart as SVG, with the same figures as a table."""
    from cspcycle.cli.reports.evidence_text import chart_report  # noqa: PLC0415 - after the help was asked for

    folder, wanted = folder_and_words(words)
    if len(wanted) != 1:
        raise CannotContinue("a chart shows one indicator", "name it, as `cspcycle evidence show` lists them")
    opened = open_evidence(folder)
    indicator = opened.indicator(wanted[0])
    path = output or Path(f"{indicator.replace('/', '-')}{f'-{kind.value}' if kind else ''}.svg")
    chart = write_chart(opened, indicator, kind.value if kind else None, path)
    print(chart_report(chart, path), end="")
