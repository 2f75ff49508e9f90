from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from tests.evidence.conftest import BEDFORD, CITY_OF_LONDON, DATA, HACKNEY, READ_ON, WORKBOOK, read

from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.importer import Imported
from cspcycle.evidence.keep import keep
from cspcycle.evidence.record import Partnership, Withheld, month_period
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.stored import read_evidence
from cspcycle.evidence.supply import withhold_thin_months

TOTAL = "ons/total-recorded-crime"
CARMARTHENSHIRE = Partnership("Carmarthenshire", "W14000012", "", "Dyfed-Powys", "Wales")


def total(imported: Imported, partnership: Partnership) -> Comparison:
    found = compare(Held(tuple(imported.tables)), partnership, TOTAL, similar=["Luton", "E22000353"])
    assert found is not None
    return found


def test_bedford_stands_beside_its_force_the_nation_and_similar_areas(bedford_from_ons: Imported) -> None:
    found = total(bedford_from_ons, BEDFORD)
    assert isinstance(found.own.rate, Rate)
    assert found.own.rate.value == pytest.approx(80.93, abs=0.005)
    assert found.own.change is not None
    assert found.own.change.words == "rise"
    assert found.force is not None
    assert found.force.count == 15172 + 15910 + 20031 + 1094
    assert found.nation is not None
    assert isinstance(found.nation.rate, Rate)
    assert 80 < found.nation.rate.value < 95
    assert {one.area.name for one in found.similar} == {"Luton", "Central Bedfordshire"}
    assert found.ranked == 313
    assert found.rank is not None
    higher = [one for one in found.every if isinstance(one.rate, Rate) and one.rate.value > found.own.rate.value]
    assert found.rank == len(higher) + 1
    assert found.is_outlier is False
    assert found.ratio_to_nation is not None
    assert found.ratio_to_nation.value == pytest.approx(found.own.rate.value / found.nation.rate.value, rel=1e-3)


def test_the_middle_partnership_is_the_published_one(bedford_from_ons: Imported) -> None:
    found = total(bedford_from_ons, BEDFORD)
    rates = sorted(one.rate.value for one in found.every if isinstance(one.rate, Rate))
    changes = sorted(one.change.percent for one in found.every if one.change and isinstance(one.change.percent, float))
    assert rates[len(rates) // 2] == pytest.approx(74.6, abs=0.2)
    assert median(changes) == pytest.approx(-3.6, abs=0.05)


def test_residential_burglary_is_divided_by_households(bedford_from_ons: Imported) -> None:
    found = compare(Held(tuple(bedford_from_ons.tables)), BEDFORD, "ons/residential-burglary")
    assert found is not None
    assert found.own.base == 75_000


def test_the_city_of_london_has_no_rate_rank_or_place_in_the_funnel() -> None:
    found = total(read(WORKBOOK, CITY_OF_LONDON), CITY_OF_LONDON)
    assert isinstance(found.own.rate, Withheld)
    assert (found.rank, found.is_outlier, found.ratio_to_nation, found.force) == (None, None, None, None)


def test_westminster_is_an_outlier() -> None:
    westminster = Partnership("Westminster")
    assert total(read(WORKBOOK, westminster), westminster).is_outlier is True


def test_there_is_no_comparison_without_a_figure(bedford_from_ons: Imported) -> None:
    held = Held(tuple(bedford_from_ons.tables))
    assert compare(held, BEDFORD, "ons/nothing") is None
    assert compare(held, Partnership("Elsewhere", "E22999999"), TOTAL) is None
    assert compare(held, HACKNEY, TOTAL) is not None


def test_thin_months_are_withheld_once_ons_says_what_is_usual(tmp_path: Path) -> None:
    keep(tmp_path, read(DATA / "police-uk" / "dyfed-powys", CARMARTHENSHIRE))
    held, _ = read_evidence(tmp_path)
    values = [record.value for record in held.series("police-uk/all-crime", CARMARTHENSHIRE)]
    assert [isinstance(value, Withheld) for value in values] == [False, True, True, True]
    keep(tmp_path, read(WORKBOOK, CARMARTHENSHIRE))
    held, _ = read_evidence(tmp_path)
    series = held.series("police-uk/all-crime", CARMARTHENSHIRE)
    assert all(isinstance(record.value, Withheld) for record in series)
    first = series[0].value
    assert isinstance(first, Withheld)
    assert "910 crimes of the whole force" in first.reason
    assert "by ONS" in first.reason
    assert any("January 2024: no data" in caveat for caveat in series[0].caveats)


def test_months_with_types_of_crime_gone_are_thin() -> None:
    imported = read(DATA / "police-uk" / "bedfordshire")
    months = [table for table in imported.tables if table.source.title == "Street-level crime"]
    gone = months[0]
    assert gone.period == month_period(2023, 1)
    names = {"police-uk/robbery", "police-uk/burglary", "police-uk/shoplifting"}
    places = [gone.position[name] for name in names]
    rows = tuple(
        row._replace(values=tuple(0 if place in places else value for place, value in enumerate(row.values)))
        for row in gone.rows
    )
    thin = type(gone)(gone.source, gone.name, gone.period, gone.indicators, gone.columns, rows)
    result = withhold_thin_months((thin, *months[1:]))
    value = result[0].rows[0].values[0]
    assert isinstance(value, Withheld)
    assert "3 of 14 types" in value.reason
    assert not isinstance(result[1].rows[0].values[0], Withheld)


def test_adding_the_same_file_again_changes_nothing(tmp_path: Path, bedford_from_ons: Imported) -> None:
    path, since, notes = keep(tmp_path, bedford_from_ons)
    assert path is not None
    first = path.read_bytes()
    assert (since, notes) == (None, ())
    assert keep(tmp_path, bedford_from_ons) == (path, READ_ON, ())
    assert path.read_bytes() == first


def test_months_are_added_to_those_held(tmp_path: Path) -> None:
    files = sorted((DATA / "police-uk" / "bedfordshire").glob("*street*"))
    keep(tmp_path, read(files[0]))
    keep(tmp_path, read(files[1]))
    held, _ = read_evidence(tmp_path)
    assert len(held.series("police-uk/all-crime", BEDFORD)) == 2


def test_an_edition_that_changes_a_figure_is_said(tmp_path: Path, bedford_from_ons: Imported) -> None:
    keep(tmp_path, bedford_from_ons)
    table = bedford_from_ons.tables[0]
    source = type(table.source)(
        **{name: getattr(table.source, name) for name in table.source.__slots__ if name != "sha256"}, sha256="0" * 64
    )
    row = table.rows[1]._replace(values=(1, *table.rows[1].values[1:]))
    other = type(table)(source, table.name, table.period, table.indicators, table.columns, (row, *table.rows[2:]))
    notes = keep(tmp_path, Imported(bedford_from_ons.name, [other])).notes
    assert [note.code for note in notes] == ["evidence/edition-replaced"]


def test_evidence_that_cannot_be_read_is_not_overwritten(tmp_path: Path, bedford_from_ons: Imported) -> None:
    (tmp_path / "evidence").mkdir()
    broken = tmp_path / "evidence" / f"{bedford_from_ons.name}.json"
    broken.write_text("{", "utf-8")
    path, _, findings = keep(tmp_path, bedford_from_ons)
    assert path is None
    assert findings
    assert broken.read_text("utf-8") == "{"
    assert keep(tmp_path, Imported("nothing")) == (None, None, ())
