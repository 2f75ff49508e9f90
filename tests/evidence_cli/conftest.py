"""The commands on evidence, run in this process on a folder of their own; and the Bedford example, read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cspcycle.application.evidence_read import Opened, open_evidence

ROOT = Path(__file__).parents[2]
BEDFORD = ROOT / "examples" / "bedford-2025"
DATA = ROOT / "tests" / "evidence" / "data"
WORKBOOK = DATA / "ons-csp" / "policeforceareatablesyedecember2024.xlsx"

PARTNERSHIP = """\
partnership:
  name: Example Partnership
  area: {{name: {name}, nation: {nation}, kind: {kind}, csp_code: {code}, police_area: {force}}}
"""


class Run(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Run]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """`cspcycle evidence …` with its exit code and what it printed; no line is wider than eighty columns."""
    from cspcycle import cli as program  # noqa: PLC0415 - typer, only for these tests

    def run(*words: str | Path) -> Run:
        monkeypatch.setattr("sys.argv", ["cspcycle", "evidence", *map(str, words)])
        code = 0
        try:
            program.run()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        said = capsys.readouterr()
        return Run(code, said.out, said.err)

    return run


@pytest.fixture
def new_folder(tmp_path: Path) -> Callable[..., Path]:
    def make(
        name: str = "Bedford", code: str = "E22000009", force: str = "Bedfordshire", *,
        kind: str = "unitary", nation: str = "england", more: str = "",
    ) -> Path:  # fmt: skip
        folder = tmp_path / name.lower().replace(" ", "-")
        folder.mkdir()
        text = PARTNERSHIP.format(name=name, nation=nation, kind=kind, code=code, force=force) + more
        (folder / "partnership.yaml").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture(scope="session")
def bedford() -> Opened:
    return open_evidence(BEDFORD)
