"""Annotations for GitHub, and every finding in the job's summary: GitHub shows only ten annotations a step."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cspcycle.application.result import Checked
from cspcycle.cli.reports.lines import sentence
from cspcycle.cli.reports.markdown import report
from cspcycle.source.diagnostic import CannotContinue, Severity
from cspcycle.source.printable import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotations(checked: Sequence[Checked], *, folder: Path) -> str:
    """One workflow command a finding, the gravest first, with paths as the repository has them."""
    found = sorted((finding for each in checked for finding in each.findings), key=lambda each: (-each.severity, each))
    lines = []
    for finding in found:
        path = Path(os.path.relpath(folder / finding.at.file)).as_posix()
        tail = "".join(
            f"\n{label}: {sentence(text)}" for label, text in (("Law", finding.law), ("Fix", finding.fix)) if text
        )
        lines.append(
            f"::{_COMMANDS[finding.severity]} file={_property(path)},line={finding.at.line},col={finding.at.column},"
            f"title={_property(finding.code)}::{_data(sentence(finding.message) + tail)}\n"
        )
    return "".join(lines)


def write_summary(checked: Sequence[Checked], *, on: date, path: str | None) -> None:
    """Add every finding to the file that GitHub names for the job's summary, if it names one.

    Raises: CannotContinue if the file cannot be written.
    """
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(report(checked, on=on) + "\n")
    except OSError as error:
        raise CannotContinue(
            f"the job's summary file cannot be written: {error.strerror}", "check GITHUB_STEP_SUMMARY"
        ) from error


def _data(text: str) -> str:
    parts = (printable(line) for line in text.split("\n"))
    return "%0A".join(part.replace("%", "%25").replace("\r", "%0D") for part in parts)


def _property(text: str) -> str:
    return printable(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
