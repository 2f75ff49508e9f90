"""`cspcycle evidence weigh`: the scoring matrix that a board can defend, every cell with its figure."""

from pathlib import Path

from cspcycle.application.evidence_read import open_evidence
from cspcycle.application.evidence_weigh import weigh_themes, weights_of
from cspcycle.cli.options import Folder


def command(folder: Folder = Path()) -> None:
    """Score the themes of the assessment by the partnership's own weights; decides nothing."""
    from cspcycle.cli.reports.evidence_text import weigh_report  # noqa: PLC0415 - after the help was asked for

    opened = open_evidence(folder)
    print(weigh_report(weigh_themes(opened), weights_of(opened)), end="")
