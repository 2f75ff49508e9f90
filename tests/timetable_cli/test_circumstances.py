"""What is asked for and cannot be had ends in a sentence and something to do; what is asked for otherwise is given."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.timetable_cli.running import HEAD, ON, ROOT, VALE, run, small

from cspcycle.source.diagnostic import CannotContinue

IMPORT = ("timetable", VALE, "--import-meetings", ROOT / "tests/timetable/data/council.ics")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (lambda _: ("timetable", ROOT / "examples"), "a calendar is that of one"),
        (lambda empty: ("timetable", empty), "no partnership.yaml"),
        (lambda empty: ("due", empty), "no partnership.yaml"),
        (lambda _: ("why", VALE, "counsil"), "has the id"),
        (lambda _: ("timetable", VALE, "--for", "nobody at all"), "no group, authority or post"),
        (lambda empty: ("timetable", VALE, "--changes-since", empty), "no Git reference"),
        (lambda _: ("timetable", VALE, "--changes-since", VALE / "meetings.yaml"), "not a calendar that"),
        (lambda empty: ("timetable", VALE, "--format", "csv", "--output", empty), "link or a folder"),
        (
            lambda empty: ("timetable", VALE, "--format", "csv", "--output", empty / "no" / "such.csv"),
            "cannot be written",
        ),
        (
            lambda _: ("timetable", VALE, "--format", "csv", "--output", VALE / "partnership.yaml" / "such.csv"),
            "cannot be written",
        ),
        (
            lambda empty: ("timetable", VALE, "--format", "csv", "--output", empty / "partnership.yaml"),
            "a partnership writes itself",
        ),
        (lambda _: IMPORT, "belong to a group"),
        (lambda _: (*IMPORT, "--for", "cabinett"), "no group has the id"),
        (
            lambda empty: ("timetable", VALE, "--import-meetings", empty / "no.ics", "--for", "cabinet"),
            "cannot be read",
        ),
    ],
)
def test_what_cannot_be_had_is_said_with_what_to_do(
    words: Callable[[Path], tuple[object, ...]], message: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotContinue, match=message) as stop:
        run(*words(tmp_path))
    assert stop.value.fix
    assert not list(tmp_path.iterdir())


def test_files_that_do_not_say_who_the_partnership_is_have_no_calendar(tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text("groups: []\n", encoding="utf-8")
    with pytest.raises(CannotContinue, match="do not say who the partnership is"):
        run("timetable", tmp_path)


def test_a_commit_without_files_of_ours_is_said_to_be_so(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Vale", "-c", "user.email=vale@vale.example"]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "Begun"], check=True)
    with pytest.raises(CannotContinue, match="held no files"):
        run("timetable", small(tmp_path), "--changes-since", "HEAD")


def test_a_year_that_is_none_is_refused_by_its_name() -> None:
    run("timetable", VALE, "--year", "2026-28", code=2)


@pytest.mark.parametrize("style", ["markdown", "html"])
def test_the_page_is_parted_month_by_month_on_request(style: str) -> None:
    whole = run("timetable", VALE, "--on", ON, "--format", style)
    parted = run("timetable", VALE, "--on", ON, "--format", style, "--by", "month", "--for", "council")
    assert "February 2027</h2>" in parted or "\n## February 2027\n" in parted
    assert "February 2027</h2>" not in whole
    assert "Only what concerns council" in parted


def test_what_could_not_be_dated_is_listed_and_a_date_past_the_bank_holidays_is_marked(tmp_path: Path) -> None:
    steps = [
        "{id: open, task: Opened}",
        "{id: closed, task: Closed, after: {open: 2 weeks}}",
        "{id: far, task: Far, due: 2040-01-09}",
        "{id: further, task: Further, after: {far: 6 weeks}}",
    ]
    text = " ".join(run("timetable", small(tmp_path, milestones=steps), "--on", ON).split())
    assert "WITHOUT A DATE - “Closed” has no date because it waits for “Opened”, which has none" in text
    assert "not certain: bank holidays of that time are not published yet" in text
    assert "Its bank holidays are not known" in " ".join(run("why", tmp_path, "2041-01-07", "--on", ON).split())


def test_a_serious_violence_strategy_counts_from_its_publication_until_it_is_first_reviewed(tmp_path: Path) -> None:
    text = run("timetable", small(tmp_path, head=f"{HEAD}serious_violence: {{published_on: 2026-01-30}}\n"), "--on", ON)
    assert "serious-violence-review-after-2026-01-30" in text
