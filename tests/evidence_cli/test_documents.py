from __future__ import annotations

import re
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.evidence_cli.conftest import BEDFORD

from cspcycle.application.render import Wish, render
from cspcycle.cli.reports.rendering import report
from cspcycle.source.diagnostic import CannotContinue

DAY = date(2025, 7, 15)


def rendered(folder: Path, output: Path, *, is_final: bool = False) -> dict[str, str]:
    wish = Wish(DAY, ("strategic-assessment", "scorecard"), ("html", "markdown"), output, is_final=is_final)
    (done,) = render(folder, wish)
    texts = {name: (done.output / name).read_text(encoding="utf-8") for name, _ in done.files}
    return texts | {"findings": " ".join(found.code for found in done.findings)}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return rendered(BEDFORD, tmp_path_factory.mktemp("out"))


def test_the_assessment_draws_its_charts_and_shows_the_same_in_figures(documents: dict[str, str]) -> None:
    page = documents["strategic-assessment.html"]
    charts = re.findall(r"<svg\b.*?</svg>", page, re.DOTALL)
    assert len(charts) == 9
    for chart in charts:
        assert 'role="img"' in chart
        assert "<title" in chart
        assert "<desc" in chart
    assert page.count("<table") > len(charts)
    assert "Offences per 1,000 residents" in page


def test_a_draft_without_scipy_says_what_it_lacks_and_nothing_final_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    wish = Wish(DAY, ("strategic-assessment",), ("markdown",), tmp_path)
    (done,) = render(BEDFORD, wish)
    text = (tmp_path / "strategic-assessment.md").read_text(encoding="utf-8")
    assert "## What we found, by theme" in text
    assert "Figure 1" not in text
    for words in (text, report(done, root=BEDFORD, is_check=False, is_final=False)):
        assert "tables and charts of the evidence" in " ".join(words.split())
        assert "cspcycle[evidence]" in words.replace("\\", "")
    for whole in (replace(wish, is_final=True), replace(wish, is_check=True)):
        with pytest.raises(CannotContinue, match="support is not installed"):
            next(render(BEDFORD, whole))


def test_the_assessment_prints_level_caveats_weighing_and_attributions(documents: dict[str, str]) -> None:
    text = " ".join(documents["strategic-assessment.md"].split())
    for words in (
        "| Total recorded crime | 13,865 | 15,172 | +9.4 % (rise) | 80.93 | 87.31 |",
        "a percentage on fewer than 50 offences in either year is not shown",
        "Rates divide by residents mid-2022",
        "force-wide, not local",
        "45 % of the people consulted named it",
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0",
        "Source: data.police.uk",
    ):
        assert words in text


def test_the_scorecard_takes_its_figures_from_the_record(documents: dict[str, str]) -> None:
    row = next(line for line in documents["scorecard.md"].splitlines() if line.startswith("| Shop theft"))
    assert "1,966 (year ending December 2024)" in row
    assert "1,127 (year ending December 2023)" in row


def test_a_restricted_finding_lends_no_chart_to_a_public_assessment(tmp_path: Path) -> None:
    folder = tmp_path / "bedford"
    shutil.copytree(BEDFORD, folder)
    path = folder / "strategic-assessment.yaml"
    text = path.read_text(encoding="utf-8")
    restricted = (
        "    - id: vehicle-crime\n      restricted: {basis: partnership-only, reason: an operation is planned}\n"
    )
    path.write_text(text.replace("    - id: vehicle-crime\n", restricted), encoding="utf-8")
    page = rendered(folder, tmp_path / "out")["strategic-assessment.html"]
    assert "Vehicle offences: Bedford and similar areas" not in page
    assert page.count("<svg") == 8


def test_a_final_assessment_is_refused_while_its_figures_disagree(tmp_path: Path) -> None:
    folder = tmp_path / "bedford"
    shutil.copytree(BEDFORD, folder)
    path = folder / "strategic-assessment.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("15,172", "15,712"), encoding="utf-8")
    assert "evidence/figure-disagrees" in rendered(folder, tmp_path / "out", is_final=True)["findings"]


def test_a_fall_has_a_true_minus_sign_as_the_other_figures_have(documents: dict[str, str]) -> None:
    table = documents["strategic-assessment.md"].partition("Police recorded crime in Bedford")[2][:6000]
    assert "\N{MINUS SIGN}29.1 % (fall)" in table
    assert "-29.1" not in documents["strategic-assessment.md"]
