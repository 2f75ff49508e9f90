from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.conftest import (
    BEDFORD,
    CENTRAL_BEDFORDSHIRE,
    CITY_OF_LONDON,
    HACKNEY,
    LUTON,
    TOWER_HAMLETS,
    WORKBOOK,
    read,
)

from cspcycle.evidence.grid import Grid
from cspcycle.evidence.held import Held
from cspcycle.evidence.importer import Imported, Peek
from cspcycle.evidence.ons_grid import OnsTable, find_tables
from cspcycle.evidence.record import Partnership, Row, Withheld, year_ending
from cspcycle.evidence.statistics.change import percent_change
from cspcycle.evidence.workbook import read_workbook
from cspcycle.source.diagnostic import Diagnostic

TOTAL = "ons/total-recorded-crime"
LATEST, BEFORE = year_ending(2024, 12), year_ending(2023, 12)


@pytest.fixture(scope="module")
def grids() -> list[Grid]:
    return read_workbook(Peek(WORKBOOK), b"artnership", b"CSP")[0]


@pytest.fixture(scope="module")
def tables(grids: list[Grid]) -> dict[str, OnsTable]:
    findings: list[Diagnostic] = []
    found = {table.name: table for table in find_tables(grids, findings)}
    assert not findings
    return found


def rows(table: OnsTable) -> dict[tuple[str, ...], Row]:
    return {area: table.row(number, table.measures, []) for number, area in table.areas.items()}


def test_every_published_change_is_reproduced_and_every_withheld_one_withheld(tables: dict[str, OnsTable]) -> None:
    now, before, change = (rows(tables[f"Table C{number}"]) for number in (2, 5, 3))
    equal = 0
    for area, published in change.items():
        for old, new, theirs in zip(before[area].values, now[area].values, published.values, strict=True):
            ours = percent_change(old, new)
            if isinstance(theirs, Withheld):
                assert theirs.mark in {"x", ""} or (isinstance(ours, Withheld) and ours.mark == theirs.mark)
            else:
                assert ours == pytest.approx(theirs, rel=1e-12, abs=1e-12)
                equal += 1
    assert equal == 7088
    withheld = [v for area, row in change.items() for v in row.values if isinstance(v, Withheld) and v.mark == "u"]
    assert len(withheld) == 1123


def test_published_rates_are_reproduced(tables: dict[str, OnsTable]) -> None:
    table = tables["Table C4"]
    counts = rows(tables["Table C2"])
    kinds: Counter[bool] = Counter()
    for number, area in table.areas.items():
        people = {
            one.id: table.row(number, {one: column}, []).values[0] for one, (column, _) in table.denominators.items()
        }
        values = dict(zip((one.id for one in tables["Table C2"].measures), counts[area].values, strict=True))
        published = table.row(number, table.measures, []).values
        for indicator, theirs in zip(table.measures, published, strict=True):
            count = values[indicator.id.removesuffix("-per-residents")]
            base = people[indicator.per]
            if isinstance(theirs, Withheld) or isinstance(base, Withheld) or isinstance(count, Withheld):
                continue
            ours = 1000 * count / base
            kinds[abs(ours - theirs) <= 0.002 * abs(theirs)] += 1
    assert sum(kinds.values()) == 8520
    assert kinds[True] >= 8503


@pytest.mark.parametrize(
    ("partnership", "before", "now", "change"),
    [
        (BEDFORD, 13865, 15172, "+9.4"),
        (CENTRAL_BEDFORDSHIRE, 15690, 15910, "+1.4"),
        (LUTON, 18991, 20031, "+5.5"),
        (HACKNEY, 32241, 33181, "+2.9"),
        (TOWER_HAMLETS, 37467, 36230, "-3.3"),
        (CITY_OF_LONDON, 8599, 9270, "+7.8"),
    ],
    ids=lambda value: value.name if isinstance(value, Partnership) else None,
)
def test_the_known_totals_are_read(partnership: Partnership, before: int, now: int, change: str) -> None:
    imported = read(WORKBOOK, partnership)
    held = Held(tuple(imported.tables))
    assert not imported.findings
    series = held.series(TOTAL, partnership)
    assert [(record.period, record.value) for record in series] == [(BEFORE, before), (LATEST, now)]
    assert f"{percent_change(before, now):+.1f}" == change


def test_a_figure_names_its_cell_and_its_file(bedford_from_ons: Imported) -> None:
    record = Held(tuple(bedford_from_ons.tables)).record("ons/shoplifting", BEDFORD)
    assert record is not None
    assert record.place == "Table C2, cell W17"
    assert record.source.sha256.startswith("c3bd6fb9")
    assert "Office for National Statistics" in record.source.attribution
    assert record.source.edition == "year ending December 2024"


def test_the_city_of_london_is_nobody_elses_and_has_no_rate() -> None:
    imported = read(WORKBOOK, CITY_OF_LONDON)
    held = Held(tuple(imported.tables))
    count = held.record(TOTAL, CITY_OF_LONDON)
    assert count is not None
    assert count.area.force == "City of London"
    residents = held.denominator("residents", "E22000180", held.tables_of(TOTAL)[-1])
    assert residents is not None
    assert isinstance(residents.value, Withheld)
    assert "too small" in residents.value.reason
    assert any("City of London" in caveat for caveat in count.caveats)


def test_partnerships_unassigned_and_airport_add_to_every_force_total(bedford_from_ons: Imported) -> None:
    for table in bedford_from_ons.tables[:2]:
        for place in range(len(table.indicators)):
            forces = {row.area.name: row.values[place] for row in table.rows if row.area.kind == "force"}
            sums: Counter[str] = Counter()
            for row in table.rows:
                value = row.values[place]
                if row.area.kind != "force" and not isinstance(value, Withheld):
                    sums[row.area.force] += int(value)
            assert len(forces) == 42
            assert {force: sums[force] for force in forces} == forces


def test_there_are_314_partnerships_of_43_forces(bedford_from_ons: Imported) -> None:
    areas = [row.area for row in bedford_from_ons.tables[0].rows]
    assert sum(area.kind == "partnership" for area in areas) == 314
    assert len({area.force for area in areas}) == 43
    assert [area.force for area in areas if area.name == "unassigned Surrey"] == ["Surrey"]


def test_notes_about_a_force_reach_its_partnerships() -> None:
    imported = read(WORKBOOK, Partnership("Charnwood"))
    assert any("undercount for Leicestershire" in text for text in imported.tables[0].caveats)


@pytest.mark.parametrize(
    ("name", "words"),
    [("North Devon", "combines several"), ("Bournemouth", "also covers Poole")],
)
def test_an_authority_code_that_is_no_key_is_said(name: str, words: str) -> None:
    imported = read(WORKBOOK, Partnership(name))
    assert any(words in caveat for caveat in imported.tables[0].caveats)


def csv_of(grid: Grid, change: dict[tuple[int, int], str] | None = None, drop: int | None = None) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    for number, row in enumerate(grid.rows):
        cells = [f"{int(cell):,} " if isinstance(cell, float) else cell for cell in row]
        for (line, column), value in (change or {}).items():
            if line == number:
                cells[column] = value
        if drop is not None:
            del cells[drop]
        writer.writerow(cells)
    return text.getvalue().encode("utf-8-sig")


def c2(grids: list[Grid]) -> Grid:
    return next(grid for grid in grids if grid.sheet == "Table C2")


def test_the_same_table_saved_as_csv_gives_the_same_figures(
    grids: list[Grid], bedford_from_ons: Imported, tmp_path: Path
) -> None:
    path = tmp_path / "anything.txt"
    path.write_bytes(csv_of(c2(grids)))
    imported = read(path)
    assert not imported.findings
    workbook = next(table for table in bedford_from_ons.tables if table.name == "Table C2")
    assert [(row.area, row.values) for row in imported.tables[0].rows] == [
        (row.area, row.values) for row in workbook.rows
    ]
    record = Held(tuple(imported.tables)).record(TOTAL, BEDFORD)
    assert record is not None
    lines = path.read_text("utf-8").splitlines()
    assert "Bedford," in lines[int(record.place.removeprefix("line ")) - 1]


@pytest.mark.parametrize(
    ("change", "drop", "expected"),
    [
        ({(16, 6): "many"}, None, ("evidence/unusable-figure", '"many"')),
        ({(16, 6): "12.5"}, None, ("evidence/unusable-figure", "12.5")),
        ({(16, 8): "-1 "}, None, ("evidence/negative-count", "is -1")),
        ({(16, 7): "999,999,999,999"}, None, ("evidence/unusable-figure", "999,999")),
        ({(16, 7): "1"}, None, ("evidence/parts-do-not-add", "add to")),
        ({(17, 2): "E22000009", (17, 3): "Bedford"}, None, ("evidence/area-twice", "two rows")),
        ({(17, 2): "S12000033"}, None, ("evidence/unknown-area", "left out")),
        ({(7, 6): "All the crime"}, None, ("evidence/unknown-column", "All the crime")),
        ({}, 22, ("evidence/missing-column", "Shoplifting")),
        ({(0, 0): "Table C2: crime in our area"}, None, ("evidence/unknown-table", "year ending")),
        ({(16, 2): "E22999999"}, None, ("evidence/partnership-not-in-file", "no row for Bedford")),
    ],
)
def test_a_spoilt_table_is_a_located_finding_and_the_rest_is_read(
    grids: list[Grid], tmp_path: Path, change: dict[tuple[int, int], str], drop: int | None, expected: tuple[str, str]
) -> None:
    code, message = expected
    path = tmp_path / "c2.csv"
    path.write_bytes(csv_of(c2(grids), change, drop))
    imported = read(path)
    found = [finding for finding in imported.findings if finding.code == code]
    assert found, imported.findings
    assert message in found[0].message
    assert found[0].at.file == "c2.csv"
    if code not in {"evidence/unknown-table", "evidence/partnership-not-in-file"}:
        assert len(imported.tables[0].rows) >= 398


def test_a_renamed_sheet_and_a_moved_header_do_not_matter(grids: list[Grid]) -> None:
    moved = [replace(grid, sheet="Sheet1", rows=[[""], ["typed by hand"], *grid.rows]) for grid in grids]
    findings: list[Diagnostic] = []
    found = find_tables(moved, findings)
    assert [table.name for table in found] == ["Table C2", "Table C3", "Table C4", "Table C5"]
    assert not findings


def test_force_names_in_merged_cells_are_carried_down(grids: list[Grid]) -> None:
    grid = c2(grids)
    merged: list[list[Any]] = [
        ["", "", *row[2:]] if number > 8 and row[2] and row[3] != "City of London" else row
        for number, row in enumerate(grid.rows)
    ]
    table = find_tables([replace(grid, rows=merged)], [])[0]
    assert sum(area.force == "Bedfordshire" for area in table.areas.values()) == 5
