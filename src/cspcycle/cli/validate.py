"""`cspcycle validate`: what is missing or contradictory, and which law asks for it."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.validate import validate
from cspcycle.cli.options import Fail, FailOn, Folder, On, reaches, today


class Style(StrEnum):
    """How the findings look."""

    text = "text"
    json = "json"
    github = "github"
    markdown = "markdown"


def command(
    folder: Folder = Path(),
    on: On = None,
    style: Annotated[Style, typer.Option("--format", help="How the findings look.")] = Style.text,
    fail_on: Fail = FailOn.error,
    cache: Annotated[
        bool,
        typer.Option(
            envvar="CSPCYCLE_CACHE", help="Answer for unchanged files from the last run; kept in your own cache folder."
        ),
    ] = True,
) -> None:
    """Say what is missing or contradictory in FOLDER, and which law asks for it."""
    day = on or today()
    checked = validate(folder, on=day, use_cache=cache)
    if style is Style.json:
        from cspcycle.cli.reports.json_report import report  # noqa: PLC0415 - only the format asked for

        print(report(checked, on=day))
    elif style is Style.markdown:
        from cspcycle.cli.reports.markdown import report as as_markdown  # noqa: PLC0415

        print(as_markdown(checked, on=day))
    elif style is Style.github:
        from cspcycle.cli.reports import github  # noqa: PLC0415

        print(github.annotations(checked, folder=folder), end="")
        github.write_summary(checked, on=day, path=os.environ.get("GITHUB_STEP_SUMMARY"))
    else:
        from cspcycle.cli.reports.text import report as as_text  # noqa: PLC0415

        print(
            as_text(checked, folder=folder, on=day, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ), end=""
        )
    severities = [finding.severity for each in checked for finding in each.findings]
    raise typer.Exit(code=1 if reaches(severities, fail_on) else 0)
