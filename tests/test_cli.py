"""The command line as a user and a program meet it: exit codes, formats, hostile names, and never a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cspcycle
from cspcycle.application.check_folder import check_files
from cspcycle.source.folder import SourceFile

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/partnership.yaml"))
GOLDEN = ROOT / "tests/golden/validation.json"
SMALL = """\
partnership:
  name: Vale Community Safety Partnership
  area: {name: Vale, nation: england, kind: unitary}
"""

DAYS = [date(1998, 1, 1), date(2007, 8, 1), date(2013, 10, 25), date(2026, 11, 24), date(2100, 12, 31)]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cli(tmp_path: Path) -> Run:
    """`cspcycle` in a process of its own, with a cache folder of its own, in `tmp_path`."""

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {
            name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "GITHUB_STEP_SUMMARY"}
        }
        environment |= {
            "PYTHONPATH": str(Path(cspcycle.__file__).parent.parent),
            "XDG_CACHE_HOME": str(tmp_path / ".cache"),
        }
        done = subprocess.run(
            [sys.executable, "-m", "cspcycle", *arguments], cwd=tmp_path, env=environment | more, check=False,
            capture_output=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        return done

    return run


def write(folder: Path, text: str | bytes = SMALL, name: str = "partnership.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["code"] for each in json.loads(done.stdout)["partnerships"] for finding in each["findings"]]


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("{}", "error", 0),
        ("value_for_money:", "warning", 0),
        ("reviewed: x", "error", 1),
        ("reviewed: x", "warning", 1),
        ("reviewed: x", "never", 0),
    ],
    ids=["nothing wrong", "a note", "an error", "an error, from warnings on", "an error, never"],
)
def test_the_exit_code_is_1_from_the_level_on(cli: Run, tmp_path: Path, text: str, level: str, code: int) -> None:
    write(tmp_path, SMALL + ("" if text == "{}" else text + "\n"))
    assert cli("validate", "--on", "2026-11-24", "--fail-on", level).returncode == code


def test_a_warning_fails_only_when_warnings_are_asked_for(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    write(tmp_path, "# nothing yet\n", "priorities.yaml")
    assert cli("validate", "--on", "2026-11-24").returncode == 0
    assert cli("validate", "--on", "2026-11-24", "--fail-on", "warning").returncode == 1


def test_the_bytes_of_what_is_no_text_are_not_shown_as_a_line(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, SMALL.encode("utf-16"))
    done = cli("validate", "--on", "2026-11-24")
    assert "yaml/utf-16" in done.stdout
    assert "x00" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["validate", "nowhere"], "there is no folder"),
        (["validate", "empty"], "there is no partnership.yaml"),
        (["validate", "ended"], 'give "partnership.yaml.txt"'),
        (["validate", "partnership.yaml"], "is a file, not a folder"),
        (["validate", "--on", "yesterday"], "write year, month, day"),
        (["validate", "--on", "2026-02-30"], "write year, month, day"),
        (["validate", "--on", "9999-12-31"], "outside the years 1998 to 2100"),
        (["validate", "--format", "xml"], "'text', 'json', 'github', 'markdown'"),
        (["validate", "--fail-on", "note"], "'error', 'warning', 'never'"),
        (["validate", "--colour"], "--colour"),
        (["valdate"], 'there is no command "valdate" = fix: did you mean `cspcycle validate`?'),
        (["evidence", "shwo"], "did you mean `cspcycle evidence show`?"),
        (["ended"], "did you mean `cspcycle validate ended`?"),
        (["frobnicate"], "the commands are: validate, duties"),
        (["explain", "plna"], "did you mean `plan`?"),
        (["explain", "plan/ends-before-it-start"], "did you mean `plan/ends-before-it-starts`?"),
        (["duties", "--nation", "scotland"], "'england', 'wales'"),
        (["duties", "--nation", "england", "--area-kind", "unitery"], "did you mean unitary?"),
        (
            ["duties", "--nation", "england", "--area-kind", "welsh-principal-area"],
            "there is no welsh-principal-area in England",
        ),
        (["duties", "--area-kind", "unitary"], "--area-kind goes with --nation"),
        (["duties", ".", "--nation", "england"], "goes without a folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_run_says_why_and_ends_with_2(cli: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    write(tmp_path)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "ended", name="partnership.yaml.txt")
    done = cli(*arguments)
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert done.stdout == ""


def test_no_arguments_print_the_help_and_every_command(cli: Run) -> None:
    done = cli()
    assert "validate" in done.stdout + done.stderr
    assert cli("--version").stdout == f"cspcycle {cspcycle.__version__}\n" == cli("-V").stdout


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_80_columns_but_what_cannot_be_broken(cli: Run, tmp_path: Path, name: str) -> None:
    shutil.copytree(EXAMPLES / name, tmp_path / name)
    for command in ("validate", "duties"):
        for line in cli(command, name, "--on", "2026-11-24").stdout.splitlines():
            assert len(line) <= 80 or " " not in line.strip().removeprefix("- "), line


@pytest.mark.parametrize(
    "arguments", [["explain", "public-meeting"], ["explain", "yaml/tab"], ["--help"], ["validate", "--help"]]
)
def test_the_other_commands_keep_to_80_columns(cli: Run, arguments: list[str]) -> None:
    lines = cli(*arguments).stdout.splitlines()
    assert lines
    assert [line for line in lines if len(line) > 80 and "https://" not in line] == []


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value).__name__


def test_the_json_contract_has_exactly_its_keys(cli: Run) -> None:
    held = json.loads(
        cli("validate", str(EXAMPLES / "vale-first-draft"), "--on", "2026-11-24", "--format", "json").stdout
    )
    assert list(held) == ["format", "on", "partnerships", "totals"]
    assert (held["format"], held["on"]) == ("cspcycle/validation/1", "2026-11-24")
    (partnership,) = held["partnerships"]
    assert list(partnership) == ["folder", "name", "duties", "findings"]
    for duty in partnership["duties"]:
        assert list(duty) == [
            "id", "title", "provision", "source", "on_whom", "force", "outcome", "because", "settle", "due_on", "at",
        ]  # fmt: skip
        assert duty["outcome"] in {"met", "due", "unmet", "unknown", "not-applicable"}
        assert duty["at"] is None or list(duty["at"]) == ["file", "line", "column"]
    for finding in partnership["findings"]:
        assert list(finding) == ["code", "severity", "message", "fix", "law", "file", "line", "column", "see"]
        assert finding["severity"] in {"error", "warning", "note"}
        assert all(list(place) == ["file", "line", "column"] for place in finding["see"])
    assert held["totals"]["partnerships"] == 1
    assert sum(held["totals"]["findings"].values()) == len(partnership["findings"])
    assert sum(held["totals"]["duties"].values()) == len(partnership["duties"])


def test_the_json_of_a_small_dossier_is_that_of_the_golden_file(cli: Run, tmp_path: Path, *, update: bool) -> None:
    """Duties are left to the register's own tests, so that this file changes only with the contract."""
    write(tmp_path / "areas", SMALL + "priorities:\n  - {id: violence, titel: Violence}\nprincipals: []\n")
    held = json.loads(cli("validate", "--on", "2026-11-24", "--format", "json").stdout)
    duties = held["partnerships"][0].pop("duties")
    assert held["totals"].pop("duties") == {
        outcome: sum(duty["outcome"] == outcome for duty in duties)
        for outcome in ("met", "due", "unmet", "unknown", "not-applicable")
    }
    text = json.dumps(held, indent=2, ensure_ascii=False) + "\n"
    if update:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_many_partnerships_are_checked_in_one_run(cli: Run, tmp_path: Path) -> None:
    for name in ("north", "south"):
        write(tmp_path / name)
    held = json.loads(cli("validate", "--on", "2026-11-24", "--format", "json").stdout)
    assert [each["folder"] for each in held["partnerships"]] == ["north", "south"]
    assert "2 partnerships as at 24 November 2026" in cli("validate", "--on", "2026-11-24").stdout


def test_an_annotation_holds_one_finding_whatever_is_in_it(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "100%, all: of it", SMALL + 'priorities:\n  - {id: a, title: b, "x::error::\\ny%0A,z": 1}\n')
    done = cli("validate", "--on", "2026-11-24", "--format", "github")
    lines = done.stdout.splitlines()
    assert all(
        re.match(r"::(?:error|warning|notice) file=100%25%2C all%3A of it/partnership\.yaml,line=5,", line)
        for line in lines
    )
    (line,) = [line for line in lines if "unknown-key" in line]
    assert "::`x::error::%0Ay%250A,z` is not a key of" in line
    assert line.count("%0AFix: ") == 1


def test_the_gravest_findings_are_annotated_first(cli: Run) -> None:
    done = cli("validate", str(EXAMPLES / "vale-first-draft"), "--on", "2026-11-24", "--format", "github")
    levels = re.findall(r"^::(error|warning|notice) ", done.stdout, flags=re.MULTILINE)
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert len(levels) == done.stdout.count("\n")


def test_every_finding_is_in_the_summary_of_the_job(cli: Run, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = cli(
        "validate",
        str(EXAMPLES / "vale-first-draft"),
        "--on",
        "2026-11-24",
        "--format",
        "github",
        GITHUB_STEP_SUMMARY=str(summary),
    )
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## Vale Community Safety Partnership\n")
    assert text.count("| **") == done.stdout.count("\n") > 10


def test_a_summary_that_cannot_be_written_is_the_machines_fault(cli: Run, tmp_path: Path) -> None:
    write(tmp_path)
    done = cli("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no/such/file"))
    assert done.returncode == 2
    assert "summary file cannot be written" in done.stderr


def test_a_family_is_explained_by_its_codes_and_their_first_lines(cli: Run) -> None:
    done = cli("explain", "plan/")
    assert done.stdout.startswith("plan: 6 codes\n\n  plan/adopted-after-it-began\n    A plan that a body approves")
    assert cli("explain", "duty").stdout.count("\n  duty/") > 80


def test_a_name_of_both_a_duty_and_a_family_brings_both(cli: Run) -> None:
    lines = cli("explain", "consultation").stdout.splitlines()
    assert lines[0] == "duty/consultation (duty)"
    assert "  consultation/closes-before-it-opens" in lines


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("text", "  The meeting is one of"),
        ("github", "::The meeting is one of"),
        ("markdown", "**Error:** The meeting is one of"),
    ],
)
def test_what_is_found_begins_with_a_capital_letter(cli: Run, tmp_path: Path, style: str, line: str) -> None:
    write(tmp_path, SMALL + "groups: [{id: board, name: Board, kind: strategy-group}]\nmeetings: [{group: bord}]\n")
    assert line in cli("validate", "--on", "2026-11-24", "--format", style).stdout


def test_a_long_record_is_cut_at_the_end_of_a_word(cli: Run) -> None:
    told = cli("duties", str(EXAMPLES / "vale"), "--on", "2026-11-24").stdout
    cut = re.findall(r"\S*…", " ".join(told.split()))
    assert cut
    assert set(cut) <= {"…", '…"'}


HOSTILE = [r'"\e[31mVale\e[0m \n::error::y"', r'"Vale [bold]x[/bold] \n::error::y <b>|z`"']


@pytest.mark.parametrize("name", HOSTILE, ids=["terminal escapes", "markup"])
@pytest.mark.parametrize("style", ["text", "json", "github", "markdown"])
def test_a_hostile_name_is_printed_as_plain_text(cli: Run, tmp_path: Path, style: str, name: str) -> None:
    group = f"groups:\n  - {{id: a, name: {name}, reports_to: [b]}}\n"
    write(tmp_path, SMALL.replace("Vale Community Safety Partnership", name) + group)
    done = cli("validate", "--on", "2026-11-24", "--format", style)
    assert "\x1b" not in done.stdout
    assert not re.search(r"^::error::y", done.stdout, flags=re.MULTILINE)
    if style == "text" and "bold" in name:
        assert "[bold]x[/bold]" in done.stdout
    if style == "markdown":
        assert "<b>" not in done.stdout
    assert "::error::y" not in cli("duties", ".", "--on", "2026-11-24").stdout.split("\n")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be given on Windows")
@pytest.mark.parametrize("style", ["text", "github", "markdown"])
def test_a_hostile_name_of_a_file_is_printed_as_plain_text(cli: Run, tmp_path: Path, style: str) -> None:
    folder = write(tmp_path / "\x1b[31mred\n::error::y")
    write(folder, "principals: []\n", "\x1b[31m\n::error::y.yaml")
    write(tmp_path / "b")
    done = cli("validate", "--on", "2026-11-24", "--format", style)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert not re.search(r"^::error::y", done.stdout, flags=re.MULTILINE)
    assert "\x1b" not in cli("validate", str(folder / "nowhere")).stderr


def test_colour_is_for_terminals_that_want_it(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    write(tmp_path, SMALL + "x: 1\n")
    environment = {
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "TERM": "xterm",
    }

    def printed(**more: str) -> bytes:
        master, slave = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "cspcycle", "validate", "."],
            cwd=tmp_path,
            env=environment | more,
            check=False,
            stdout=slave,
        )
        os.close(slave)
        return os.read(master, 100_000)

    assert b"\x1b[31;1merror" in printed()
    assert b"\x1b" not in printed(NO_COLOR="1")


BAD = [
    ("ten megabytes", b"a: " + b"x" * 10_000_000, ["yaml/too-large"]),
    ("ten thousand levels", b"a: " + b"[" * 10_000, ["yaml/too-deep"]),
    (
        "a bomb of aliases",
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        ["yaml/alias"] * 6 + ["schema/unknown-section"] * 4,
    ),
    ("NUL", b"principles: [a\0b]\n", ["yaml/control-character"]),
    ("UTF-16", "principles: [a]\n".encode("utf-16"), ["yaml/utf-16"]),
    ("a byte order mark", b"\xef\xbb\xbfprinciples: [a]\n", []),
    ("CR LF", b"principles:\r\n  - a\r\n", []),
    ("an empty file", b"", ["yaml/empty-file"]),
    ("a list", b"- a\n", ["yaml/not-a-mapping"]),
    ("Windows text", b"principles: [caf\xe9]\n", ["yaml/not-utf-8"]),
]


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_file_of_the_wrong_kind_is_a_finding(cli: Run, tmp_path: Path, data: bytes, expected: list[str]) -> None:
    write(write(tmp_path), data, "priorities.yaml")
    done = cli("validate", "--on", "2026-11-24", "--format", "json")
    assert sorted(codes(done)) == sorted(expected)
    assert done.returncode == (1 if expected and expected != ["yaml/empty-file"] else 0)
    assert cli("validate", "--on", "2026-11-24").returncode == done.returncode


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_folder_is_not_followed(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "mine")
    (tmp_path / "secret.yaml").write_text("password: swordfish\n", encoding="utf-8")
    (tmp_path / "mine/priorities.yaml").symlink_to(tmp_path / "secret.yaml")
    done = cli("validate", "mine", "--on", "2026-11-24", "--format", "json")
    assert codes(done) == ["yaml/link-outside-folder"]
    text = cli("validate", "mine", "--on", "2026-11-24").stdout
    assert "swordfish" not in text
    assert "password" not in text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_channel_between_programs_is_not_waited_for(cli: Run, tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path) / "priorities.yaml")
    assert "[yaml/not-a-file]" in cli("validate", "--on", "2026-11-24").stdout


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise on Windows")
def test_a_folder_that_nobody_may_write_to_is_checked_all_the_same(cli: Run, tmp_path: Path) -> None:
    folder = write(tmp_path / "mine")
    folder.chmod(0o555)
    try:
        assert cli("validate", "mine", "--on", "2026-11-24", XDG_CACHE_HOME=str(folder)).returncode == 0
    finally:
        folder.chmod(0o755)


VALE = {path.name: path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / "vale").glob("*.yaml"))}
MARKS = [
    ": ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!x ",
    "|",
    "%",
    "- ",
    "  ",
    "",
    "\n",
    "\t",
    "\0",
    "\u2028",
]
VALUES = [
    "null",
    "yes",
    "-1",
    "1e999",
    "9" * 30,
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "é",
    "🚓",
    "x" * 300,
    "[[]]",
]
PIECES = st.sampled_from([*MARKS, *VALUES, "<<: *a", "---\n", "id: violence"])


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_no_change_to_a_file_of_vale_makes_the_checks_stumble(data: st.DataObject) -> None:
    texts = dict(VALE)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(texts)))
        text = texts[name]
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        texts[name] = text[:start] + data.draw(PIECES) + text[end:]
    files = [SourceFile(name, text.encode()) for name, text in texts.items()]
    checked = check_files(".", files, name="vale", on=data.draw(st.sampled_from(DAYS)))
    assert all(finding.at.line > 0 and finding.at.column > 0 and finding.message for finding in checked.findings)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_no_line_of_vale_that_is_missing_or_doubled_or_moved_makes_the_checks_stumble(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(VALE)))
    lines = VALE[name].splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    changed = data.draw(
        st.sampled_from([lines[:at] + lines[at + 1 :], [*lines[:at], lines[other], *lines[at:]], lines[:at]])
    )
    files = [
        SourceFile(each, "".join(changed).encode() if each == name else text.encode()) for each, text in VALE.items()
    ]
    check_files(".", files, name="vale", on=data.draw(st.sampled_from(DAYS)))


def test_the_checklist_has_a_format_of_its_own(cli: Run) -> None:
    held = json.loads(cli("duties", str(EXAMPLES / "vale"), "--on", "2026-11-24", "--format", "json").stdout)
    assert held["format"] == "cspcycle/duties/1"
    assert {duty["outcome"] for duty in held["partnerships"][0]["duties"]} <= {
        "met",
        "due",
        "unmet",
        "unknown",
        "not-applicable",
    }
    table = cli("duties", "--nation", "wales", "--on", "2026-11-24", "--format", "markdown").stdout
    assert table.startswith("## Wales\n\nDuties in force on 24 November 2026. This is not legal advice.\n")


def test_the_schema_is_json_and_knows_every_section(cli: Run) -> None:
    held = json.loads(cli("schema").stdout)
    assert held["$schema"].endswith("2020-12/schema")
    assert {"partnership", "membership", "partnership_plan"} <= set(held["properties"])


def test_files_that_do_not_say_who_the_partnership_is_are_not_well(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "ours", "principles: [value for money]\n")
    done = cli("validate", "ours")
    assert done.returncode == 1
    assert "[schema/missing-section]" in done.stdout


def test_a_section_that_cannot_be_read_is_told_once(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "ours", "partnership:\n  name: Vale\n")
    done = cli("validate", "ours")
    assert done.stdout.count("schema/") == 2  # the finding, and the hint to explain it
    assert "schema/missing-section" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of this kind is not found there")
def test_a_reader_that_goes_away_is_no_event(tmp_path: Path) -> None:
    ours = {"PYTHONPATH": str(Path(cspcycle.__file__).parent.parent), "XDG_CACHE_HOME": str(tmp_path)}
    environment = os.environ | ours
    command = f"{sys.executable} -m cspcycle schema | head -n 1"
    done = subprocess.run(["bash", "-c", command], env=environment, check=False, capture_output=True, encoding="utf-8")
    assert done.stdout == "{\n"
    assert done.stderr == ""
