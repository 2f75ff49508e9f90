"""Every console block in README.md, docs and tests/transcripts is run, and its output compared to the letter."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

import cspcycle
from cspcycle.application.check_folder import check_files
from cspcycle.source.folder import SourceFile

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "tests/transcripts").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^File `([\w./-]+)`[^\n]*:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(rf"{FILE.pattern}|{CONSOLE.pattern}", re.MULTILINE | re.DOTALL)
SET_UP = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the examples, and `cspcycle` on the path."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copytree(ROOT / "examples", tmp_path / "desk/examples")
    program = tmp_path / "bin/cspcycle"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cspcycle "$@"\n', encoding="utf-8")
    head = tmp_path / "bin/head"  # one that reads to the end, so that it is not left to chance who stops first
    head.write_text('#!/bin/sh\nexec sed -n "1,${2}p"\n', encoding="utf-8")
    for each in (program, head):
        each.chmod(0o755)
    return tmp_path / "desk"


def run(command: str, desk: Path) -> str:
    environment = {
        "PATH": f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(cspcycle.__file__).parent.parent),
        "HOME": str(desk.parent),
    }
    done = subprocess.run(
        ["sh", "-c", command], cwd=desk, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())


def played(block: str, desk: Path) -> str:
    """The block with what its commands print now."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{run(command[2:], desk)}" for command in commands)


@pytest.mark.skipif(os.name == "nt", reason="the sessions are those of a Unix shell")
@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_a_session_prints_what_the_page_says(page: Path, desk: Path, *, update: bool) -> None:
    text = page.read_text(encoding="utf-8")

    def replay(match: re.Match[str]) -> str:
        name, content, session = match.groups()
        if name:
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            (desk / name).write_text(content, encoding="utf-8")
            return match[0]
        return f"```console\n{played(session, desk)}```"

    now = BLOCK.sub(replay, text)
    assert "Traceback" not in now, now
    if update and now != text:
        page.write_text(now, encoding="utf-8")
    else:
        assert now == text


def test_the_readme_has_two_set_up_commands_of_one_line_each() -> None:
    blocks = SET_UP.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [block.count("\n") for block in blocks] == [1, 1]
    first, second = blocks
    assert first.strip().endswith("cspcycle validate examples/hackney-2022 --on 2022-10-27 --fail-on never")
    assert second.strip().endswith("pytest")
    assert all("python3 -m venv .venv" in block and ".venv/bin/pip install" in block for block in blocks)


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_a_file_that_a_page_shows_has_the_shape_of_the_language(page: Path) -> None:
    """Unless the page is about a mistake, which it then says in the line before the file."""
    for match in FILE.finditer(page.read_text(encoding="utf-8")):
        if "mistake" not in match[0].splitlines()[0]:
            checked = check_files(".", [SourceFile(match[1], match[2].encode())], name="x", on=date(2026, 11, 24))
            assert [found for found in checked.findings if found.code.startswith(("yaml/", "schema/"))] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_in_a_page_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_dependency_has_a_reason_in_contributing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    named = {match[0] for each in wanted if (match := re.match(r"[A-Za-z0-9.-]+", each))} - {"cspcycle"}
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Dependencies")[2]
    assert {name for name in named if not re.search(rf"^\|.*\b{re.escape(name)}\b.*\|", text, re.MULTILINE)} == set()
