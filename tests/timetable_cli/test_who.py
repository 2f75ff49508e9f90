"""Who has to do something is said by name, the partnership's own or the law's; programs keep the codes too."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from tests.timetable_cli.running import ON, VALE, run, small

from cspcycle.application.timetable import plan_folder
from cspcycle.law import register
from cspcycle.timetable.who import MOST_NAMED

ASKED_OF_TEN = "scrutiny-response-2026-09-15"
CODES = [body.code for body in register.all_bodies() if "-" in body.code]
SEATS = """membership:
  - {organisation: Vale Borough Council, body: council, class: responsible-authority}
  - {organisation: Vale Council Housing, body: council, class: invited}
  - {organisation: Old Police, body: chief-officer-of-police, class: responsible-authority, until: 2026-04-01}
  - {organisation: Vale Police, body: chief-officer-of-police, class: responsible-authority, since: 2026-04-01}
  - {organisation: North School, body: school-governing-body, class: co-operating}
  - {organisation: South School, body: school-governing-body, class: co-operating}
"""


@pytest.mark.parametrize("style", ["text", "markdown", "html", "csv", "ics"])
def test_no_code_of_a_body_is_shown_to_people(style: str) -> None:
    printed = " ".join(run("timetable", VALE, "--on", ON, "--format", style).replace("\r\n ", "").split())
    assert not [code for code in CODES if re.search(rf"(?<![\w-]){code}(?![\w-])", printed)]
    assert "Valeshire Police" in printed


def test_of_ten_bodies_three_are_named_where_there_is_little_room_and_all_where_there_is_enough() -> None:
    entry = plan_folder(VALE, on=ON).timetable.by_id()[ASKED_OF_TEN]
    assert len(entry.who_names) == len(entry.who.split(", ")) == 10
    short = f"{', '.join(entry.who_names[:MOST_NAMED])} and 7 others"
    for style in ("text", "markdown", "html"):
        assert short in " ".join(run("timetable", VALE, "--on", ON, "--format", style).split()).replace("\\", "")
    rows = {
        row["id"]: row for row in csv.DictReader(io.StringIO(run("timetable", VALE, "--on", ON, "--format", "csv")))
    }
    assert rows[ASKED_OF_TEN]["who"] == ", ".join(entry.who_names)
    assert f"Who: {', '.join(entry.who_names)}" in " ".join(run("why", VALE, ASKED_OF_TEN, "--on", ON).split())


def test_json_keeps_the_codes_beside_the_names() -> None:
    entries = {
        each["id"]: each for each in json.loads(run("timetable", VALE, "--on", ON, "--format", "json"))["entries"]
    }
    asked = entries["committee-request-2026-07-01-chief-officer-of-police"]
    assert (asked["who"], asked["who_names"]) == ("chief-officer-of-police", ["Valeshire Police"])


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("council", ["Vale Borough Council"]),
        ("council, chief-officer-of-police", ["Vale Borough Council", "Vale Police"]),
        ("integrated-care-board", ["Integrated care board"]),
        ("school-governing-body", [register.body("school-governing-body").title]),  # type: ignore[union-attr]
        ("board", ["Health, Safety and Wellbeing Board"]),
        ("Health, Safety and Wellbeing Board", ["Health, Safety and Wellbeing Board"]),
        ("head of community safety", ["head of community safety"]),
    ],
    ids=["a body", "several", "no member", "several members", "a group's id", "a name with a comma", "a post"],
)
def test_a_name_is_the_partnerships_own_else_the_registers_else_the_words_as_written(
    who: str, names: list[str], tmp_path: Path
) -> None:
    groups = 'groups:\n  - {id: board, name: "Health, Safety and Wellbeing Board", kind: strategy-group}\n'
    folder = small(
        tmp_path, milestones=[f'{{id: step, task: Step, who: "{who}", due: 2027-01-11}}'], more=groups + SEATS
    )
    assert list(plan_folder(folder, on=ON).timetable.by_id()["step"].who_names) == names


def test_an_organisation_is_named_only_while_it_has_the_seat(tmp_path: Path) -> None:
    step = "{id: step, task: Step, who: chief-officer-of-police, due: 2027-01-11}"
    folder = small(tmp_path, milestones=[step], more=SEATS)
    assert plan_folder(folder, on=date(2026, 3, 31)).timetable.by_id()["step"].who_names == ("Old Police",)


def test_due_names_the_bodies_too() -> None:
    printed = " ".join(run("due", VALE, "--on", "2026-12-20").split())
    assert "Valeshire Fire and Rescue Authority" in printed
    assert "fire-and-rescue-authority" not in printed
