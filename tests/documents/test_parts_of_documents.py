"""What a plan and an assessment say beyond the law: foreword, vision, risks, Welsh words, and each side of a theme."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from tests.documents.test_views import names

from cspcycle.application.render import Wish, render
from cspcycle.documents.views.assessment import assessment_view
from cspcycle.documents.views.plan import plan_view

TODAY = date(2026, 11, 24)
HEAD = """\
partnership:
  name: Sill Community Safety Partnership
  area: {name: Sill, nation: wales, kind: welsh-principal-area}
priorities: [{id: theft, title: Theft}]
"""


def theme(*findings: str) -> dict[str, Any]:
    rows = "".join(f"    - {{theme: theft, {finding}}}\n" for finding in findings)
    view = assessment_view(names(f"strategic_assessment:\n  findings:\n{rows}"), [])
    (only,) = cast("list[dict[str, Any]]", view["themes"])
    return only


def test_a_theme_goes_from_its_volume_to_its_gaps_whatever_the_order_of_the_files() -> None:
    found = theme("id: a, title: A, kind: gap", "id: b, title: B", "id: c, title: C, kind: level")
    assert [finding["title"] for finding in found["findings"]] == ["C", "A", "B"]
    assert [finding["aspect"] for finding in found["findings"]] == ["Volume", "Gaps", ""]


def test_a_theme_says_which_sides_of_it_nobody_wrote_of() -> None:
    kinds = ("level", "rate", "change", "comparison", "victims", "offenders", "places", "times", "reason", "response")
    found = theme(*(f"id: {kind}, title: {kind}, kind: {kind}" for kind in kinds))
    assert found["silent_on"] == ["gaps"]


def test_an_indicator_tells_its_volume_rate_trend_and_comparison_itself() -> None:
    found = theme("id: a, title: A, kind: places, indicator: ons/burglary")
    assert found["silent_on"] == ["victims", "offenders", "times", "reasons", "response", "gaps"]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("", "1,412 (year 2025)"),
        (", unit: offences", "1,412 offences (year 2025)"),
        (', unit: "%"', "1,412% (year 2025)"),
    ],
)
def test_a_figure_of_a_finding_says_what_it_counts(unit: str, words: str) -> None:
    (finding,) = theme(f"id: a, title: A, figure: {{value: 1412, period: year 2025}}{unit}")["findings"]
    assert finding["figure"] == words


def test_a_vision_keeps_its_capital_letter_and_gets_its_full_stop_from_the_template() -> None:
    assert plan_view(names("partnership_plan: {vision: Sill is safe.}"))["vision"] == "Sill is safe"


def rendered(folder: Path, text: str, audience: str = "public", file: str = "partnership-plan.html") -> str:
    (folder / "partnership.yaml").write_text(HEAD + text, encoding="utf-8")
    wish = Wish(TODAY, documents=("partnership-plan", "plan-summary"), output=folder / "out", audience=audience)
    (made,) = render(folder, wish)
    assert made.findings == ()
    return (folder / "out" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["partnership-plan", "plan-summary"])
def test_welsh_words_are_marked_as_welsh(document: str, tmp_path: Path) -> None:
    plan = "partnership_plan: {title_in_welsh: Cynllun Diogelwch Cymunedol, summary_in_welsh: Yn fwy diogel.}\n"
    text = rendered(tmp_path, plan, file=f"{document}.html")
    welsh = text.partition('<div lang="cy">')[2].partition("</div>")[0]
    assert "Cynllun Diogelwch Cymunedol" in welsh
    assert "Yn fwy diogel." in welsh
    assert 'lang="cy"' not in rendered(tmp_path, "partnership_plan: {title: Plan}\n", file=f"{document}.html")


def test_a_restricted_risk_is_for_the_partnership_only(tmp_path: Path) -> None:
    risk = "{risk: the tip dries up, owner: council, restricted: {basis: partnership-only, reason: an informant}}"
    plan = f"partnership_plan:\n  risks: [{risk}, {{risk: the grant ends}}]\n"
    public = rendered(tmp_path, plan)
    assert "The grant ends" in public
    assert "tip dries" not in public
    inside = rendered(tmp_path, plan, "partnership", "partnership-plan-for-the-partnership.html")
    assert "The tip dries up <strong>Restricted: an informant</strong>" in inside
