from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.evidence_cli.conftest import Cli

from cspcycle.application.evidence_read import open_evidence
from cspcycle.application.evidence_view import view_of
from cspcycle.application.validate import validate

DAY = date(2025, 7, 15)
MONTHS = [(year, month) for year in (2023, 2024) for month in range(1, 13)]
FINDING = """\
strategic_assessment:
  findings:
    - id: calls
      title: {title}
      source: ambulance service
      indicator: own/ambulance-calls
      caveat: counted by the service itself
"""


@pytest.fixture
def counted(cli: Cli, new_folder: Callable[..., Path]) -> Path:
    """A partnership with its own months, of which one is missing and the last is far above the others."""
    folder = new_folder()
    lines = ["area,period,indicator,value,unit,source"]
    for place, (year, month) in enumerate(MONTHS):
        if (year, month) != (2024, 3):
            value = 400 if place == 23 else 100 + place % 5
            lines.append(f"Bedford,{year}-{month:02d},Ambulance calls,{value},calls,Ambulance service")
    figures = folder.parent / "figures.csv"
    figures.write_text("\n".join(lines) + "\n", encoding="utf-8")
    added = cli("add", folder, figures)
    assert added.code == 0, added.out
    return folder


def test_own_months_are_shown_with_their_gap_and_their_unusual_month(cli: Cli, counted: Path) -> None:
    said = " ".join(cli("show", counted, "ambulance calls").out.split())
    assert "23 months from January 2023 to December 2024. - No data for March 2024." in said
    assert "December 2024 above the upper limit" in said
    assert "400 calls" in said
    assert "latest: December 2024; 1 indicator;" in cli("list", counted).out


def test_own_months_give_a_view_without_an_official_table(counted: Path) -> None:
    view = view_of(open_evidence(counted), on=DAY)
    assert view.overview is None
    assert view.weighing is None
    assert view.indicators == ()
    assert view.charts == ()


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("400 calls in December 2024", []),
        ("1,221 calls in 2023", []),
        ("1,211 calls in 2023", ["evidence/figure-disagrees"]),
        ("1,519 calls in the twelve months that were counted", ["evidence/figure-disagrees"]),
        ("400 calls in the year ending June 2025", ["evidence/period-disagrees"]),
    ],
)
def test_a_finding_may_state_a_month_or_twelve_together(counted: Path, title: str, codes: list[str]) -> None:
    path = counted / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8") + FINDING.format(title=title), encoding="utf-8")
    (checked,) = validate(counted, on=DAY, use_cache=False)
    found = [each for each in checked.findings if each.code.startswith("evidence/")]
    assert [each.code for each in found] == codes


def test_a_chart_of_rates_needs_several_areas(cli: Cli, counted: Path) -> None:
    run = cli("chart", counted, "ambulance calls", "--kind", "funnel")
    assert run.code == 2
    assert "ten partnerships" in run.err


def test_files_that_say_nothing_of_the_partnership_are_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text("principles: [one]\n", encoding="utf-8")
    run = cli("list", tmp_path)
    assert run.code == 2
    assert "do not say who the partnership is" in " ".join(run.err.split())
