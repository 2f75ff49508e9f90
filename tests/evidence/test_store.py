from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspcycle.evidence.importer import Imported
from cspcycle.evidence.store import as_text, write_tables
from cspcycle.evidence.stored import read_evidence, read_tables
from cspcycle.source.diagnostic import CannotContinue


def test_what_is_written_reads_back_the_same(bedford_from_ons: Imported, tmp_path: Path) -> None:
    path = write_tables(tmp_path, bedford_from_ons.name, bedford_from_ons.tables)
    held, findings = read_evidence(tmp_path)
    assert not findings
    assert as_text(list(held.tables)) == path.read_text("utf-8")
    assert set(held.tables) == set(bedford_from_ons.tables)


def test_the_order_of_tables_does_not_change_the_bytes(bedford_from_ons: Imported) -> None:
    assert as_text(bedford_from_ons.tables) == as_text(bedford_from_ons.tables[::-1])


def test_nothing_is_left_beside_the_file_written(bedford_from_ons: Imported, tmp_path: Path) -> None:
    write_tables(tmp_path, "ons", bedford_from_ons.tables[:1])
    assert [path.name for path in (tmp_path / "evidence").iterdir()] == ["ons.json"]


def test_a_link_out_of_the_folder_is_not_followed(bedford_from_ons: Imported, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "evidence").symlink_to(outside)
    with pytest.raises(CannotContinue, match="outside the partnership's folder"):
        write_tables(folder, "ons", bedford_from_ons.tables[:1])
    assert not list(outside.iterdir())


GOOD = {
    "name": "t",
    "first_day": "2024-01-01",
    "last_day": "2024-12-31",
    "source": dict.fromkeys(("publisher", "title", "edition", "licence", "attribution", "file", "sha256"), "x")
    | {"read_on": "2026-11-24"},
    "caveats": [],
    "indicators": [["own/a", "A", "people", "", ""]],
    "rows": [["E22000009", "Bedford", "partnership", "Bedfordshire", 3, [5]]],
}


def file_with(**changes: Any) -> bytes:
    return json.dumps({"format": "cspcycle evidence 1", "tables": [GOOD | changes]}, indent=1).encode()


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"\xff{", 1, "not UTF-8"),
        (b'{\n "format": 3,\n oh', 3, "from here on"),
        (b"[]", 1, "does not begin with"),
        (b"[" * 200_000, 1, "cannot be read"),
        (b'{"format": "cspcycle evidence 1", "tables": [3]}', 1, "not a group of keys"),
        (file_with(first_day="2025-06-01"), 6, "before it starts"),
        (file_with(first_day="soon"), 6, "not a day"),
        (file_with(source=None), 8, "no source"),
        (file_with(rows=None), 28, "no list of rows"),
        (file_with(rows=[["", "", "", "", 3, []]]), 4, "0 figures under 1"),
        (file_with(rows=[["", "B", "", "", 3, [True]]]), 4, "neither a number"),
        (file_with(rows=[["", "B", "", "", 3, [float("nan")]]]), 4, "neither a number"),
        (file_with(rows=[["", "B", 7, "", 3, [1]]]), 4, "a row is not"),
        (file_with(indicators=[["a"]]), 19, "five texts"),
        (file_with(name=3), 5, "not text"),
    ],
)
def test_a_broken_record_is_found_at_its_line(data: bytes, line: int, words: str) -> None:
    tables, findings = read_tables(data, "evidence/a.json")
    assert not tables
    assert [(finding.code, finding.at.line) for finding in findings] == [("evidence/unreadable-record", line)]
    assert words in findings[0].message


def test_one_broken_table_does_not_hide_the_others() -> None:
    data = json.dumps({"format": "cspcycle evidence 1", "tables": [GOOD, 3, GOOD]}).encode()
    tables, findings = read_tables(data, "evidence/a.json")
    assert (len(tables), len(findings)) == (2, 1)


VALID = file_with()


@given(st.data())
def test_no_damage_to_a_record_raises(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(VALID)))
    length = data.draw(st.integers(0, 30))
    damaged = VALID[:place] + data.draw(st.binary(max_size=12)) + VALID[place + length :]
    _, findings = read_tables(damaged, "evidence/a.json")
    assert all(1 <= finding.at.line <= damaged.count(b"\n") + 1 for finding in findings)
