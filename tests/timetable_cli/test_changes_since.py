"""What changed since the last published calendar: exactly what depends on the change, and nothing else."""

import subprocess
from pathlib import Path

import pytest
from tests.timetable_cli.running import ON, change, copy_of_vale, run

from cspcycle.application.calendar_changes import changes_since
from cspcycle.application.timetable import plan_folder
from cspcycle.source.diagnostic import CannotContinue


def moved(folder: Path, since: Path | str) -> dict[str, tuple[str, int, str]]:
    found = changes_since(plan_folder(folder, on=ON), str(since), for_whom=None, include_restricted=True)
    return {each.id: (each.kind.value, each.days, each.cause) for each in found}


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, Path]:
    vale, file = copy_of_vale(tmp_path), tmp_path / "published.json"
    run("timetable", vale, "--on", ON, "--format", "json", "--output", file, "--include-restricted")
    assert moved(vale, file) == {}
    return vale, file


def test_moving_the_january_board_by_a_day_changes_exactly_what_depends_on_it(published: tuple[Path, Path]) -> None:
    vale, file = published
    change(vale / "meetings.yaml", ("planned_on: 2027-01-19", "planned_on: 2027-01-20"))
    assert moved(vale, file) == {
        "board-2027-01": ("moved", 1, ""),
        "assessment": ("moved", 1, "board-2027-01"),
        "partners": ("moved", 3, "board-2027-01"),  # three working days on is a Monday, and two weeks from it
    }
    text = run("timetable", vale, "--on", ON, "--changes-since", file)
    assert "“Safer Vale Board” moved from 19 January 2027 to 20 January 2027, 1 day later" in " ".join(text.split())


def test_papers_move_with_their_meeting_where_nobody_gave_their_day(published: tuple[Path, Path]) -> None:
    vale, file = published
    change(vale / "meetings.yaml", ("group: cabinet, planned_on: 2027-03-09", "group: cabinet, planned_on: 2027-03-08"))
    assert moved(vale, file) == {
        "cabinet-2027-03": ("moved", -1, ""),
        "papers-cabinet-2027-03": ("moved", -3, "cabinet-2027-03"),
    }


def test_a_git_reference_is_a_published_calendar_too(tmp_path: Path) -> None:
    vale = copy_of_vale(tmp_path)
    who = ("-c", "user.name=Vale", "-c", "user.email=vale@vale.example")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "Agreed")):
        subprocess.run(["git", "-C", vale, *words], check=True)
    change(
        vale / "timetable.yaml",
        ("    - {id: sent, task: Plan sent to the commissioner", "    - {id: posted, task: Plan sent"),
    )
    assert moved(vale, "HEAD") == {"sent": ("dropped", 0, ""), "posted": ("added", 0, "")}
    with pytest.raises(CannotContinue, match="no Git reference"):
        moved(vale, "--upload-pack=x")


def test_the_reason_is_the_one_written_beside_the_date_it_used_to_have(published: tuple[Path, Path]) -> None:
    vale, file = published
    tested = "Emerging priorities tested with delivery leads\n      who: head of community safety\n      "
    before = "planned_before: [{due: 2026-12-15, because: the leads meet later}]"
    change(vale / "timetable.yaml", (f"{tested}due: 2026-12-15", f"{tested}due: 2026-12-18\n      {before}"))
    printed = run("timetable", vale, "--on", ON, "--changes-since", file, "--format", "markdown")
    assert ": the leads meet later" in printed


def test_since_a_day_the_history_of_the_steps_is_read(tmp_path: Path) -> None:
    vale = copy_of_vale(tmp_path)
    assert moved(vale, "2026-10-01") == {"data-received": ("moved", 7, "")}
    assert moved(vale, "2026-10-20") == {}
