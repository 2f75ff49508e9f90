from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.evidence.conftest import (
    BEDFORD,
    CENTRAL_BEDFORDSHIRE,
    CITY_OF_LONDON,
    DATA,
    HACKNEY,
    LUTON,
    TOWER_HAMLETS,
    WORKBOOK,
    read,
)

from cspcycle.evidence.held import Held
from cspcycle.evidence.honesty.caveat import Caveat, find_caveats
from cspcycle.evidence.honesty.two_sources import located_shares
from cspcycle.evidence.record import Partnership
from cspcycle.source.diagnostic import Location, Severity

POPULATION = next((DATA / "population").glob("*.xlsx"))


@cache
def ons(partnership: Partnership) -> Held:
    return Held(tuple(read(WORKBOOK, partnership).tables))


def caveats(partnership: Partnership, code: str) -> list[Caveat]:
    return [caveat for caveat in find_caveats(ons(partnership), partnership) if caveat.code == f"evidence/{code}"]


@pytest.mark.parametrize("partnership", [HACKNEY, TOWER_HAMLETS], ids=["Hackney", "Tower Hamlets"])
def test_london_boroughs_carry_the_unassigned_caveat(partnership: Partnership) -> None:
    (found,) = caveats(partnership, "unassigned-crimes")
    assert found.severity is Severity.WARNING
    assert "0.4 % of its crimes to no partnership in year ending December 2023" in found.words
    assert "3.5 % in year ending December 2024" in found.words
    assert "3 points lower" in found.words
    assert found.concerns("ons/burglary")
    assert not found.concerns("police-uk/burglary")


def test_a_large_steady_share_is_said_too() -> None:
    (found,) = caveats(Partnership("Kingston upon Hull, City of"), "unassigned-crimes")
    assert "levels here are too low" in found.words or "points" in found.words


@pytest.mark.parametrize("partnership", [BEDFORD, CITY_OF_LONDON], ids=["Bedford", "City of London"])
def test_a_force_without_many_unassigned_crimes_is_left_in_peace(partnership: Partnership) -> None:
    assert not caveats(partnership, "unassigned-crimes")


def test_a_rise_of_the_whole_force_is_not_called_local() -> None:
    found = caveats(Partnership("Exeter"), "force-wide-change")
    total = [caveat for caveat in found if caveat.concerns("ons/total-recorded-crime")]
    assert len(total) == 1
    assert "force-wide, not local: the 7 partnerships" in total[0].words
    assert "+29.4 %" in total[0].words
    assert not [caveat for caveat in caveats(BEDFORD, "force-wide-change") if "Total" in caveat.words]


def test_the_city_of_london_has_no_rate_and_its_note() -> None:
    (found,) = caveats(CITY_OF_LONDON, "no-rate")
    assert "resident population is too small" in found.words
    assert any("City of London" in caveat.words for caveat in caveats(CITY_OF_LONDON, "publisher-note"))


def test_visitors_are_named_where_the_rate_is_high() -> None:
    assert caveats(Partnership("Westminster"), "visitors")
    assert not caveats(BEDFORD, "visitors")


def test_the_year_of_the_population_is_said() -> None:
    (found,) = caveats(BEDFORD, "population-year")
    assert "mid-2022" in found.words


def test_a_population_revised_since_is_said() -> None:
    held = Held((*ons(CENTRAL_BEDFORDSHIRE).tables, *read(POPULATION, CENTRAL_BEDFORDSHIRE).tables))
    tower = Held((*ons(TOWER_HAMLETS).tables, *read(POPULATION, TOWER_HAMLETS).tables))
    codes = [[caveat.code for caveat in find_caveats(one, whose)] for one, whose in
             ((held, CENTRAL_BEDFORDSHIRE), (tower, TOWER_HAMLETS))]  # fmt: skip
    assert any("evidence/population-revised" in one for one in codes)


def test_drugs_and_weapons_say_where_the_police_looked() -> None:
    (found,) = caveats(BEDFORD, "police-activity")
    assert found.concerns("ons/drug-offences")
    assert found.concerns("ons/possession-of-weapons-offences")
    assert not found.concerns("ons/burglary")


def test_combined_and_split_areas_are_named() -> None:
    assert any("combines several" in caveat.words for caveat in caveats(Partnership("North Devon"), "publisher-note"))
    assert any("also covers" in caveat.words for caveat in caveats(Partnership("Bournemouth"), "publisher-note"))


def test_two_editions_in_one_comparison_are_named() -> None:
    tables = ons(BEDFORD).tables
    old = next(table for table in tables if table.name == "Table C5")
    other = replace(old, source=replace(old.source, sha256="1" * 64, edition="year ending December 2023"))
    held = Held((*(table for table in tables if table is not old), other))
    assert [caveat for caveat in find_caveats(held, BEDFORD) if caveat.code == "evidence/editions-mixed"]
    assert not caveats(BEDFORD, "editions-mixed")


@cache
def both(partnership: Partnership) -> Held:
    street = read(DATA / "police-uk" / "bedfordshire", partnership).tables
    return Held((*ons(partnership).tables, *street))


@pytest.mark.parametrize(
    ("partnership", "share"),
    [(BEDFORD, 0.981), (CENTRAL_BEDFORDSHIRE, 0.984), (LUTON, 0.943)],
    ids=str,
)
def test_police_uk_places_the_known_share_of_the_ons_count(partnership: Partnership, share: float) -> None:
    found = located_shares(both(partnership), partnership)
    assert found["police-uk/all-crime"][1] == pytest.approx(share, abs=0.0006)
    assert 0.94 <= found["police-uk/all-crime"][1] <= 0.99


def test_luton_shoplifting_is_named_as_under_located() -> None:
    found = [one for one in find_caveats(both(LUTON), LUTON) if one.code == "evidence/under-located"]
    assert [one.words.split(":")[0] for one in found] == ["Shoplifting is under-located"]
    assert "only 69 %" in found[0].words
    assert not [one for one in find_caveats(both(BEDFORD), BEDFORD) if one.code == "evidence/under-located"]


def test_outcomes_of_late_months_are_called_immature() -> None:
    assert [one for one in find_caveats(both(BEDFORD), BEDFORD) if one.code == "evidence/outcomes-immature"]


def test_a_caveat_is_a_finding_where_the_figure_is_used() -> None:
    (found,) = caveats(HACKNEY, "unassigned-crimes")
    finding = found.diagnostic(Location("assessment.yaml", 4, 2))
    assert (finding.code, finding.at.line, finding.severity) == ("evidence/unassigned-crimes", 4, Severity.WARNING)
    assert finding.fix


def test_no_evidence_needs_no_caveat() -> None:
    assert not find_caveats(Held(()), BEDFORD)
