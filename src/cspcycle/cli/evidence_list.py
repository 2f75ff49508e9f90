"""`cspcycle evidence list`: what is held, how old it is, and what is stale."""

from pathlib import Path

import typer

from cspcycle.application.evidence_read import open_evidence
from cspcycle.cli.evidence_words import has_errors, print_findings
from cspcycle.cli.options import Folder, On, today


def command(folder: Folder = Path(), on: On = None) -> None:
    """List what is held, how old it is, and what its publisher has probably replaced."""
    from cspcycle.cli.reports.evidence_text import list_report  # noqa: PLC0415 - after the help was asked for

    opened = open_evidence(folder)
    print(list_report(opened, on=on or today()), end="")
    print_findings(list(opened.findings), folder)
    raise typer.Exit(code=1 if has_errors(list(opened.findings)) else 0)
