"""Whatever a finding, a figure or the evidence folder holds, `validate` answers with findings and never stops."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence_cli.conftest import ROOT

from cspcycle.application.check_folder import check_files
from cspcycle.application.validate import validate
from cspcycle.model.dossier import read_dossier
from cspcycle.source.folder import SourceFile
from cspcycle.source.yaml_reader import read_yaml

OFFICIAL = ROOT / "tests" / "cases" / "evidence" / "official"
HEAD = "partnership: {name: X, area: {name: Bedford, nation: england, kind: unitary, csp_code: E22000009}}\n"
DAY = date(2025, 7, 15)

HOSTILE = {
    "a year beyond the calendar": "title: crime in the year ending December 9999",
    "a year before it": "title: crime in the year ending March 0000",
    "periods of every kind": "title: x\n      period: April 9999 to December 9999",
    "a financial year at the end": "title: x\n      period: 9999/00",
    "a number without end": f"title: {'9' * 5000} offences and {'9' * 400}.{'9' * 400} %",
    "a figure without end": f"title: x\n      figure: {{value: {'9' * 5000}}}",
    "no number": "title: x\n      figure: {value: .nan}",
    "infinity": "title: x\n      figure: {value: -.inf, period: 2024}",
    "commas": "title: 1,2,3,,4,567,,8 %% 9.9.9 -1 +2 −3",
    "indicators of control characters": 'title: x\n      also_cites: ["\\e[31m", "../.."]',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_findings_are_answered(text: str) -> None:
    finding = (
        f"strategic_assessment:\n  findings:\n    - id: a\n      indicator: ons/total-recorded-crime\n      {text}\n"
    )
    concern = f"{{theme: a, people: {'9' * 5000}}}"
    more = f"consultation:\n  exercises:\n    - title: x\n      replies: 3\n      concerns: [{concern}]\n"
    for content in (finding, finding + more):
        files = [SourceFile("p.yaml", (HEAD + content).encode())]
        checked = check_files(".", files, name="x", on=DAY, folder=OFFICIAL)
        assert all(found.message for found in checked.findings)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
    number=st.one_of(st.integers(-(10**20), 10**20), st.floats(width=32)),
    period=st.from_regex(r"(year ending |)(March|December|Juny|2024|2024-13|2024/25|\d{1,5})( \d{4})?", fullmatch=True),
)
def test_any_words_number_and_period_are_answered(text: str, number: float, period: str) -> None:
    value = str(number).replace("nan", ".nan").replace("inf", ".inf")
    content = (
        f"{HEAD}strategic_assessment:\n  findings:\n    - id: a\n      indicator: ons/shoplifting\n"
        f"      title: {_quoted(text + ' ' + str(number) + ' ' + period)}\n"
        f"      figure: {{value: {value}, period: {_quoted(period)}}}\n"
    )
    check_files(".", [SourceFile("p.yaml", content.encode())], name="x", on=DAY, folder=OFFICIAL)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_folder_that_is_called_evidence_does_not_make_anyone_wait(new_folder: Callable[..., Path]) -> None:
    folder = new_folder()
    (folder / "evidence" / "folder.json").mkdir(parents=True)
    os.mkfifo(folder / "evidence" / "pipe.json")
    (checked,) = validate(folder, on=DAY, use_cache=False)
    files = {found.at.file for found in checked.findings if found.code == "evidence/unreadable-record"}
    assert files == {"evidence/folder.json", "evidence/pipe.json"}


def test_a_changed_record_is_not_answered_from_the_cache(
    new_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    finding = "{id: a, title: 15172 offences, source: ONS, indicator: ons/total-recorded-crime, caveat: x}"
    more = f"strategic_assessment:\n  findings: [{finding}]\n"
    folder = new_folder(more=more)
    (folder / "evidence").mkdir()
    record = folder / "evidence" / "ons.json"
    text = (OFFICIAL / "evidence" / "ons.json").read_text(encoding="utf-8")
    record.write_text(text, encoding="utf-8")
    assert (
        validate(folder, on=DAY, use_cache=True)[0].findings
        == validate(folder, on=DAY, use_cache=True)[0].findings
        == ()
    )
    record.write_text(text.replace("15172", "15173"), encoding="utf-8")
    (found,) = validate(folder, on=DAY, use_cache=True)[0].findings
    assert found.code == "evidence/figure-disagrees"


BLOCKS = re.findall(
    r"^```yaml\n(.*?)^```", (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_the_page_on_evidence_shows_what_can_be_written(block: str) -> None:
    content, faults = read_yaml(block.encode(), "page.yaml")
    assert content is not None
    assert faults + read_dossier(".", [("page.yaml", content)])[1] == []
