"""An option that would do nothing is refused with what to do instead, and help speaks of days, not of integers."""

import re
from pathlib import Path

import pytest
from tests.timetable_cli.running import ON, ROOT, VALE, run
from typer.testing import CliRunner

from cspcycle.cli import app
from cspcycle.source.diagnostic import CannotContinue

CALENDAR = ROOT / "tests/timetable/data/council.ics"
IMPORT = ("--import-meetings", CALENDAR, "--for", "cabinet")
SINCE = ("--changes-since", "2026-10-01")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        *[
            (("--by", "month", "--format", style), f"--by goes with --format text, markdown or html, not with {style}")
            for style in ("csv", "json", "ics")
        ],
        *[
            (("--alarm-days", 7, "--format", style), f"--alarm-days goes with --format ics, not with {style}")
            for style in ("text", "markdown", "html", "csv", "json")
        ],
        *[
            ((*SINCE, "--format", style), f"--changes-since goes with --format text or markdown, not with {style}")
            for style in ("html", "csv", "json", "ics")
        ],
        ((*SINCE, "--by", "month"), "--by does nothing with --changes-since"),
        ((*SINCE, "--alarm-days", 7), "--alarm-days does nothing with --changes-since"),
        ((*IMPORT, "--format", "csv"), "--format does nothing with --import-meetings"),
        ((*IMPORT, "--output", "out.yaml"), "--output does nothing with --import-meetings"),
        ((*IMPORT, *SINCE), "--changes-since does nothing with --import-meetings"),
        ((*IMPORT, "--by", "month"), "--by does nothing with --import-meetings"),
        ((*IMPORT, "--alarm-days", 7), "--alarm-days does nothing with --import-meetings"),
        ((*IMPORT, "--include-restricted"), "--include-restricted does nothing with --import-meetings"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_option_that_would_do_nothing_is_refused(words: tuple[object, ...], message: str) -> None:
    with pytest.raises(CannotContinue, match=message) as stop:
        run("timetable", VALE, "--on", ON, *words)
    assert stop.value.fix


@pytest.mark.parametrize(
    "words",
    [
        ("--by", "month"),
        ("--by", "month", "--format", "html"),
        ("--format", "ics", "--alarm-days", 7, "--alarm-days", 0),
        (*SINCE, "--format", "markdown", "--include-restricted"),
        (*IMPORT, "--year", "2026-27"),
    ],
)
def test_an_option_that_does_something_is_taken(words: tuple[object, ...]) -> None:
    run("timetable", VALE, "--on", ON, *words)


@pytest.mark.parametrize("command", ["timetable", "due", "why"])
def test_help_speaks_plainly_of_days_and_years(command: str) -> None:
    text = " ".join(run(command, "--help").split())
    assert not re.search(r"<int|<path>|<=x", text)
    assert "--days DAYS" in text or command != "due"
    assert "--alarm-days DAYS" in text or command != "timetable"
    assert "--year YEAR" in text or command == "due"


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--days", "soon"),
        ("due", "--days", "-1"),
        ("due", "--days", "3661"),
        ("timetable", "--alarm-days", "367"),
    ],
)
def test_a_number_of_days_that_is_none_is_refused_in_words(words: tuple[str, ...], tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [words[0], str(tmp_path), *words[1:]])
    assert result.exit_code == 2
    assert f"'{words[-1]}' is not a number of days from 0 to" in " ".join(result.output.split())
