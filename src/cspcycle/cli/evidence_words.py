"""How the commands on evidence read `[FOLDER] WORD`: a first word that names a folder is one."""

from pathlib import Path
from typing import Annotated

import typer

from cspcycle.source.diagnostic import Diagnostic, Severity

FolderAndIndicator = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FOLDER] [INDICATOR]",
        help="The partnership's folder (this one if left out), and an indicator by its id or title.",
    ),
]


def folder_and_words(words: list[str] | None) -> tuple[Path, list[str]]:
    """The folder, which is the present one where the first word names none, and the other words."""
    given = list(words or ())
    if given and (Path(given[0]).is_dir() or given[0].endswith(("/", "\\"))):
        return Path(given[0]), given[1:]
    return Path(), given


def print_findings(findings: list[Diagnostic], folder: Path) -> None:
    """The findings, with the line that each is about where it is a line of a file in the folder."""
    from cspcycle.cli.reports.text import Excerpts, finding_lines  # noqa: PLC0415 - only where there are findings

    excerpts = Excerpts(folder)
    for finding in sorted(findings):
        print("\n".join(finding_lines(finding, excerpts, colour=False)))


def has_errors(findings: list[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
