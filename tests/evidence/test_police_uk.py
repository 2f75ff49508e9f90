from __future__ import annotations

import csv
import gzip
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.evidence.conftest import BEDFORD, CENTRAL_BEDFORDSHIRE, DATA, LUTON, read

from cspcycle.evidence.held import Held
from cspcycle.evidence.importer import Imported
from cspcycle.evidence.record import Partnership, Value
from cspcycle.evidence.store import as_text

FILES = DATA / "police-uk" / "bedfordshire"
JANUARY = FILES / "2023-01-bedfordshire-street.csv.gz"
CARMARTHENSHIRE = Partnership("Carmarthenshire", "W14000012", "W06000010", "Dyfed-Powys", "Wales")


def numbers(imported: Imported, indicator: str, partnership: Partnership) -> list[Value]:
    return [record.value for record in Held(tuple(imported.tables)).series(indicator, partnership)]


def total(imported: Imported, indicator: str, partnership: Partnership) -> int:
    return sum(int(value) for value in numbers(imported, indicator, partnership) if isinstance(value, int))


@pytest.mark.parametrize(
    ("partnership", "crimes", "shoplifting"),
    [(BEDFORD, 13599, 1054), (CENTRAL_BEDFORDSHIRE, 15434, 1063), (LUTON, 17917, 1131)],
)
def test_the_crimes_of_2023_are_counted_without_anti_social_behaviour(
    partnership: Partnership, crimes: int, shoplifting: int
) -> None:
    imported = read(FILES, partnership)
    assert not imported.findings
    assert len(numbers(imported, "police-uk/all-crime", partnership)) == 12
    assert total(imported, "police-uk/all-crime", partnership) == crimes
    assert total(imported, "police-uk/shoplifting", partnership) == shoplifting
    assert total(imported, "police-uk/anti-social-behaviour", partnership) > 0


def test_records_without_a_location_are_nobodys(tmp_path: Path) -> None:
    shutil.copy(JANUARY, tmp_path)
    table = read(tmp_path).tables[0]
    rows = {row.area.kind: row.values[0] for row in table.rows}
    assert rows["partnership"] == 1078
    assert rows["nowhere"] == 188
    assert rows["force"] == 3930


def rows_of(path: Path) -> list[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def test_a_folder_a_zip_a_packed_and_a_plain_file_count_alike(tmp_path: Path) -> None:
    plain = tmp_path / "anything"
    plain.write_bytes(gzip.decompress(JANUARY.read_bytes()))
    archive = tmp_path / "download"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.write(plain, "2023-01/2023-01-bedfordshire-street.csv")
        target.writestr("readme.txt", "hello")
    folder = tmp_path / "folder" / "2023-01"
    folder.mkdir(parents=True)
    shutil.copy(JANUARY, folder)
    rows = [[table.rows for table in read(path).tables] for path in (JANUARY, plain, archive, folder.parent)]
    assert rows[0]
    assert rows[1:] == rows[:1] * 3


def test_a_record_with_a_repeated_id_is_counted_once_and_incidents_never_merged(tmp_path: Path) -> None:
    rows = rows_of(JANUARY)
    crime = next(row for row in rows[1:] if row[0] and row[8].startswith("Bedford "))
    incident = next(row for row in rows[1:] if not row[0] and row[8].startswith("Bedford "))
    path = tmp_path / "doubled"
    path.write_bytes(written([*rows, crime, crime, incident]))
    once, doubled = read(JANUARY), read(path)
    assert numbers(doubled, "police-uk/all-crime", BEDFORD) == numbers(once, "police-uk/all-crime", BEDFORD)
    incidents = "police-uk/anti-social-behaviour"
    assert total(doubled, incidents, BEDFORD) == total(once, incidents, BEDFORD) + 1
    assert any("2 records that repeat an id" in caveat for caveat in doubled.tables[0].caveats)


def test_no_record_reaches_the_evidence() -> None:
    text = as_text(read(JANUARY).tables)
    rows = rows_of(JANUARY)
    assert not any(row[0] in text for row in rows[1:500] if row[0])
    assert "On or near" not in text


def test_outcomes_and_searches_are_read_and_searches_stay_the_forces() -> None:
    imported = read(FILES)
    assert any("outcomes" in line for line in imported.taken)
    searches = [table for table in imported.tables if "police-uk/stop-and-search" in table.position]
    assert [table.period.label for table in searches] == ["January 2023", "February 2023", "March 2023"]
    assert {row.area.kind for table in searches for row in table.rows} == {"force", "nowhere"}
    assert searches[0].find("Bedfordshire", "force") is not None
    assert next(row.values[0] for row in searches[0].rows) == 389


def test_places_are_summed_over_whole_years_only() -> None:
    imported = read(FILES)
    places = [table for table in imported.tables if "police-uk/lsoa/all-crime" in table.position]
    assert [table.period.label for table in places] == ["year ending December 2023"]
    assert sum(int(row.values[0]) for row in places[0].rows if isinstance(row.values[0], int)) == 13599
    assert not [table for table in read(JANUARY).tables if "police-uk/lsoa/all-crime" in table.position]


def test_two_editions_of_a_month_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(written(rows_of(JANUARY)))
    (tmp_path / "b.csv").write_bytes(written(rows_of(JANUARY)[:-100]))
    (tmp_path / "c.csv").write_bytes(written(rows_of(JANUARY)))
    assert [finding.code for finding in read(tmp_path).findings] == ["evidence/two-editions"]


def test_files_of_other_forces_are_left_out(tmp_path: Path) -> None:
    shutil.copytree(DATA / "police-uk", tmp_path / "all")
    imported = read(tmp_path / "all", CARMARTHENSHIRE)
    assert "files of Bedfordshire" in imported.skipped
    assert len([table for table in imported.tables if "police-uk/all-crime" in table.position]) == 4


def test_files_of_elsewhere_only_are_a_finding() -> None:
    imported = read(JANUARY, CARMARTHENSHIRE)
    assert [finding.code for finding in imported.findings] == ["evidence/partnership-not-in-file"]


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[: len(data) // 2], "evidence/unreadable-file"),
        (lambda data: data[:100] + b"\0\0\0\0\0\0\0\0" + data[108:], "evidence/unreadable-file"),
        (lambda data: data[:3], "evidence/unreadable-file"),
        (lambda _data: b"", "evidence/unrecognised-file"),
        (lambda _data: b"PK\x03\x04 and then nothing", "evidence/unreadable-file"),
    ],
    ids=["cut short", "overwritten", "three bytes", "empty", "no zip"],
)
def test_a_damaged_file_is_a_finding(tmp_path: Path, damage: object, code: str) -> None:
    path = tmp_path / "damaged.csv.gz"
    assert callable(damage)
    path.write_bytes(damage(JANUARY.read_bytes()))
    assert [finding.code for finding in read(path).findings] == [code]


def test_lines_cut_short_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = rows_of(JANUARY)
    path = tmp_path / "short.csv"
    path.write_bytes(written([*rows[:10], ["a", "b"], ["", "soon", *[""] * 10], *rows[10:]]))
    imported = read(path)
    assert [(finding.code, finding.at.line) for finding in imported.findings] == [("evidence/short-row", 11)]
    assert "2 lines" in imported.findings[0].message
    assert numbers(imported, "police-uk/all-crime", BEDFORD) == [1078]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cspcycle.evidence.police_files.LARGEST", 100_000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("2023-01/street.csv", written(rows_of(JANUARY)))
        target.writestr("2023-02/street.csv", written(rows_of(JANUARY)[:50]))
    assert "evidence/too-large" in {finding.code for finding in read(path).findings}
