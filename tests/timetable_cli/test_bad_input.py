"""Whatever a partnership writes, there is a calendar, and each mistake is told at its place."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timetable_cli.running import HEAD, ON, run, small

from cspcycle.application.timetable import plan_files, plan_folder
from cspcycle.model.dossier import read_dossier
from cspcycle.source.folder import SourceFile
from cspcycle.source.yaml_reader import read_yaml
from cspcycle.timetable.from_dossier import inputs_of, timetable_of, usual_year
from cspcycle.timetable.lags import read_lag

GOOD = "{id: good, task: Good step, due: 2027-01-11}"
BAD = {
    "an impossible date": ("{id: bad, task: Bad, due: 2027-02-31}", "schema/impossible-date"),
    "a circle": ("{id: bad, task: Bad, after: {bad: 1 day}}", "timetable/waits-in-a-circle"),
    "a wait for nothing": (
        "{id: bad, task: Bad, due: 2027-01-05, after: {nothing: 1 day}}",
        "timetable/unknown-milestone",
    ),
    "a negative window": ("{id: bad, task: Bad, due: 2027-01-05, open_for: -2 weeks}", "timetable/negative-window"),
    "a negative lead time": (
        "{id: bad, task: Bad, due: 2027-01-05, after: {good: -2 weeks}}",
        "timetable/negative-lag",
    ),
    "a lead time in no words": ("{id: bad, task: Bad, due: 2027-01-25, after: {good: soon}}", "timetable/lead-time"),
    "a million weeks": ("{id: bad, task: Bad, after: {good: 999999999 weeks}}", "timetable/out-of-years"),
    "no date at all": ("{id: bad, task: Bad}", "timetable/no-date"),
    "an unknown group": ("{id: bad, task: Bad, after: {good: 1 day}, at_next_meeting_of: nobody}", ""),
    "control characters": ('{id: bad, task: "Bad\\r\\nBEGIN:VEVENT\\x00\\u202e", due: 2027-01-05}', ""),
    "markup": ('{id: bad, task: "<script>|x|</script>", due: 2027-01-05}', ""),
    "the last day there is": ("{id: bad, task: Bad, due: 9999-12-31}", ""),
}


@pytest.mark.parametrize(("milestone", "code"), BAD.values(), ids=BAD)
def test_a_mistake_is_told_at_its_place_and_the_rest_of_the_calendar_stays(
    milestone: str, code: str, tmp_path: Path
) -> None:
    folder = small(tmp_path, milestones=[GOOD, milestone])
    planned = plan_folder(folder, on=ON)
    assert "good" in planned.timetable.by_id()
    if code:
        assert [(each.code, each.at.line) for each in planned.findings] == [(code, 8)]
    for style in ("text", "markdown", "html", "csv", "json", "ics"):
        printed = run("timetable", folder, "--on", ON, "--format", style)
        assert "<script>" not in printed or style in {"text", "csv", "json", "ics"}
        assert "\x00" not in printed
        assert "\u202e" not in printed or style == "json"
        assert "\nBEGIN:VEVENT\x00" not in printed


def test_a_rule_that_yields_no_date_and_a_rule_that_says_nothing_are_told(tmp_path: Path) -> None:
    groups = (
        "groups:\n  - {id: a, name: A, kind: strategy-group, meets: {rule: whenever}}\n"
        "  - {id: b, name: B, kind: delivery-group, meets: {rule: fifth Tuesday of February}}\n"
    )
    planned = plan_folder(small(tmp_path, head=HEAD + groups), on=ON)
    assert [each.code for each in planned.findings] == ["timetable/meeting-rule", "timetable/rule-without-date"]


def test_a_broken_or_hostile_calendar_to_import_is_told_and_never_a_traceback(tmp_path: Path) -> None:
    folder = small(tmp_path, head=HEAD + "groups:\n  - {id: a, name: A, kind: council-body}\n")
    for number, data in enumerate(
        (b"", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:nonsense\r\nEND:VEVENT\r\n")
    ):
        file = tmp_path / f"{number}.ics"
        file.write_bytes(data)
        assert run("timetable", folder, "--on", ON, "--import-meetings", file, "--for", "a", code=1) == ""


ids = st.integers(0, 9).map(lambda number: f"m{number}")
lengths = st.sampled_from(["1 day", "3 working days", "two weeks", "1 month", "10 working days", "0 days"])
dates = st.dates(date(2026, 4, 1), date(2027, 6, 30)).map(date.isoformat)


@st.composite
def dossiers(draw: st.DrawFn) -> str:
    """A partnership with ten steps that wait for each other in any way, a board that meets by rule, and closures."""
    group = "{id: board, name: Board, kind: council-body, meets: {rule: second Tuesday of the month}}"
    closures = [f"    - {{first_day: {draw(dates)}, reason: closed}}\n" for _ in range(2)]
    lines = [f"{HEAD}groups:\n  - {group}\n", "timetable:\n  for_plan_year: 2027-28\n  closures:\n", *closures]
    lines.append("  milestones:\n")
    for number in range(10):
        parts = [f"id: m{number}", f"task: Step {number}"]
        if number == 0 or draw(st.integers(0, 3)) == 0:
            parts.append(f"due: {draw(dates)}")
        elif draw(st.integers(0, 4)) == 0:
            parts.append("at_next_meeting_of: board")
        for word in ("after", "before"):
            links = draw(st.dictionaries(ids, lengths, max_size=2))
            parts.append(f"{word}: {{{', '.join(f'{key}: {value}' for key, value in links.items())}}}")
        lines.append(f"    - {{{', '.join(parts)}}}\n")
    return "".join(lines)


@given(dossiers())
@settings(max_examples=60, deadline=None)
def test_no_wait_is_broken_unsaid_and_no_step_falls_on_a_day_off(text: str) -> None:
    content, found = read_yaml(text.encode(), "partnership.yaml")
    assert content is not None, found
    dossier, found = read_dossier(".", [("partnership.yaml", content)])
    assert dossier is not None, found
    assert dossier.timetable is not None, found
    made = timetable_of(dossier, on=ON)
    inputs, _ = inputs_of(dossier, on=ON, year=usual_year(dossier, ON))
    by_id = made.by_id()
    told = {finding.at for finding in made.findings} | {place for finding in made.findings for place in finding.see}
    in_circle = any(finding.code == "timetable/waits-in-a-circle" for finding in made.findings)
    given_days = {each.id for each in dossier.timetable.milestones if each.due is not None}
    for step in dossier.timetable.milestones:
        entry = by_id.get(step.id)
        if entry is None:
            continue
        if step.id not in given_days:
            assert inputs.working.is_working(entry.due_on)
        for other, words in step.after.items():
            lag = read_lag(words)
            earlier = by_id.get(other)
            if earlier is not None and lag is not None and not in_circle and entry.at not in told:
                assert lag.after(earlier.due_on, inputs.working) <= entry.due_on
        for other, words in step.before.items():
            lag = read_lag(words)
            later = by_id.get(other)
            if later is not None and lag is not None and not in_circle and later.at not in told:
                assert lag.after(entry.due_on, inputs.working) <= later.due_on


@given(st.binary(max_size=200))
@settings(max_examples=30, deadline=None)
def test_any_file_beside_the_partnership_gives_a_calendar(noise: bytes) -> None:
    root = Path()
    files = [SourceFile("partnership.yaml", HEAD.encode()), SourceFile("timetable.yaml", noise)]
    planned = plan_files(root, root, files, on=ON)
    assert planned.timetable.entries


def test_days_at_the_ends_of_time_stop_no_form_of_the_calendar(tmp_path: Path) -> None:
    more = """groups:
  - {id: board, name: Board, kind: council-body, chair: {appointed_on: 9999-01-01, term_months: 99}}
meetings:
  - {id: first, group: board, planned_on: 0001-01-01}
  - {id: last, group: board, planned_on: 9999-12-31, starts_at: "23:59"}
information_sharing:
  protocol: {review_by: 9999-12-31}
  quarterly_data: [{quarter_ended_on: 0001-03-31, body: council, supplied_on: 0001-01-01}]
crime_and_disorder_committee: {name: C, meetings: [{on: 0001-01-01}], reports: [{title: T, on: 0001-01-01}]}
reviews: [{reference: DHR 1, kind: domestic-homicide-review, notified_on: 0001-01-01, decided_on: 0001-01-02}]
timetable:
  agreed: {by: board, on: 0001-06-01}
  milestones:
    - {id: a, task: A, due: 9999-12, serves: partnership-plan}
    - {id: b, task: B, due: 0001-01-01, at_next_meeting_of: board}
    - {id: c, task: C, before: {b: 2 weeks}}
    - {id: d, task: D, after: {a: 2 weeks}, at_next_meeting_of: board}
  closures:
    - {first_day: 9999-12-30, last_day: 9999-12-31, reason: the end}
    - {first_day: 9999-12-30, last_day: 9999-12-31, reason: the end, kind: recess}
    - {first_day: 0001-01-01, last_day: 9999-12-31, reason: always}
"""
    folder = small(tmp_path, more=more)
    for style in ("text", "markdown", "html", "csv", "json", "ics"):
        for year in ((), ("--year", "1998-99"), ("--year", "2100-01")):
            assert run("timetable", folder, "--on", ON, "--format", style, *year)
    assert run("due", folder, "--on", ON)
    assert run("why", folder, "9999-12-31", "--on", ON)
