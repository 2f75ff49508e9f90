"""The facts that a user must get from the official files, through the commands a user types."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.evidence_cli.conftest import BEDFORD, DATA, WORKBOOK, Cli

from cspcycle.application.evidence_measures import with_figures
from cspcycle.application.evidence_read import Opened
from cspcycle.application.evidence_trace import other_steps, own_steps, steps_to, trace_words
from cspcycle.application.evidence_view import EvidenceView, TableView, view_of
from cspcycle.application.validate import validate
from cspcycle.evidence.trace import Step

Folder = Callable[..., Path]

FACTS = {
    "Bedford": ("E22000009", "Bedfordshire", "15,172", "+9.4 % on 13,865", "80.93"),
    "Central Bedfordshire": ("E22000353", "Bedfordshire", "15,910", "+1.4 % on 15,690", "52.77"),
    "Luton": ("E22000010", "Bedfordshire", "20,031", "+5.5 % on 18,991", "88.25"),
    "Middlesbrough": ("E22000029", "Cleveland", "23,966", "-5.0 % on 25,216", "161.62"),
    "Trafford": ("E22000107", "Greater Manchester", "17,861", "-9.5 % on 19,729", "75.59"),
    "Hackney": ("E22000197", "Metropolitan Police", "33,181", "+2.9 % on 32,241", "126.89"),
    "Tower Hamlets": ("E22000215", "Metropolitan Police", "36,230", "-3.3 % on 37,467", "111.21"),
    "Barnet": ("E22000187", "Metropolitan Police", "27,951", "-4.5 % on 29,253", "71.83"),
}


@pytest.mark.parametrize("name", FACTS)
def test_count_change_and_rate_are_those_that_ons_publishes(cli: Cli, new_folder: Folder, name: str) -> None:
    code, force, count, change, rate = FACTS[name]
    folder = new_folder(name, code, force)
    assert cli("add", folder, WORKBOOK).code == 0
    said = " ".join(cli("show", folder, "total recorded crime").out.split())
    assert f"Level: {count} offences" in said
    assert f"Change: {change} the year before" in said
    assert f"Rate: {rate} per 1,000 residents" in said
    assert ("Metropolitan Police assigned" in said) == (force == "Metropolitan Police")


def test_the_city_of_london_has_no_rate_and_its_crimes_are_not_cheshires(cli: Cli, new_folder: Folder) -> None:
    folder = new_folder("City of London", "E22000180", "City of London", kind="city-of-london")
    cli("add", folder, WORKBOOK)
    said = " ".join(cli("show", folder, "total recorded crime").out.split())
    assert "Level: 9,270 offences" in said
    assert "+7.8 % on 8,599" in said
    assert re.search(r"Rate: [a-z]", said)
    assert "9,270" not in cli("compare", folder, "--with", "Cheshire East").out.split("Cheshire East")[1].split("\n")[0]


def test_thin_months_of_dyfed_powys_are_gaps_and_never_low_figures(
    cli: Cli, new_folder: Folder, tmp_path: Path
) -> None:
    folder = new_folder("Carmarthenshire", "W14000010", "Dyfed-Powys", kind="welsh-principal-area", nation="wales")
    assert cli("add", folder, DATA / "police-uk" / "dyfed-powys").code == 0
    path = tmp_path / "trend.svg"
    out = cli("chart", folder, "police-uk/all-crime", "--output", path).out
    assert "no data" in path.read_text(encoding="utf-8")
    assert re.search(r"February 2024 +no data: Dyfed-Powys", out)


def test_luton_shoplifting_is_named_as_under_located(cli: Cli, new_folder: Folder) -> None:
    folder = new_folder("Luton", "E22000010")
    cli("add", folder, WORKBOOK, DATA / "police-uk" / "bedfordshire")
    said = " ".join(cli("show", folder, "police-uk/shoplifting").out.split())
    assert "Shoplifting is under-located: police.uk places only 69 % of the ONS count" in said
    assert "police.uk places 94.3 % of the crimes that ONS counts here" in said


def test_the_bedford_example_is_well_on_its_day() -> None:
    (checked,) = validate(BEDFORD, on=date(2025, 7, 15), use_cache=False)
    assert checked.findings == ()


def test_the_bedford_example_rests_on_the_fixtures_as_they_are_published(bedford: Opened) -> None:
    prints = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for table in bedford.held.tables:
        if table.source.title != "Street-level crime by LSOA" and "police.uk" not in table.source.publisher:
            assert table.source.sha256 in prints
        assert table.source.licence
        assert table.source.attribution


def test_every_number_of_the_findings_is_traced_to_a_cell(bedford: Opened) -> None:
    traced = trace_words(bedford, [])
    assert len(traced) > 20
    for each in traced:
        assert each.steps, each.what
        for _, places in each.steps:
            assert all(
                re.search(r"cell [A-Z]+\d+|column [A-Z]+|counted over the whole file", place) for place in places
            )


@pytest.fixture(scope="module")
def view(bedford: Opened) -> EvidenceView:
    return view_of(bedford, on=date(2025, 7, 15))


NUMBER = re.compile(r"(?<![\w.])[+-]?\d[\d,]*(?:\.\d+)?")


NOT_FIGURES = re.compile(
    r"(year ending|mid-|in the year of) ?[A-Z]?\w* ?\d{4}|rounded to 100|\b3 partnerships|(January|December) \d{4}"
)


def numbers_in(table: TableView) -> set[str]:
    """The figures in the cells; years, months and the publisher's own limits of its rules are none."""
    cells = [cell for row in table.rows for cell in row[1:]]
    return {
        number
        for cell in cells
        for number in NUMBER.findall(re.sub(r"on fewer than 50|one of \d+ months|thirds? of|99\.8 %", "", cell))
    }


def test_every_number_of_its_tables_and_charts_is_traced(bedford: Opened, view: EvidenceView) -> None:
    assert view.overview is not None
    ids = [one for one in bedford.held.indicators if not one.endswith("/rate")]
    official = [one for one in ids if one.startswith("ons/")]
    steps: list[Step] = [*own_steps(bedford, ids), *other_steps(bedford, official)]
    assert len(view.charts) >= len(view.indicators)
    for table in (view.overview, *(chart.table for chart in view.charts)):
        for number in numbers_in(table):
            found = steps_to(number, steps)
            assert found, f"{number} in {table.title}"
            assert all(step.records for step in found)


def test_every_figure_of_the_matrix_and_of_the_caveats_is_traced(bedford: Opened, view: EvidenceView) -> None:
    ids = [one for one in bedford.held.indicators if not one.endswith("/rate")]
    steps = [*own_steps(bedford, ids), *other_steps(bedford, ids)]
    assert view.weighing is not None
    cells = [cell.partition(": ")[2] for row in view.weighing.rows for cell in row[1:5]]
    words = [NOT_FIGURES.sub("", text) for text in (*cells, *view.caveats)]
    figures = {number for text in words for number in NUMBER.findall(text)}
    assert {"1.24", "+74.4", "98.1"} <= figures
    for figure in figures:
        assert steps_to(figure, steps), figure


def test_a_measure_that_cites_an_indicator_has_its_figures_from_the_record(bedford: Opened) -> None:
    measure = with_figures(bedford.dossier, bedford.held).priorities[0].measures[0]
    assert measure.latest is not None
    assert (measure.latest.value, measure.latest.period) == (1966, "year ending December 2024")
    assert measure.previous is not None
    assert measure.previous.value == 1127
    assert measure.at("indicator") == bedford.dossier.priorities[0].measures[0].at("indicator")


def test_every_chart_and_table_carries_its_attribution(view: EvidenceView) -> None:
    for chart in view.charts:
        assert "Open Government Licence" in chart.table.attribution
        assert 'role="img"' in chart.svg
    assert view.weighing is not None
    assert "Open Government Licence" in view.weighing.attribution
    assert all("Open Government Licence" in each for each in view.attributions)
