from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.evidence_cli.conftest import BEDFORD, DATA, WORKBOOK, Cli

from cspcycle.cli.evidence import TABLE

Folder = Callable[..., Path]
TOTAL = "ons/total-recorded-crime"


def test_a_workbook_is_recognised_by_its_content_whatever_its_name(
    cli: Cli, new_folder: Folder, tmp_path: Path
) -> None:
    folder = new_folder()
    disguised = tmp_path / "holiday photos.txt"
    shutil.copy(WORKBOOK, disguised)
    added = cli("add", folder, disguised, "--on", "2025-06-02")
    assert added.code == 0
    assert "23 measures of year ending December 2024 for Bedford" in added.out
    assert "Skipped:" in added.out
    assert "licensed under the Open Government" in added.out
    (kept,) = (folder / "evidence").iterdir()
    first = json.loads(kept.read_text(encoding="utf-8"))["tables"][0]["source"]
    assert first["read_on"] == "2025-06-02"
    assert first["sha256"].startswith("c3bd6fb94635")
    assert first["licence"].startswith("Open Government")


AGAIN = {
    "a workbook": WORKBOOK,
    "months": DATA / "police-uk" / "bedfordshire",
    "a lookup": DATA / "geography" / "LAD23_CSP23_PFA23_EW_LU.csv",
    "population": DATA / "population" / "LAD23_Mid_Year_pop_2011_to_2023.xlsx",
    "weights": DATA / "severity" / "policeuk-ons-code-join.csv",
    "offences": DATA / "home-office" / "prc-csp-2025-26-extract-annual-by-group.csv",
}


@pytest.mark.parametrize("file", AGAIN.values(), ids=AGAIN)
def test_adding_the_same_file_on_a_later_day_changes_nothing_and_says_so(
    cli: Cli, new_folder: Folder, file: Path
) -> None:
    folder = new_folder("Bournemouth", "", "Dorset") if "prc-csp" in file.name else new_folder()
    assert "Taken:" in cli("add", folder, file, "--on", "2025-06-02").out
    (kept,) = (folder / "evidence").iterdir()
    before = kept.read_bytes()
    again = cli("add", folder, file, "--on", "2025-06-03")
    assert again.code == 0
    said = " ".join(again.out.split())
    assert f"Already held in evidence/{kept.name}, read on 2 June 2025: nothing changed." in said
    assert "Taken:" not in again.out
    assert kept.read_bytes() == before


def test_a_file_that_brings_something_new_beside_what_is_held_is_taken(
    cli: Cli, new_folder: Folder, tmp_path: Path
) -> None:
    folder, figures = new_folder(), tmp_path / "calls.csv"
    figures.write_text(OWN, encoding="utf-8")
    cli("add", folder, figures, "--on", "2025-06-02")
    figures.write_text(OWN + "Bedford,2025/26,Calls,130,Ambulance service\n", encoding="utf-8")
    assert "2 figures of 1 indicator\n" in cli("add", folder, figures, "--on", "2025-06-03").out


OWN = "area,period,indicator,value,source\nBedford,2024/25,Calls,120,Ambulance service\n"


def test_a_folder_of_months_is_added_from_within_the_partnerships_folder(
    cli: Cli, new_folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_folder()
    monkeypatch.chdir(folder)
    added = cli("add", DATA / "police-uk" / "bedfordshire")
    assert added.code == 0
    assert "12 months of street-level crime" in added.out
    assert (folder / "evidence" / "police-uk.json").is_file()


BAD = {
    "text": b"nothing of any use\n",
    "an old workbook": b"\xd0\xcf\x11\xe0" + bytes(600),
    "a packed file cut short": WORKBOOK.read_bytes()[:3000],
    "columns of nobody": b"area,period,indicator,value\nBedford,soon,calls,many\n",
    "not UTF-8": b"area,period,indicator,value,source\nBedf\xffrd,2024,calls,1\n",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_file_is_a_finding_and_nothing_is_written(
    cli: Cli, new_folder: Folder, tmp_path: Path, content: bytes
) -> None:
    folder = new_folder()
    bad = tmp_path / "bad.bin"
    bad.write_bytes(content)
    added = cli("add", folder, bad)
    assert added.code == 1
    assert "Nothing was taken and nothing written." in added.out
    assert "error [evidence/" in added.out
    assert "= fix:" in added.out
    assert sorted(path.name for path in folder.iterdir()) == ["partnership.yaml"]


def test_a_workbook_of_another_place_names_the_nearest(cli: Cli, new_folder: Folder) -> None:
    added = cli("add", new_folder(name="Bedfort", code="E22999999"), WORKBOOK)
    assert added.code == 1
    assert "the nearest name in the file is Bedford" in added.out


REFUSED = {
    "no such file": ("add", "{folder}", "nowhere.xlsx"),
    "no such source": ("add", "{folder}", "{workbook}", "--from", "tea-leaves"),
    "no partnership": ("add", "{empty}", "{workbook}"),
    "no evidence": ("show", "{folder}"),
    "no evidence to weigh": ("weigh", "{folder}"),
    "no such indicator": ("show", "{bedford}", "shopliftin"),
    "two such indicators": ("show", "{bedford}", "shoplifting"),
    "a chart of nothing": ("chart", "{bedford}"),
    "a chart without months": ("chart", "{bedford}", TOTAL, "--kind", "trend"),
    "a chart nowhere": ("chart", "{bedford}", TOTAL, "--output", "nowhere/at/all.svg"),
    "no such area": ("compare", "{bedford}", "--with", "Atlantis"),
    "a comparison of months": ("compare", "{bedford}", "police-uk/robbery"),
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_said_with_a_way_out(
    cli: Cli, new_folder: Folder, tmp_path: Path, words: tuple[str, ...]
) -> None:
    places = {"folder": new_folder(), "empty": tmp_path, "workbook": WORKBOOK, "bedford": BEDFORD}
    run = cli(*(word.format(**places) for word in words))
    assert run.code == 2
    assert run.err.startswith("cspcycle: ")
    assert "= fix: " in run.err
    assert run.out == ""


def test_evidence_changed_by_hand_is_a_finding_with_its_line(cli: Cli, new_folder: Folder) -> None:
    folder = new_folder()
    (folder / "evidence").mkdir()
    (folder / "evidence" / "own.json").write_text(
        '{\n"format": "cspcycle evidence 1",\n"tables": [{]\n', encoding="utf-8"
    )
    run = cli("list", folder)
    assert run.code == 1
    assert "evidence/own.json:3:" in run.out


def test_an_evidence_folder_elsewhere_is_neither_read_nor_written(cli: Cli, new_folder: Folder, tmp_path: Path) -> None:
    folder = new_folder()
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(BEDFORD / "evidence", elsewhere)
    before = sorted(path.name for path in elsewhere.iterdir())
    (folder / "evidence").symlink_to(elsewhere)
    assert "leads out of the partnership's folder" in cli("list", folder).out
    assert cli("add", folder, WORKBOOK).code == 2
    assert sorted(path.name for path in elsewhere.iterdir()) == before


def test_nothing_half_written_is_left_when_the_disk_refuses(
    cli: Cli, new_folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_folder()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    run = cli("add", folder, WORKBOOK)
    assert run.code == 2
    assert "No space left on device" in run.err
    assert list((folder / "evidence").iterdir()) == []


SHOWN = {
    "list": ("list", BEDFORD, "--on", "2025-07-15"),
    "every indicator": ("show", BEDFORD),
    "one indicator": ("show", BEDFORD, TOTAL),
    "months": ("show", BEDFORD, "police-uk/shoplifting"),
    "compare": ("compare", BEDFORD, "ons/robbery", "--with", "Luton"),
    "compare with its group": ("compare", BEDFORD),
    "weigh": ("weigh", BEDFORD),
    "trace": ("trace", BEDFORD, "15,172"),
    "trace an indicator": ("trace", BEDFORD, "police-uk/robbery"),
    "trace the findings": ("trace", BEDFORD),
}


@pytest.mark.parametrize("words", SHOWN.values(), ids=SHOWN)
def test_what_is_shown_fits_eighty_columns(cli: Cli, words: tuple[str, ...]) -> None:
    run = cli(*words)
    assert run.code == 0
    assert run.err == ""
    assert run.out.strip()
    assert [line for line in run.out.splitlines() if len(line) > 80] == []


LONG_NAME = "Bournemouth, Christchurch and Poole with the Isles of Scilly and the whole of the Forest of Dean"
LONG_TITLE = "People treated for alcohol who left as planned and did not come back within the six months that followed"


@pytest.mark.parametrize("words", [("list",), ("show",), ("show", LONG_TITLE), ("compare", TOTAL)], ids=str)
def test_long_names_and_titles_are_folded_between_words(
    cli: Cli, new_folder: Folder, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder, figures = new_folder(), tmp_path / f"{'figures-' * 12}.csv"
    figures.write_text(
        f"area,period,indicator,value,source\nE22000009,2024/25,{LONG_TITLE},120,{LONG_TITLE}\n", encoding="utf-8"
    )
    (folder / "partnership.yaml").write_text(
        f'partnership: {{name: "{LONG_NAME}", area: {{name: "{LONG_NAME}", nation: england, kind: unitary, '
        "csp_code: E22000009, police_area: Bedfordshire}}\n",
        encoding="utf-8",
    )
    added = cli("add", folder, WORKBOOK, figures)
    run = cli(words[0], folder, *words[1:])
    assert (added.code, run.code) == (0, 0)
    assert [line for line in (added.out + run.out).splitlines() if len(line) > 80] == []
    assert "…" not in run.out


def test_days_are_written_as_everywhere_else(cli: Cli) -> None:
    assert "Evidence of Bedford as at 15 July 2025\n" in cli("list", BEDFORD, "--on", "2025-07-15").out
    for words in (("list", BEDFORD), ("show", BEDFORD, TOTAL), ("trace", BEDFORD, "15,172")):
        assert "read on 2 June 2025" in " ".join(cli(*words).out.split())


def test_list_says_what_is_stale(cli: Cli) -> None:
    before, after = cli("list", BEDFORD, "--on", "2025-07-15").out, cli("list", BEDFORD, "--on", "2026-07-15").out
    assert before.count("STALE") == 3
    assert after.count("STALE") == 4


def test_show_prints_level_rate_change_comparison_and_caveats(cli: Cli) -> None:
    out = cli("show", BEDFORD, TOTAL).out
    for words in (
        "Level: 15,172 offences",
        "Rate: 80.93 per 1,000 residents",
        "+9.4 % on 13,865 the year before: rise",
        "England and Wales               5,267,542    87.31",
        "Bedfordshire police force          52,207",
        "Rates divide by residents mid-2022",
        "licensed under the Open Government",
    ):
        assert words in out


def test_compare_uses_the_group_named_on_the_command_line_or_in_the_files(cli: Cli) -> None:
    assert "Similar areas: Towns with their country" in cli("compare", BEDFORD).out
    given = cli("compare", BEDFORD, "--with", "Hackney", "--with", "E22000010").out
    assert re.search(r"Hackney +33,181 +126\.\d\d +\+2\.9 % \(rise\)", given)
    assert "Luton" in given
    assert "Swindon" not in given


def test_weigh_uses_the_partnerships_weights_and_names_what_is_missing(cli: Cli) -> None:
    out = cli("weigh", BEDFORD).out
    assert "harm 2" in out
    assert "without a score for harm" in out
    assert "rate beside E&W 1" in out
    assert out.index("shop theft") < out.index("violence") < out.index("drugs")
    assert "45 % of the people consulted named it" in out
    assert "the board decides" in out


def test_themes_named_alike_are_told_apart(cli: Cli, new_folder: Folder) -> None:
    themes = "[{name: violence, indicators: [ons/robbery]}, {name: Violence, indicators: [ons/homicide]}, {name: drugs}"
    same = "{name: drugs}, {name: cars, indicators: [ons/vehicle-offences]}]"
    weights = "{volume: 1, rate: 1, direction: 1, harm: 0, public_concern: 0}"
    more = f"strategic_assessment:\n  weighing:\n    weights: {weights}\n    themes: {themes}, {same}\n"
    folder = new_folder(more=more)
    cli("add", folder, WORKBOOK)
    out = cli("weigh", folder).out
    found = [line.partition(": ")[0] for line in out.splitlines() if re.match(r"\S.*: (no score|\d\.\d of 4)", line)]
    assert sorted(found) == ["Violence (Homicide)", "cars", "drugs, number 3", "drugs, number 4", "violence (Robbery)"]


@pytest.mark.parametrize("kind", ["trend", "ranked", "funnel", "profile", "multiples"])
def test_a_chart_is_written_alone_with_its_table_beside_it(cli: Cli, tmp_path: Path, kind: str) -> None:
    indicator = "police-uk/burglary" if kind in {"trend", "profile", "multiples"} else "ons/burglary"
    path = tmp_path / "chart.svg"
    run = cli("chart", BEDFORD, indicator, "--kind", kind, "--output", path)
    assert run.code == 0
    svg = path.read_text(encoding="utf-8")
    assert svg.startswith("<svg ")
    assert 'role="img"' in svg
    assert "<title" in svg
    assert "<desc" in svg
    assert "licensed under the Open Government" in " ".join(run.out.split())
    cli("chart", BEDFORD, indicator, "--kind", kind, "--output", path)
    assert path.read_text(encoding="utf-8") == svg


def test_trace_of_a_number_that_nothing_gives_ends_with_1(cli: Cli) -> None:
    run = cli("trace", BEDFORD, "987,654,321")
    assert run.code == 1
    assert "no such number" in run.out


def test_every_command_is_in_the_table_with_its_own_words(cli: Cli) -> None:
    from importlib import import_module  # noqa: PLC0415

    for name, line in TABLE.items():
        assert (import_module(f"cspcycle.cli.evidence_{name}").command.__doc__ or "").splitlines()[0] == line
        assert cli(name, "--help").code == 0
    assert cli("add").code == 2


def test_without_scipy_the_way_out_is_the_command_that_installs_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    run = cli("show", BEDFORD, TOTAL)
    assert run.code == 2
    assert 'pip install "cspcycle[evidence]"' in run.err


def test_without_calamine_the_way_out_is_the_command_that_installs_it(
    cli: Cli, new_folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    run = cli("add", new_folder(), WORKBOOK)
    assert run.code == 2
    assert 'pip install "cspcycle[evidence]"' in run.err
