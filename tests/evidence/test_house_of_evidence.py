from __future__ import annotations

import random
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from tests.evidence.conftest import BEDFORD, READ_ON, WORKBOOK, read
from tests.evidence.spreadsheets import NEW, long_rows, write_csv, write_ods, write_xlsx

from cspcycle.evidence.findings import FINDINGS
from cspcycle.evidence.importer import Request, read_evidence_file

ROOM = Path(read.__code__.co_filename).parents[2] / "src" / "cspcycle" / "evidence"


def test_every_code_is_explained_and_none_that_is_never_printed() -> None:
    files = [path for path in ROOM.rglob("*.py") if path.name != "findings.py"]
    printed = {code for path in files for code in re.findall(r'"(evidence/[a-z-]+)"', path.read_text("utf-8"))}
    assert printed == set(FINDINGS)


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_to_a_workbook_raises(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    path = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(WORKBOOK) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = bytearray(source.read(name))
            if name in {"xl/worksheets/sheet15.xml", "xl/workbook.xml", "xl/sharedStrings.xml"} and seed % 3:
                place = chance.randrange(len(data))
                del data[place : place + chance.randrange(200)]
                data[place:place] = chance.randbytes(chance.randrange(20))
            target.writestr(name, bytes(data))
    if seed % 3 == 0:
        path.write_bytes(path.read_bytes()[: -chance.randrange(1, 200_000)])
    for source_id in ("", "ons-csp"):
        found = read(path, source=source_id)
        assert found.findings or found.tables


@pytest.mark.parametrize("seed", range(30))
def test_no_damage_to_a_long_table_raises(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    rows = [NEW, *long_rows("2023/24")]
    write = (
        write_csv,
        lambda path, rows: write_ods(path, {"a": rows}),
        lambda path, rows: write_xlsx(path, {"a": rows}),
    )
    path = write[seed % 3](tmp_path / "long", rows)
    members = {"whole": path.read_bytes()} if seed % 3 == 0 else _members(path)
    name = chance.choice(sorted(members))
    data = bytearray(members[name])
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(60)] = chance.randbytes(chance.randrange(12))
    members[name] = bytes(data)
    if seed % 3 == 0:
        path.write_bytes(members[name])
    else:
        with zipfile.ZipFile(path, "w") as target:
            for member, content in members.items():
                target.writestr(member, content)
    read(path)
    read(path, source="home-office")


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_long_table_is_never_held_whole_and_says_how_far_it_is(tmp_path: Path) -> None:
    rows = [NEW, *long_rows("2023/24")]
    elsewhere: list[list[str | int]] = [
        ["2023/24", "1", "Kent", "Ashford", "Shoplifting", "Theft offences", "Shoplifting", "46", 3]
    ] * 30_000
    path = write_ods(tmp_path / "long.ods", {"2023_24": [*rows, *elsewhere]})
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("content.xml").file_size
    shares: list[float] = []
    tracemalloc.start()
    try:
        imported = read_evidence_file(path, Request(BEDFORD, READ_ON, shares.append))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert imported.tables
    assert size > 20_000_000
    assert peak < size / 2
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] <= 1
