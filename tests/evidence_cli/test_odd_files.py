"""Files that are not what they seem, or not what was meant: each is answered in words that say what to do."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.evidence_cli.conftest import ROOT, Cli

Folder = Callable[..., Path]
HEAD = "area,period,indicator,value,source\n"
ROW = "Bedford,2024/25,Calls,120,Ambulance service\n"


def packed(**members: str) -> bytes:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "/").replace("DOT", "."), text)
    return memory.getvalue()


READ = {
    "with a byte order mark": b"\xef\xbb\xbf" + (HEAD + ROW).encode(),
    "as Excel's Unicode text": (HEAD + ROW).replace(",", "\t").encode("utf-16"),
    "with semicolons": (HEAD + ROW).replace(",", ";").encode(),
    "with lines that end as on old computers": (HEAD + ROW).replace("\n", "\r").encode(),
    "below blank lines": ("\n,,,,\n" + HEAD + ROW).encode(),
    "with empty cells behind": (HEAD + ROW.replace("\n", ",,\n")).encode(),
    "as Windows text": (HEAD + ROW.replace("Ambulance", "Caf\xe9 ambulance")).encode("cp1252"),
    "with a stray quotation mark": (HEAD + ROW.replace("Calls", 'Calls 5" long')).encode(),
}


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_own_figures_are_read_however_a_spreadsheet_saved_them(
    cli: Cli, new_folder: Folder, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "calls.csv"
    file.write_bytes(content)
    folder = new_folder()
    assert "1 figure of 1 indicator\n" in cli("add", folder, file).out
    assert " 120           year ending\n" in cli("show", folder).out


ANSWERED = {
    "nothing": (b"", "this file is empty"),
    "a byte order mark": (b"\xef\xbb\xbf", "this file is empty"),
    "a sign-in page": (b"<!DOCTYPE html><html>Sign in</html>", "this is a web page and no table"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF and no table"),
    "a zip of own figures": (packed(ownDOTcsv=HEAD + ROW), "unpack it and add the file that was in it"),
    "own figures packed": (gzip.compress((HEAD + ROW).encode()), "unpack it and add the file that was in it"),
    "own figures in a workbook": (
        packed(xl_workbookDOTxml="", xl_sharedStringsDOTxml="<si>area period indicator value</si>"),
        "your own figures are read from CSV, and this is a workbook",
    ),
    "another workbook": (packed(xl_workbookDOTxml=""), "nothing in this file says which official table it is"),
    "columns alone": (HEAD.encode(), "the file names its columns and holds no figure"),
    "a comma for the point": ((HEAD + ROW).replace(",", ";").replace("120", "12,5").encode(), 'value "12,5" is not'),
    "a number cut by its comma": ((HEAD + ROW).replace("120", "1,200").encode(), "the line has 6 cells and the first"),
    "a percentage": ((HEAD + ROW).replace("120", "45%").encode(), "its % or £ under `unit`"),
    "a formula": ((HEAD + ROW).replace("120", "=1+2").encode(), 'the value "=1+2" is not a number'),
    "a quotation mark left open": ((HEAD + ROW.replace("Calls", '"Calls')).encode(), "is never closed"),
    "one that swallows lines": ((HEAD + ROW.replace("Calls", '"Calls') + ROW).encode(), "is never closed"),
    "a cell without end": ((HEAD + ROW).replace("Calls", "x" * 140_000).encode(), "longer than 131,072 characters"),
}


@pytest.mark.parametrize(("content", "words"), ANSWERED.values(), ids=ANSWERED)
def test_what_cannot_be_taken_is_answered_in_words_that_fit(
    cli: Cli, new_folder: Folder, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    run = cli("add", new_folder(), file)
    assert run.code == 1
    assert words.lower() in " ".join(run.out.split()).lower()
    assert "Nothing was taken and nothing written." in run.out
    assert [line for line in run.out.splitlines() if len(line) > 80] == []


def test_the_figures_of_the_page_on_evidence_are_read_as_they_stand(
    cli: Cli, new_folder: Folder, tmp_path: Path
) -> None:
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    file = tmp_path / "treatment.csv"
    file.write_text(page.partition("```csv\n")[2].partition("```")[0], encoding="utf-8")
    folder = new_folder()
    assert "2 figures of 1 indicator\n" in cli("add", folder, file).out
    assert (
        "+30.1 % on 123 the year before: rise" in cli("show", folder, "people in treatment who left it as planned").out
    )


def test_a_folder_of_anything_else_is_answered(cli: Cli, new_folder: Folder, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "This folder has no files" in cli("add", new_folder(), empty).out
    (empty / "calls.csv").write_text(HEAD + ROW, encoding="utf-8")
    assert "name any other file" in " ".join(cli("add", tmp_path / "bedford", empty).out.split())


def test_figures_of_other_places_alone_are_said_to_be_so(cli: Cli, new_folder: Folder, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text(HEAD + ROW.replace("Bedford", "Luton"), encoding="utf-8")
    assert "1 figure of 1 indicator, none of them of Bedford" in cli("add", new_folder(), file).out
