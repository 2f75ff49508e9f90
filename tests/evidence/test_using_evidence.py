from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.evidence.conftest import BEDFORD, CITY_OF_LONDON, DATA, WORKBOOK, read
from tests.evidence.spreadsheets import NEW, long_rows, write_csv

from cspcycle.evidence.held import Held
from cspcycle.evidence.holdings import holdings
from cspcycle.evidence.quoted import find_disagreements, numbers
from cspcycle.evidence.record import Partnership, Withheld, year_ending
from cspcycle.evidence.trace import describe, trace
from cspcycle.evidence.weigh import CRITERIA, Theme, weigh
from cspcycle.source.diagnostic import Location

TOTAL = "ons/total-recorded-crime"
AT = Location("assessment.yaml", 12, 7)


@cache
def ons(partnership: Partnership = BEDFORD) -> Held:
    return Held(tuple(read(WORKBOOK, partnership).tables))


def test_every_number_of_an_indicator_is_traced_to_its_cells() -> None:
    count, change, rate = trace(ons(), BEDFORD, TOTAL)
    assert [record.place for record in count.records] == ["Table C2, cell G17"]
    assert [record.place for record in change.records] == ["Table C5, cell G17", "Table C2, cell G17"]
    assert [record.place for record in rate.records] == [
        "Table C2, cell G17",
        "Table C4, cell G17",
        "Table C4, cell I17",
    ]
    assert change.words == "change from 13,865 in year ending December 2023: +9.4 % (rise)"
    assert rate.words.startswith("80.93 per 1,000 residents, mid-2022: 187,500")
    assert "sha256 c3bd6fb94635" in describe(count.records[0])
    assert "read on 24 November 2026" in describe(count.records[0])


def test_the_cells_named_hold_the_figures() -> None:
    import python_calamine  # noqa: PLC0415

    book = python_calamine.CalamineWorkbook.from_path(WORKBOOK)
    held = ons()
    checked = 0
    for indicator in held.indicators:
        for record in held.series(indicator, BEDFORD):
            sheet, cell = record.place.split(", cell ")
            rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            letters, row = cell.rstrip("0123456789"), int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            column = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters))) - 1
            stands = rows[row - 1][column]
            assert stands == record.value or (isinstance(record.value, Withheld) and stands == f"[{record.value.mark}]")
            checked += 1
    assert checked == 23 * 2 + 24 + 2


def test_an_older_period_is_traced_without_a_comparison() -> None:
    (only,) = trace(ons(), BEDFORD, TOTAL, year_ending(2023, 12))
    assert only.number == 13865
    assert trace(ons(), BEDFORD, "ons/nothing") == []


def test_a_withheld_number_is_traced_to_its_reason() -> None:
    steps = trace(ons(CITY_OF_LONDON), CITY_OF_LONDON, "ons/homicide")
    assert any(isinstance(step.number, Withheld) for step in steps)
    assert any("fewer than 50" in step.words for step in steps)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Recorded crime rose by 9.4 % to 15,172 offences, 80.9 per 1,000 residents.", []),
        ("In the year ending December 2024 there were 15172 crimes in 3 wards.", []),
        ("Luton has 20,031.", ["figure-disagrees"]),
        ("Crime rose by 9 %, to 15,200.", ["figure-disagrees"]),
        ("Crime rose 12 per cent.", ["figure-disagrees"]),
        ("Crime fell to 15,172.", ["direction-disagrees"]),
        ("By the year ending March 2026 crime had risen.", ["period-disagrees"]),
        ("The force as a whole recorded 52,207 crimes.", []),
        ("Crime went up, and burglary went down.", []),
    ],
)
def test_words_are_held_against_the_figures(text: str, codes: list[str]) -> None:
    found = list(find_disagreements(text, ons(), BEDFORD, TOTAL, AT))
    assert [finding.code for finding in found] == [f"evidence/{code}" for code in codes]
    assert all(finding.at == AT and finding.fix for finding in found)


def test_a_change_that_chance_may_explain_is_not_called_a_rise() -> None:
    found = list(find_disagreements("Residential burglary rose.", ons(), BEDFORD, "ons/residential-burglary", AT))
    assert [finding.code for finding in found] == ["evidence/no-clear-change"]
    assert not list(find_disagreements("It rose by 5 %", ons(), BEDFORD, "own/unknown", AT))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("since 2019, in 12 wards", []),
        ("15,172 crimes, 9.4 % and 80.93 per 1,000", [15172, 9.4, 80.93]),
        ("−3.3 % (2024/25)", [-3.3]),
        ("250 calls on 2024-05-01", [250]),
    ],
)
def test_only_claims_are_taken_for_figures(text: str, values: list[float]) -> None:
    assert [quoted.value for quoted in numbers(text)] == values


THEMES = [
    Theme("Violence", ("ons/violence-against-the-person",)),
    Theme("Burglary", ("ons/residential-burglary",), codes=("28E",)),
    Theme("Shop theft", ("ons/shoplifting",), codes=("46",)),
    Theme("Drugs and weapons", ("ons/drug-offences", "ons/possession-of-weapons-offences")),
]
WEIGHTS = {"volume": 1, "peers": 1, "direction": 1, "harm": 2, "concern": 1}


@cache
def with_harm(folder: Path) -> Held:
    table = write_csv(folder / "long.csv", [NEW, *long_rows("2023/24")])
    weights = DATA / "severity" / "policeuk-ons-code-join.csv"
    return Held((*ons().tables, *read(table).tables, *read(weights).tables))


def test_the_matrix_scores_themes_within_each_criterion(tmp_path: Path) -> None:
    lines = weigh(with_harm(tmp_path), BEDFORD, THEMES, WEIGHTS, {"Violence": 0.6, "Shop theft": 0.2})
    by_name = {line.theme.name: line for line in lines}
    violence = by_name["Violence"]
    assert violence.cells["volume"].score == 4
    assert violence.cells["concern"].score == 4
    assert by_name["Shop theft"].cells["concern"].score == 0
    assert "60 % of the people consulted" in violence.cells["concern"].words
    assert "times the rate of England and Wales" in violence.cells["peers"].words
    assert by_name["Burglary"].missing == ("concern",)
    assert lines == sorted(lines, key=lambda line: -(line.total or 0))
    for line in lines:
        assert line.total is not None
        assert 0 <= line.total <= 4


def test_every_cell_of_the_matrix_rests_on_records(tmp_path: Path) -> None:
    for line in weigh(with_harm(tmp_path), BEDFORD, THEMES, WEIGHTS):
        for name in CRITERIA:
            cell = line.cells[name]
            assert (cell.value is None) or cell.records
            assert cell.words


def test_equal_themes_share_their_score() -> None:
    twice = [Theme("A", ("ons/robbery",)), Theme("B", ("ons/robbery",)), Theme("C", ("ons/homicide",))]
    scores = {line.theme.name: line.cells["volume"].score for line in weigh(ons(), BEDFORD, twice, WEIGHTS)}
    assert scores == {"A": 3, "B": 3, "C": 0}


def test_harm_names_its_drivers(tmp_path: Path) -> None:
    lines = weigh(with_harm(tmp_path), BEDFORD, THEMES, WEIGHTS)
    burglary = next(line for line in lines if line.theme.name == "Burglary").cells["harm"]
    assert burglary.value == pytest.approx(50 * 465, rel=0.01)
    assert "Residential burglary 100 %" in burglary.words


def test_a_theme_without_figures_comes_last_and_says_so() -> None:
    lines = weigh(ons(), BEDFORD, [*THEMES, Theme("Scams", ("own/scams",))], WEIGHTS)
    assert lines[-1].theme.name == "Scams"
    assert lines[-1].total is None
    assert lines[-1].missing == CRITERIA


def test_what_is_held_says_how_old_it_is() -> None:
    held = Held((*ons().tables, *read(DATA / "police-uk" / "bedfordshire").tables))
    lines = {line.title: line for line in holdings(held, on=date(2025, 5, 1))}
    table = lines["Police force area data tables"]
    assert (table.latest, table.is_stale) == (year_ending(2024, 12), False)
    assert lines["Street-level crime"].is_stale
    later = {line.title: line for line in holdings(held, on=date(2026, 11, 24))}
    assert later["Police force area data tables"].is_stale
    assert "quarterly" in later["Police force area data tables"].rhythm
