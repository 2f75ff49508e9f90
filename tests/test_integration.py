"""The action's own steps and the hook under real pre-commit, each on a small repository of papers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cspcycle.source.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
NEEDED = ["src", "templates", "pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml"]
NAMED = "user.name=Nobody", "user.email=nobody@vale.example"


def git(folder: Path, *arguments: str) -> str:
    settings = [part for name in NAMED for part in ("-c", name)]
    return subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder that holds a partnership's papers beside other things."""
    folder = tmp_path / "papers"
    shutil.copytree(ROOT / "examples/vale-first-draft", folder / "safer vale")
    (folder / "README.md").write_text("Papers of a fictional partnership.\n", encoding="utf-8")
    return folder


def clone_of_the_source(folder: Path) -> Path:
    """A repository of the files as they are now; ignored ones left out."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    folder.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "the source")
    return folder


def action() -> Any:
    held, found = read_yaml((ROOT / "action.yml").read_bytes(), "action.yml")
    assert found == []
    return held


def run_step(step: Any, folder: Path, values: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A step as the runner runs it: its expressions replaced, its script given to bash."""
    settings = {}
    for name, text in step["env"].items():
        assert text.startswith("${{ ")
        settings[name] = values[text.removeprefix("${{ ").removesuffix(" }}")]
    environment = os.environ | settings | {name: values[name] for name in ("RUNNER_TEMP", "GITHUB_STEP_SUMMARY")}
    environment.pop("PYTHONPATH", None)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="the steps are written for bash")
@pytest.mark.parametrize(
    ("day", "level", "code"),
    [("2026-11-24", "error", 1), ("", "never", 0)],
    ids=["on a day, failing from errors on", "on the day of the run, never failing"],
)
def test_the_step_that_validates_annotates_and_writes_the_summary(
    papers: Path, tmp_path: Path, day: str, level: str, code: int
) -> None:
    """The step that installs is replaced by this environment here; the slow test below runs it as well."""
    (tmp_path / "cspcycle/bin").mkdir(parents=True)
    program = tmp_path / "cspcycle/bin/cspcycle"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m cspcycle "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    values = {
        "inputs.folder": "safer vale", "inputs.on": day, "inputs.fail-on": level,
        "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }  # fmt: skip
    done = run_step(action()["runs"]["steps"][1], papers, values)
    assert done.returncode == code, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) > 10
    assert all(" file=safer vale/" in line for line in lines)
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("| **") == len(lines)


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not installed; .ci/run installs it")
def test_the_action_installs_its_own_checkout_and_validates(papers: Path, tmp_path: Path) -> None:
    checkout = clone_of_the_source(tmp_path / "action")
    summary = tmp_path / "summary.md"
    values = {
        "github.action_path": str(checkout),
        "inputs.folder": "safer vale", "inputs.on": "2026-11-24", "inputs.fail-on": "error",
        "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(summary),
    }  # fmt: skip
    install, validate = action()["runs"]["steps"]
    installed = run_step(install, papers, values)
    assert installed.returncode == 0, installed.stderr
    done = run_step(validate, papers, values)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=safer vale/")
    assert summary.read_text(encoding="utf-8").startswith("## Vale Community Safety Partnership")


def test_the_inputs_of_the_action_are_those_that_the_page_describes() -> None:
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    for name, held in action()["inputs"].items():
        assert f"| `{name}` |" in text
        assert held["description"]


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not installed; .ci/run installs it")
def test_the_hook_runs_under_real_pre_commit(papers: Path, tmp_path: Path) -> None:
    source = clone_of_the_source(tmp_path / "source")
    git(papers, "init", "-q")
    hook = {"id": "cspcycle-validate", "args": ["safer vale", "--on", "2026-11-24"]}
    settings = {"repos": [{"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": [hook]}]}
    (papers / ".pre-commit-config.yaml").write_text(json.dumps(settings), encoding="utf-8")
    environment = os.environ | {
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    environment.pop("PYTHONPATH", None)

    def run() -> subprocess.CompletedProcess[str]:
        git(papers, "add", "--all")
        return subprocess.run(
            ["pre-commit", "run", "--all-files"],
            cwd=papers,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )

    done = run()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Failed" in done.stdout
    assert "partnership.yaml:" in done.stdout
    assert done.stdout.count("as at 24 November 2026") == 1  # once for the folder, not once a file
    shutil.rmtree(papers / "safer vale")
    shutil.copytree(ROOT / "examples/vale", papers / "safer vale")
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
