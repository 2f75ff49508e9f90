"""The commands' own promises: who sees what, exit codes, spreadsheets, the state file, the import of meetings."""

import csv
import io
from pathlib import Path

import pytest
from tests.timetable_cli.running import HEAD, ON, ROOT, VALE, change, copy_of_vale, run, small

from cspcycle.application.timetable import choose, plan_folder
from cspcycle.source.diagnostic import CannotContinue

DATA = ROOT / "tests/timetable/data"


def ids_for(name: str) -> set[str]:
    return {entry.id for entry in choose(plan_folder(VALE, on=ON), name, include_restricted=False)}


def test_a_recipient_gets_what_concerns_it() -> None:
    probation = ids_for("probation-service")
    assert {"board-2027-01", "data-received", "disclose-prescribed-information-2026-09-30"} <= probation
    assert not {"cabinet", "papers-cabinet-2027-03", "survey-closes"} & probation
    assert ids_for("The Probation Service") == probation
    assert {"cabinet-2027-03", "papers-cabinet-2027-03", "cabinet"} <= ids_for("cabinet")
    with pytest.raises(CannotContinue) as stop:
        ids_for("probation servise")
    assert "did you mean" in stop.value.fix


@pytest.mark.parametrize("style", ["text", "markdown", "html", "csv", "json", "ics"])
def test_restricted_entries_are_shown_only_when_asked_for(style: str) -> None:
    words = ("timetable", VALE, "--on", ON, "--format", style)
    assert "review-panel" not in run(*words).replace("\n ", "")
    assert "Panel looks at the action plan" not in run(*words)
    assert "Panel looks at the action plan" in run(*words, "--include-restricted").replace("\r\n ", "")


def test_a_member_of_a_group_gets_what_is_taken_to_its_meetings_whoever_does_it(tmp_path: Path) -> None:
    more = (
        "groups:\n  - {id: board, name: Board, kind: strategy-group}\n"
        "membership:\n  - {organisation: Vale Homes, class: invited, sits_on: {board: member}}\n"
        "meetings:\n  - {id: b, group: board, planned_on: 2027-03-09}\n"
        "timetable:\n  milestones:\n"
        "    - {id: taken, task: Report taken, who: analyst, due: 2027-03-09, at_next_meeting_of: board}\n"
        "    - {id: written, task: Report written, who: analyst, due: 2027-02-09}\n"
    )
    planned = plan_folder(small(tmp_path, more=more), on=ON)
    theirs = {entry.id for entry in choose(planned, "vale homes", include_restricted=False)}
    assert {"taken", "b"} <= theirs
    assert "written" not in theirs
    assert {entry.id for entry in choose(planned, "analyst", include_restricted=False)} == {"taken", "written"}


def test_due_lists_what_is_overdue_first_and_fails_only_when_asked(tmp_path: Path) -> None:
    folder = small(
        tmp_path,
        milestones=[
            "{id: late, task: Survey closes, due: 2026-11-20}",
            "{id: soon, task: Analysis finished, due: 2026-12-01}",
            "{id: far, task: Plan agreed, due: 2027-03-01}",
        ],
    )
    text = run("due", folder, "--on", ON)
    assert text.index("OVERDUE (1)") < text.index("Survey closes") < text.index("\nDUE (1)") < text.index("Analysis")
    assert "Plan agreed" not in text
    assert "4 days ago" in text
    run("due", folder, "--on", ON, "--fail-on", "overdue", code=1)
    run("due", VALE, "--on", ON, "--fail-on", "overdue")


def test_due_looks_over_the_end_of_the_year(tmp_path: Path) -> None:
    text = run("due", small(tmp_path), "--on", "2027-03-20", "--days", 120)
    assert "disclose-prescribed-information-2026-12-31" in text
    assert "disclose-prescribed-information-2027-03-31" in text


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path) -> None:
    hostile = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", '"\\t=1"']
    steps = [f'{{id: m{n}, task: "{t}", due: 2027-01-{n + 10}}}'.replace('""', '"') for n, t in enumerate(hostile)]
    rows = list(
        csv.reader(io.StringIO(run("timetable", small(tmp_path, milestones=steps), "--on", ON, "--format", "csv")))
    )
    tasks = [row[rows[0].index("task")] for row in rows if row[0].startswith("m")]
    assert len(tasks) == len(hostile)
    assert all(task.startswith("'") for task in tasks)


def test_unchanged_files_give_the_same_bytes_and_a_move_raises_one_sequence(tmp_path: Path) -> None:
    vale, file = copy_of_vale(tmp_path), tmp_path / "vale.ics"
    run("timetable", vale, "--on", ON, "--format", "ics", "--output", file)
    first, memory = file.read_bytes(), (tmp_path / "vale.state.json").read_bytes()
    run("timetable", vale, "--on", "2026-11-25", "--format", "ics", "--output", file)
    assert file.read_bytes() == first
    assert (tmp_path / "vale.state.json").read_bytes() == memory
    change(
        vale / "meetings.yaml",
        (
            "id: public-2027, public: yes, title: Have your say evening, planned_on: 2027-06-17",
            "id: public-2027, planned_on: 2027-06-17",
        ),
    )
    change(
        vale / "meetings.yaml",
        (
            'group: scrutiny-committee, planned_on: 2027-02-09, starts_at: "18:00"',
            'group: scrutiny-committee, planned_on: 2027-02-09, starts_at: "18:30"',
        ),
    )
    run("timetable", vale, "--on", "2026-11-26", "--format", "ics", "--output", file)
    again = file.read_text(encoding="utf-8").replace("\r\n ", "")
    assert again.count("SEQUENCE:1") == 1
    assert "DTSTART;TZID=Europe/London:20270209T183000" in again


def test_a_spoilt_state_file_stops_with_words(tmp_path: Path) -> None:
    (tmp_path / "vale.state.json").write_text("{", encoding="utf-8")
    with pytest.raises(CannotContinue, match="not the memory of a calendar"):
        run("timetable", VALE, "--on", ON, "--format", "ics", "--output", tmp_path / "vale.ics")
    assert not (tmp_path / "vale.ics").exists()


@pytest.mark.parametrize("name", ["council.ics", "council.csv"])
def test_imported_meetings_are_lines_that_the_calendar_reads(name: str, tmp_path: Path) -> None:
    group = "groups:\n  - {id: cabinet, name: Cabinet, kind: council-body}\n"
    folder = small(tmp_path, head=HEAD + group)
    printed = run("timetable", folder, "--on", ON, "--import-meetings", DATA / name, "--for", "cabinet")
    assert printed.count("planned_on") > 0
    (folder / "meetings.yaml").write_text(printed, encoding="utf-8")
    planned = plan_folder(folder, on=ON)
    assert sum(entry.source == "meeting" for entry in planned.timetable.entries) == printed.count("planned_on")
    assert sum(entry.source == "paper" for entry in planned.timetable.entries) == printed.count("planned_on")
    assert [finding for finding in planned.findings if not finding.code.startswith("timetable/")] == []


def test_a_hybrid_calendar_takes_a_given_meeting_in_place_of_the_rules(tmp_path: Path) -> None:
    group = "groups:\n  - {id: board, name: Board, kind: strategy-group, meets: {rule: first Tuesday of the quarter}}\n"
    meetings = (
        "meetings:\n  - {id: moved, group: board, planned_on: 2026-10-20}\n"
        "  - {id: extra, group: board, planned_on: 2027-02-16, extra: yes}\n"
        "  - {id: dropped, group: board, planned_on: 2026-07-07, cancelled_on: 2026-07-01}\n"
    )
    planned = plan_folder(small(tmp_path, head=HEAD + group + meetings), on=ON)
    held = [entry.id for entry in planned.timetable.entries if entry.source == "meeting"]
    assert held == ["board-2026-27-1", "moved", "board-2026-27-4", "extra"]


def test_why_of_a_day_without_entries_says_what_kind_of_day_it_is() -> None:
    assert "no working day: Good Friday" in " ".join(run("why", VALE, "2027-03-26", "--on", ON).split())
    assert "Nothing is planned then" in " ".join(run("why", VALE, "2 April 2027", "--on", ON).split())


def test_the_standard_cycle_is_taken_with_the_lines_that_differ(tmp_path: Path) -> None:
    more = (
        "timetable:\n  for_plan_year: 2027-28\n  follow_standard_cycle: yes\n  milestones:\n"
        "    - {id: cycle-cut-off, task: Our own cut-off, due: 2026-10-15}\n"
        "    - {id: cycle-annual-report, task: Annual report, leave_out: yes}\n"
    )
    by_id = plan_folder(small(tmp_path, more=more), on=ON).timetable.by_id()
    assert by_id["cycle-cut-off"].title == "Our own cut-off"
    assert "cycle-annual-report" not in by_id
    assert by_id["cycle-publish"].why[0].sentence.startswith("usual practice, not law")
    assert by_id["cycle-publish"].slack_working_days == 0


def test_council_committees_have_the_notice_of_their_nation_and_groups_their_own(tmp_path: Path) -> None:
    groups = (
        "groups:\n  - {id: cabinet, name: Cabinet, kind: council-body}\n"
        "  - id: board\n    name: Board\n    kind: strategy-group\n"
        "    meets: {notice_clear_days: 2, notice_counts_weekends: yes}\n"
        "  - {id: forum, name: Forum, kind: wider-partnership}\n"
        "meetings:\n  - {id: c, group: cabinet, planned_on: 2027-03-09}\n"
        "  - {id: b, group: board, planned_on: 2027-03-09}\n  - {id: f, group: forum, planned_on: 2027-03-09}\n"
    )
    wales = HEAD.replace("england, kind: unitary", "wales, kind: welsh-principal-area")
    papers = {}
    for head in (HEAD, wales):
        entries = plan_folder(small(tmp_path, head=head + groups), on=ON).timetable.entries
        due = [entry for entry in entries if entry.source == "paper"]
        papers[head] = {entry.id: (entry.due_on.isoformat(), entry.provision) for entry in due}
    england = "Local Government Act 1972 Part VA, ss. 100A to 100K; SI 2002/715"
    assert papers[HEAD] == {"papers-c": ("2027-03-01", england), "papers-b": ("2027-03-05", "")}
    assert papers[wales]["papers-c"] == ("2027-03-03", "Local Government Act 1972 s. 100BA (not verified)")


def test_a_rule_past_the_known_bank_holidays_is_one_finding_and_no_date_of_it_is_given_as_certain(
    tmp_path: Path,
) -> None:
    rule = "groups:\n  - {id: a, name: A, kind: delivery-group, meets: {rule: second Tuesday of the month}}\n"
    folder = small(tmp_path, head=HEAD + rule)
    out = run("timetable", folder, "--on", ON, "--year", "2033-34")
    assert out.count("[timetable/past-known-bank-holidays]") == 1
    assert "and 11 later days" in " ".join(out.split())
    due = run("due", folder, "--on", "2033-04-01", "--days", "40")
    assert "not certain" in due
