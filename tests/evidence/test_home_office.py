from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.evidence.conftest import BEDFORD, DATA, read
from tests.evidence.spreadsheets import NEW, OLD, long_rows, write_csv, write_ods, write_xlsx

from cspcycle.evidence import scan
from cspcycle.evidence.held import Held
from cspcycle.evidence.importer import Imported
from cspcycle.evidence.periods import financial_quarter, financial_year
from cspcycle.evidence.record import Partnership, Value, Withheld

NORTH_DEVON = Partnership("North Devon", "E22000075", "", "Devon and Cornwall")
NOTES: list[list[str | int]] = [
    ["Notes", ""],
    [1, "For Bedford, crime is recorded under an unassigned CSP group from 2024 onwards, so its own counts are low."],
    [2, "A note about somewhere else altogether, which concerns nobody here."],
]


def as_csv(folder: Path, rows: list[list[str | int]]) -> Path:
    return write_csv(folder / "x.bin", rows)


def as_ods(folder: Path, rows: list[list[str | int]]) -> Path:
    return write_ods(folder / "x.bin", {"Cover_sheet": [["Police recorded crime"]], "2023_24": rows})


def as_xlsx(folder: Path, rows: list[list[str | int]]) -> Path:
    return write_xlsx(folder / "x.bin", {"Cover_sheet": [["Police recorded crime"]], "2023_24": rows})


def as_xlsx_inline(folder: Path, rows: list[list[str | int]]) -> Path:
    return write_xlsx(folder / "x.bin", {"2023_24": rows}, shared=False)


WRITERS = [as_csv, as_ods, as_xlsx, as_xlsx_inline]


def values(imported: Imported, partnership: Partnership = BEDFORD) -> dict[str, list[Value]]:
    held = Held(tuple(imported.tables))
    return {one: [record.value for record in held.series(one, partnership)] for one in held.indicators}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(("header", "prefix"), [(OLD, ""), (NEW, "Q")], ids=["old words", "new words"])
def test_both_vocabularies_in_every_format_give_the_same_sums(
    tmp_path: Path, write: Callable[..., Path], header: list[str | int], prefix: str
) -> None:
    imported = read(write(tmp_path, [header, *long_rows("2023/24", prefix=prefix)]))
    assert not imported.findings
    found = values(imported)
    assert found["home-office/code/28E"] == [11 + 12 + 13 + 14]
    assert found["home-office/theft-offences"] == [22, 24, 26, 28, 100]
    assert found["home-office/total-recorded-crime"][-1] == 200
    assert "home-office/fraud-offences" not in found
    table = imported.tables[-1]
    assert {row.area.kind: row.values[0] for row in table.rows} == {"partnership": 50, "unassigned": 130, "force": 270}


@pytest.mark.parametrize("write", WRITERS)
def test_other_spellings_of_partnership_and_force_are_known(tmp_path: Path, write: Callable[..., Path]) -> None:
    imported = read(write(tmp_path, [NEW, *long_rows("2023/24")]), NORTH_DEVON)
    assert not imported.findings
    assert values(imported, NORTH_DEVON)["home-office/code/46"] == [41 + 42 + 43 + 44]


def test_the_fourth_quarter_is_in_the_second_year(tmp_path: Path) -> None:
    imported = read(as_csv(tmp_path, [NEW, *long_rows("2023/24")]))
    periods = {table.period for table in imported.tables}
    assert financial_quarter(2023, 4).label == "January to March 2024"
    assert periods == {*(financial_quarter(2023, quarter) for quarter in range(1, 5)), financial_year(2023)}


def test_an_incomplete_year_is_called_by_its_quarters(tmp_path: Path) -> None:
    imported = read(as_csv(tmp_path, [NEW, *long_rows("2025/26", quarters=2)]))
    whole = [table for table in imported.tables if table.period.months == 6]
    assert whole
    assert "2025/26 is not complete: April to September 2025 only." in whole[0].caveats


def test_several_years_in_one_file_stay_apart(tmp_path: Path) -> None:
    sheets = {f"{year}_{year - 1999}": [NEW, *long_rows(f"{year}/{year - 1999}")] for year in (2021, 2022, 2023)}
    imported = read(write_ods(tmp_path / "x", sheets))
    years = [table.period for table in imported.tables if table.period.months == 12]
    assert sorted({period.label for period in years}) == [f"year ending March {year}" for year in (2022, 2023, 2024)]
    assert "sheet 2022_23" in next(table.name for table in imported.tables if table.period == financial_year(2022))


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_a_note_that_moves_the_crimes_elsewhere_withholds_the_figure(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    imported = read(
        write(
            tmp_path / "x",
            {
                "Notes": NOTES,
                "2021_22": [NEW, *long_rows("2021/22")],
                "2024_25": [NEW, *long_rows("2024/25")],
            },
        )
    )
    totals = values(imported)["home-office/total-recorded-crime"]
    assert totals[-1] != totals[0]
    assert isinstance(totals[-1], Withheld)
    assert "unassigned CSP group" in totals[-1].reason
    assert not isinstance(totals[0], Withheld)
    assert any("Bedford" in caveat for caveat in imported.tables[0].caveats)
    assert not any("somewhere else" in caveat for table in imported.tables for caveat in table.caveats)


def test_the_real_force_level_file_is_kept_as_the_forces_own(tmp_path: Path) -> None:
    assert tmp_path
    imported = read(DATA / "home-office" / "prc-pfa-2017-18-long.csv.gz")
    year = next(table for table in imported.tables if table.period.months == 12)
    total = next(row.values[year.position["home-office/total-recorded-crime"]] for row in year.rows)
    assert [row.area.kind for row in year.rows] == ["force"]
    assert total == 47_153


def test_an_extract_has_no_force_total() -> None:
    bournemouth = Partnership("Bournemouth", police_area="Dorset")
    imported = read(DATA / "home-office" / "prc-csp-2025-26-extract-annual-by-group.csv", bournemouth)
    assert [row.area.kind for row in imported.tables[0].rows] == ["partnership"]


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (8, "some", "evidence/unusable-figure"),
        (8, "-3", "evidence/negative-count"),
        (8, "99999999999999", "evidence/unusable-figure"),
        (0, "soon", "evidence/unknown-period"),
        (1, "5", "evidence/unknown-period"),
    ],
)
@pytest.mark.parametrize("write", [as_csv, as_ods, as_xlsx])
def test_a_spoilt_row_is_found_and_the_rest_is_added(
    tmp_path: Path, write: Callable[..., Path], place: int, value: str, code: str
) -> None:
    rows = long_rows("2023/24")
    rows[1][place] = value
    imported = read(write(tmp_path, [NEW, *rows]))
    assert [finding.code for finding in imported.findings] == [code]
    if code != "evidence/negative-count":
        assert imported.findings[0].at.line == 3
    assert imported.tables


@pytest.mark.parametrize("write", [as_csv, as_ods, as_xlsx])
def test_rows_that_are_passed_over_still_count_as_lines(tmp_path: Path, write: Callable[..., Path]) -> None:
    rows = long_rows("2023/24")
    last = max(place for place, row in enumerate(rows) if row[2] == "Bedfordshire")
    rows[last][8] = "?"
    imported = read(write(tmp_path, [NEW, *rows]))
    assert [finding.at.line for finding in imported.findings] == [last + 2]


def test_many_spoilt_rows_are_counted_not_listed(tmp_path: Path) -> None:
    rows = long_rows("2023/24")
    for row in rows[:55]:
        row[8] = "?"
    imported = read(as_csv(tmp_path, [NEW, *rows]))
    assert len(imported.findings) == 21
    assert "more rows" in imported.findings[-1].message


def test_two_editions_joined_are_refused(tmp_path: Path) -> None:
    imported = read(as_csv(tmp_path, [NEW, *long_rows("2023/24"), *long_rows("2023/24")]))
    assert [finding.code for finding in imported.findings] == ["evidence/two-editions"]
    assert not imported.tables


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    rows = [NEW, *long_rows("2023/24")]
    imported = read(as_csv(tmp_path, [[*row[:2], *row[3:]] for row in rows]), source="home-office")
    assert '"police force"' in imported.findings[0].message


def test_a_partnership_that_is_not_there_is_said(tmp_path: Path) -> None:
    imported = read(
        as_csv(tmp_path, [NEW, *long_rows("2023/24")]), Partnership("Elsewhere", police_area="Bedfordshire")
    )
    assert [finding.code for finding in imported.findings] == ["evidence/partnership-not-in-file"]


@pytest.mark.parametrize("write", [as_ods, as_xlsx])
def test_a_file_cut_short_is_a_finding(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write(tmp_path, [NEW, *long_rows("2023/24")])
    path.write_bytes(path.read_bytes()[:-30])
    assert [finding.code for finding in read(path).findings] == ["evidence/unreadable-file"]
    assert read(path, source="home-office").findings[0].code == "evidence/unreadable-file"


def test_an_archive_that_unpacks_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = as_ods(tmp_path, [NEW, *long_rows("2023/24")])
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").replace(b"</office:body>", b" " * 40_000_000 + b"</office:body>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", content)
    assert "longer than any table" in read(path).findings[0].message
    monkeypatch.setattr("cspcycle.evidence.guard.LARGEST_STREAM", 10_000_000)
    monkeypatch.setattr(scan, "LONGEST_ROW", 10**9)
    assert "unpacks to more than" in read(path).findings[0].message


def test_rows_are_found_across_the_pieces_in_which_a_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = as_ods(tmp_path, [NEW, *long_rows("2023/24")])
    whole = values(read(path))
    for size in (97, 1000, 4096):
        with monkeypatch.context() as patch:
            patch.setattr(scan, "pieces", lambda stream, size=size: iter(lambda: stream.read(size), b""))
            assert values(read(path)) == whole
