"""The examples as a board would read them: Barnet's five rows, and a full year of Vale."""

import json
import re
from datetime import date

import pytest
from tests.timetable_cli.running import BARNET, ON, ROOT, VALE, run

from cspcycle.application.timetable import plan_folder, timetable_view
from cspcycle.application.validate import validate
from cspcycle.application.why import why

ROWS = [
    ("December 2013", "Community consultation completed"),
    ("January 2014", "Strategic Crime Needs Assessment completed"),
    ("February 2014", "Summary of strategic crime needs assessment produced"),
    ("March 2014", "Partners consulted about emerging priorities"),
    ("July 2014", "Community Safety Plan refreshed and published"),
]
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/partnership.yaml"))


def test_barnets_five_rows_come_first_in_their_own_words_and_order() -> None:
    text = run("timetable", BARNET).splitlines()
    start = next(number for number, line in enumerate(text) if line.startswith("---")) + 1
    assert [tuple(re.split(r"  +", line)) for line in text[start : start + 5]] == ROWS
    assert not text[start + 5]
    table = run("timetable", BARNET, "--format", "markdown").partition("| --- | --- |\n")[2].partition("\n\n")[0]
    assert table.splitlines() == [f"| {when} | {task} |" for when, task in ROWS]
    body = run("timetable", BARNET, "--format", "html").partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', body) == ROWS


def test_validate_says_how_late_barnets_plan_is_by_which_provision_and_how_to_reach_1_april() -> None:
    (checked,) = validate(BARNET, on=date(2013, 10, 25), use_cache=False)
    (finding,) = [each for each in checked.findings if each.code == "timetable/plan-after-year-begins"]
    assert "July 2014, 121 days after 1 April 2014" in finding.message
    assert finding.law == "SI 2007/1830 reg. 10(2)"
    assert finding.fix == 'bring "Community Safety Plan refreshed and published" forward to Monday 31 March 2014'


def test_vale_has_a_full_year_from_every_source_without_a_finding() -> None:
    planned = plan_folder(VALE, on=ON)
    assert planned.findings == ()
    assert {entry.source.value for entry in planned.timetable.entries} == {
        "law",
        "register",
        "milestone",
        "meeting",
        "paper",
    }
    ids = {entry.id for entry in planned.timetable.entries}
    boards = {each for each in ids if each.startswith("board-2026") or each == "board-2027-01"}
    assert len(boards - {"board-2026-09"}) == 4
    assert {"scrutiny", "cabinet", "council", "survey-closes", "papers-cabinet-2027-03", "public-2026"} <= ids
    assert {
        "plan-annual-revision-2026-27",
        "strategic-assessment-2026-27",
        "public-meeting-2026-27",
        "disclose-prescribed-information-2026-06-30",
        "scrutiny-response-2026-09-15",
        "scrutiny-frequency-after-2025-11-18",
        "serious-violence-review-after-2026-01-20",
        "review-dhr-2-report",
        "funding-report-police-and-crime-commissioner-s-grant-2025-26",
    } <= ids


def test_why_explains_every_date_of_vale() -> None:
    for row in timetable_view(plan_folder(VALE, on=ON), include_restricted=True).rows:
        ((first, *_),) = why(VALE, row.entry.id, on=ON, year=None).chains
        heading, *reasons = first.sentences
        assert heading.startswith(row.what)
        assert reasons, row.entry.id


def test_guidance_is_marked_as_guidance_and_what_nobody_has_read_as_not_verified() -> None:
    by_id = plan_folder(VALE, on=ON).timetable.by_id()
    assert by_id["serious-violence-review-after-2026-01-20"].provision.endswith("(guidance)")
    assert by_id["review-dhr-2-report"].provision.endswith("(guidance, its text not verified)")
    assert by_id["plan-annual-revision-2026-27"].provision == "SI 2007/1830 reg. 10(2)"


def test_wales_and_counties_have_their_own_law() -> None:
    wales = plan_folder(ROOT / "examples/cwm-vale", on=ON).timetable.by_id()
    assert wales["plan-annual-revision-2026-27"].provision.startswith("SI 2007/3076 reg. 8")
    county = plan_folder(ROOT / "examples/greenshire-county", on=ON).timetable.by_id()
    assert county["county-agreement-2026-27"].due_on == date(2027, 3, 31)
    assert "plan-annual-revision-2026-27" not in county
    district = plan_folder(ROOT / "examples/northvale-district", on=ON).timetable.by_id()
    assert "county-agreement-2026-27" not in district


def test_a_year_before_a_duty_began_does_not_have_it() -> None:
    entries = plan_folder(
        BARNET, on=date(2008, 6, 1), year=type(plan_folder(BARNET, on=ON).year)(2008)
    ).timetable.by_id()
    assert "plan-annual-revision-2008-09" in entries
    assert not [each for each in entries if each.startswith("serious-violence")]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("command", ["timetable", "due", "timetable-markdown"])
def test_every_example_has_a_calendar_of_eighty_columns(folder: object, command: str) -> None:
    words, _, style = command.partition("-")
    printed = run(words, folder, "--on", ON, *(["--format", style] if style else []))
    assert printed
    if not style:
        assert max(map(len, printed.splitlines())) <= 80


def test_nothing_is_said_by_colour_alone() -> None:
    page = run("timetable", VALE, "--on", ON, "--format", "html")
    assert "<title" in page
    assert "<desc" in page
    for words in ("done 28 August 2026", "planned", "due within 30 days"):
        assert words in page
    assert "\x1b[" not in run("timetable", VALE, "--on", ON)


def test_the_json_has_everything_that_an_entry_needs() -> None:
    held = json.loads(run("timetable", VALE, "--on", ON, "--format", "json"))
    assert held["format"] == "cspcycle/timetable/1"
    council = next(entry for entry in held["entries"] if entry["id"] == "council")
    assert council["who"] == "council"
    assert council["slack_working_days"] == 0
    assert council["critical"] is True
    data = next(entry for entry in held["entries"] if entry["id"] == "data-received")
    assert data["planned_before"][0]["due_on"] == "2026-10-16"
    assert data["minute"] == "board, 20 October 2026, item 6"
