"""Ways to run the commands and to write small dossiers in these tests."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from cspcycle.cli import app

ROOT = Path(__file__).parent.parent.parent
VALE, BARNET = ROOT / "examples/vale", ROOT / "examples/barnet-2013"
ON = date(2026, 11, 24)
HEAD = "partnership:\n  name: Vale\n  area: {name: Vale, nation: england, kind: unitary, code: E06999999}\n"


def run(*words: object, code: int = 0) -> str:
    """What the command prints; it must end with the exit code, and without an exception of ours."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return str(result.stdout)


def copy_of_vale(folder: Path) -> Path:
    copy = folder / "vale"
    shutil.copytree(VALE, copy)
    return copy


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def small(folder: Path, *, milestones: Iterable[str] = (), more: str = "", head: str = HEAD) -> Path:
    """A dossier with these milestones, each a line of YAML."""
    lines = "".join(f"    - {milestone}\n" for milestone in milestones)
    text = head + (f"timetable:\n  for_plan_year: 2027-28\n  milestones:\n{lines}" if lines else "") + more
    (folder / "partnership.yaml").write_text(text, encoding="utf-8")
    return folder
