from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.evidence.conftest import BEDFORD, DATA, WORKBOOK, read
from tests.evidence.spreadsheets import write_xlsx

from cspcycle.evidence.held import Held
from cspcycle.evidence.importer import Imported, every_importer
from cspcycle.evidence.periods import read_period
from cspcycle.evidence.record import Partnership, Withheld
from cspcycle.source.diagnostic import CannotContinue

LOOKUPS = sorted((DATA / "geography").glob("*.csv"))
POPULATION = next((DATA / "population").glob("*.xlsx"))
WEIGHTS = DATA / "severity" / "policeuk-ons-code-join.csv"


@pytest.mark.parametrize("path", LOOKUPS, ids=["2021", "2023"])
@pytest.mark.parametrize(
    ("name", "authorities", "words"),
    [
        ("Bedford", 1, ""),
        ("North Devon", 2, "covers 2 local authorities"),
        ("Bournemouth", 1, "shares an authority with Dorset, Poole"),
    ],
)
def test_any_edition_of_the_lookup_says_which_authorities_a_partnership_has(
    path: Path, name: str, authorities: int, words: str
) -> None:
    imported = read(path, Partnership(name))
    assert not imported.findings
    assert len(imported.tables[0].rows) == authorities
    assert words in " ".join(imported.tables[0].caveats)


def test_a_short_line_of_the_lookup_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(LOOKUPS[1].read_bytes() + b"E06,Half a line\n")
    assert [(finding.code, finding.at.line) for finding in read(path).findings] == [("evidence/short-row", 334)]


def test_a_near_name_is_offered() -> None:
    imported = read(LOOKUPS[1], Partnership("Bedforde"))
    assert imported.findings[0].code == "evidence/partnership-not-in-file"
    assert "Bedford (E22000009)" in imported.findings[0].fix


def test_populations_of_every_year_carry_their_edition() -> None:
    imported = read(POPULATION)
    assert not imported.findings
    held = Held(tuple(imported.tables))
    series = held.series("residents", BEDFORD)
    assert [record.period.label for record in series] == [f"mid-{year}" for year in range(2011, 2024)]
    assert (series[-1].value, series[-2].value) == (189891, 187503)
    assert series[-1].place == "MYE4, cell D158"
    assert "later editions revise them" in series[-1].caveats[0]


def test_residents_of_several_authorities_are_added() -> None:
    parts = Partnership("North Devon", "E22000075", parts=("North Devon", "Torridge"))
    imported = read(POPULATION, parts)
    rows = imported.tables[-1].rows
    authorities = [
        int(row.values[0]) for row in rows if row.area.kind == "authority" and isinstance(row.values[0], int)
    ]
    assert len(authorities) == 2
    assert rows[0].values == (sum(authorities),)


def test_a_population_for_half_an_authority_is_not_made_up() -> None:
    imported = read(POPULATION, Partnership("Bournemouth", "E22000062"))
    assert not imported.tables
    assert "no local authority called Bournemouth" in imported.findings[0].message


def test_weights_are_read_by_the_code_of_the_offence() -> None:
    table = read(WEIGHTS).tables[0]
    weights = {row.area.code: row.values[0] for row in table.rows}
    assert len(weights) == 134
    assert weights["34A"] == pytest.approx(799.6, abs=0.05)
    assert weights["8N"] == pytest.approx(188.6, abs=1)


def test_a_weight_that_is_no_number_is_found(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("Offence code,Offence,Weight\n34A,Robbery,799.6\n46,Shoplifting,light\n8N,,-1\n", "utf-8")
    imported = read(path)
    assert [finding.at.line for finding in imported.findings] == [3, 4]
    assert len(imported.tables[0].rows) == 1


OWN = "area,period,indicator,value,denominator,source,unit\n"


def own(tmp_path: Path, text: str) -> Imported:
    path = tmp_path / "ambulance.csv"
    path.write_text(text, "utf-8")
    return read(path)


def test_own_figures_are_read_with_denominator_and_line(tmp_path: Path) -> None:
    imported = own(
        tmp_path,
        OWN
        + "Bedford,2024-01,Assault call-outs,41,1200,Ambulance trust,calls\n"
        + 'E22000009,2024-02,Assault call-outs,"1,041",1300,Ambulance trust,calls\n'
        + "Bedford,2024-03,Assault call-outs,[x],1250,Ambulance trust,calls\n"
        + "Castle ward,2024-01,Assault call-outs,12,300,Ambulance trust,calls\n",
    )
    assert not imported.findings
    series = Held(tuple(imported.tables)).series("own/assault-call-outs", BEDFORD)
    assert [record.number for record in series] == [41, 1041, None]
    assert [record.place for record in series] == ["line 2", "line 3", "line 4"]
    assert series[0].source.publisher == "Ambulance trust"
    assert Held(tuple(imported.tables)).series("own/assault-call-outs/denominator", BEDFORD)[1].value == 1300


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (",2024-01,A,1,,S,", 1, "evidence/empty-cell"),
        ("Bedford,last winter,A,1,,S,", 2, "evidence/unknown-period"),
        ("Bedford,2024-13,A,1,,S,", 2, "evidence/unknown-period"),
        ("Bedford,2024/26,A,1,,S,", 2, "evidence/unknown-period"),
        ("Bedford,2024-01,A,about 5,,S,", 4, "evidence/unusable-figure"),
        ("Bedford,2024-01,A,nan,,S,", 4, "evidence/unusable-figure"),
        ("Bedford,2024-01,A,1e99,,S,", 4, "evidence/unusable-figure"),
        ("Bedford,2024-01,A,5,0,S,", 5, "evidence/unusable-figure"),
        ("Bedford,2024-01,A,5,,,", 6, "evidence/empty-cell"),
        ("Bedford,2024-01,A,3,,S,people", 4, "evidence/small-number"),
    ],
)
def test_an_own_figure_that_cannot_be_used_is_found_at_its_column(
    tmp_path: Path, line: str, column: int, code: str
) -> None:
    imported = own(tmp_path, OWN + "Bedford,2023-12,A,7,,S,\n" + line + "\n")
    assert [(finding.code, finding.at.line, finding.at.column) for finding in imported.findings] == [(code, 3, column)]
    assert imported.tables


def test_a_small_number_of_people_is_not_kept(tmp_path: Path) -> None:
    imported = own(tmp_path, OWN + "Bedford,2024-01,Deaths,3,,S,people\n")
    value = imported.tables[0].rows[0].values[0]
    assert isinstance(value, Withheld)
    assert value.mark == "small"


def test_the_same_figure_twice_is_found_with_both_lines(tmp_path: Path) -> None:
    imported = own(tmp_path, OWN + "Bedford,2024-01,A,7,,S,\nBedford,2024-01,A,8,,S,\n")
    assert [(finding.code, finding.at.line) for finding in imported.findings] == [("evidence/figure-twice", 3)]
    assert "line 2" in imported.findings[0].message


def test_missing_columns_are_all_named(tmp_path: Path) -> None:
    imported = own(tmp_path, "area,period,indicator,value\nBedford,2024,A,1\n")
    assert [finding.message for finding in imported.findings] == ["there is no column `source`"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024-01", "January 2024"),
        ("2024-Q2", "April to June 2024"),
        ("2024 Q4", "October to December 2024"),
        ("2024/25", "year ending March 2025"),
        ("2024", "year ending December 2024"),
        ("March 2024", "March 2024"),
        ("year ending June 2025", "year ending June 2025"),
        ("April 2023 to March 2024", "year ending March 2024"),
        ("2024-01-01 to 2024-03-31", "January to March 2024"),
        ("2023-12-01 to 2024-02-29", "December 2023 to February 2024"),
        ("2024-02-29", "29 February 2024"),
        ("2024-06-30", "mid-2024"),
        ("2024-01-05 to 2024-02-07", "5 January 2024 to 7 February 2024"),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, label: str) -> None:
    period = read_period(text)
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize("text", ["", "Marsh 2024", "2024-02-30", "2024-03-31 to 2024-01-01", "year ending soon"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert read_period(text) is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300), st.sampled_from([importer.id for importer in every_importer()]))
def test_no_bytes_make_any_importer_raise(tmp_path: Path, data: bytes, source: str) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(data)
    for imported in (read(path), read(path, source=source)):
        assert imported.findings or imported.tables or imported.skipped or not data.strip()


HEADERS = ["area,period,indicator,value,source\n", "LAD23CD,LAD23NM,CSP23CD,CSP23NM,PFA23CD,PFA23NM\n",
           "Offence code,Weight\n", "Financial Year,Police Force,CSP Name,Offence Group,Offence Code,Offence Count\n",
           "Crime ID,Month,LSOA name,Crime type\n", "Code,Name,Geography,Mid-2023\n"]  # fmt: skip


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(HEADERS), st.binary(max_size=200))
def test_no_rows_under_a_good_header_make_a_reader_raise(tmp_path: Path, header: str, rows: bytes) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(header.encode() + rows)
    read(path)


def test_a_workbook_of_elsewhere_is_not_recognised(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", {"Scotland": [["Council area", "Crimes"], ["Fife", 12]]})
    imported = read(path)
    assert [finding.code for finding in imported.findings] == ["evidence/unrecognised-file"]


@pytest.mark.parametrize("source", ["ons-csp", "population"])
def test_a_workbook_without_the_table_asked_for_is_a_finding(tmp_path: Path, source: str) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", {"Scotland": [["Council area", "Crimes"], ["Fife", 12]]})
    assert [finding.code for finding in read(path, source=source).findings] == ["evidence/no-table"]


@pytest.mark.parametrize("far", ['<row r="2"><c r="XFD2"><v>1</v></c>', '<row r="1048576"><c><v>1</v></c>'])
def test_a_sheet_with_cells_without_end_is_left_out_and_the_rest_read(tmp_path: Path, far: str) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(WORKBOOK) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet15.xml":
                data = data.replace(b"</sheetData>", far.encode() + b"</row></sheetData>")
            target.writestr(name, data)
    imported = read(path)
    assert [finding.code for finding in imported.findings] == ["evidence/too-large"]
    assert "Table C" in imported.findings[0].at.file
    assert imported.tables


def test_a_workbook_that_unpacks_beyond_reason_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cspcycle.evidence.workbook.LARGEST_WORKBOOK", 1_000_000)
    assert tmp_path
    assert [finding.code for finding in read(WORKBOOK).findings] == ["evidence/too-large"]


def test_a_file_that_is_not_there_stops_with_words(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="there is no file"):
        read(tmp_path / "nothing")


def test_an_unknown_source_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with pytest.raises(CannotContinue) as stopped:
        read(tmp_path / "x", source="magic")
    assert "police-uk" in stopped.value.fix
