"""`cspcycle evidence show`: one indicator in full, or a line for each that is held."""

import typer

from cspcycle.application.evidence_indicator import view_indicator
from cspcycle.application.evidence_read import open_evidence
from cspcycle.cli.evidence_words import FolderAndIndicator, folder_and_words, has_errors, print_findings


def command(words: FolderAndIndicator = None) -> None:
    """Show one indicator, or a line for each: level, rate, change, comparison, caveats."""
    from cspcycle.cli.reports import evidence_text  # noqa: PLC0415 - after the help was asked for

    folder, wanted = folder_and_words(words)
    opened = open_evidence(folder)
    if wanted:
        for name in wanted:
            indicator = opened.indicator(name)
            print(evidence_text.show_report(opened, indicator, view_indicator(opened, indicator)), end="")
    else:
        print(evidence_text.every_indicator(opened), end="")
    print_findings(list(opened.findings), folder)
    raise typer.Exit(code=1 if has_errors(list(opened.findings)) else 0)
