"""What is due holds the plan's own actions: those that validating calls overdue, and no others."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from tests.timetable_cli.running import HEAD, ON, ROOT, VALE, run, small

from cspcycle.application.due import Item, due_in_folder
from cspcycle.application.validate import validate

EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/partnership.yaml"))
DAYS = [date(2014, 1, 1), date(2022, 9, 30), ON, date(2026, 12, 20), date(2027, 3, 1), date(2027, 8, 1)]
SEATS = """groups:
  - {id: board, name: Board, kind: strategy-group}
  - {id: streets, name: Streets group, kind: delivery-group}
membership:
  - organisation: Vale Police
    body: chief-officer-of-police
    post: local commander
    class: responsible-authority
    sits_on: {board: member}
  - {organisation: Vale Homes, class: invited, sits_on: {streets: member}}
"""


def items(
    folder: Path, *, on: date = ON, days: int = 30, for_whom: str | None = None, hidden: bool = True
) -> list[Item]:
    (due,) = due_in_folder(folder, on=on, days=days, for_whom=for_whom, include_restricted=hidden)
    return [item for item in due.items if item.kind]


def with_actions(folder: Path, *actions: str, logged: Iterable[str] = (), priority: str = "") -> Path:
    """A partnership with one priority and these actions under it, and these in its action log."""
    lines = ["priorities:", "  - id: violence", "    title: Violence", *([f"    {priority}"] if priority else [])]
    lines += ["    actions:", *(f"      - {action}" for action in actions)] if actions else []
    lines += ["actions:", *(f"  - {action}" for action in logged)] if logged else []
    return small(folder, head=HEAD + SEATS, more="\n".join(lines) + "\n")


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("day", DAYS, ids=date.isoformat)
def test_the_actions_that_are_overdue_are_those_that_validating_finds(folder: Path, day: date) -> None:
    (checked,) = validate(folder, on=day, use_cache=False)
    found = [finding.at for finding in checked.findings if finding.code == "priorities/action-overdue"]
    assert sorted(item.at for item in items(folder, on=day) if item.is_late) == sorted(found)


def test_an_overdue_action_is_listed_with_its_owner_and_its_place_and_fails_the_run_on_request() -> None:
    text = run("due", VALE, "--on", "2026-12-20", "--fail-on", "overdue", code=1)
    assert "Mend the lights between the station and the High Street [18 December 2026, 2" in text.partition("\nDUE")[0]
    assert "    Vale Council; action of the plan, priorities.yaml, line 97\n" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_month_is_over_on_its_last_day_and_a_date_that_moved_counts_as_it_moved(tmp_path: Path) -> None:
    folder = with_actions(
        tmp_path,
        "{what: In a month, due: November 2026}",
        "{what: Moved on, due: 2026-11-01, history: [{on: 2026-10-20, due: 2026-12}]}",
        "{what: In time all day, due: 2026-11-24}",
        "{what: Late by a day, due: 2026-11-23}",
        "{what: Without a date}",
        "{what: Beyond, due: 2027-01}",
    )
    assert [(item.title, item.by_when, item.is_late) for item in items(folder, days=37)] == [
        ("Late by a day", "23 November 2026", True),
        ("In time all day", "24 November 2026", False),
        ("In a month", "end of November 2026", False),
        ("Moved on", "end of December 2026", False),
    ]
    assert "Moved on" not in run("due", folder, "--on", ON, "--days", 36)


@pytest.mark.parametrize("end", ["status: done", "status: dropped", "done_on: 2026-11-02"])
def test_what_is_done_or_dropped_is_not_due(end: str, tmp_path: Path) -> None:
    folder = with_actions(tmp_path, f"{{what: Ended, due: 2026-11-01, {end}}}", "{what: Open, due: 2026-11-01}")
    assert [item.title for item in items(folder)] == ["Open"]


def test_an_action_of_the_log_says_so(tmp_path: Path) -> None:
    folder = with_actions(tmp_path, logged=["{what: Train the panel, lead: chief-officer-of-police, due: 2026-11-30}"])
    assert "    Vale Police; action of the action log, partnership.yaml, line" in run("due", folder, "--on", ON)


@pytest.mark.parametrize("where", ["the action", "its priority"])
def test_restricted_actions_are_left_out_and_counted_unless_they_are_asked_for(where: str, tmp_path: Path) -> None:
    why = "restricted: {basis: partnership-only, reason: would warn them}"
    own, of_priority = (f", {why}", "") if where == "the action" else ("", why)
    folder = with_actions(tmp_path, f"{{what: Secret, due: 2026-11-20{own}}}", priority=of_priority)
    text = run("due", folder, "--on", ON, "--days", 1, "--fail-on", "overdue")
    assert "Secret" not in text
    assert "Nothing is overdue or falls due, apart from what is restricted." in text
    assert "1 restricted entry is not shown" in text
    assert "Secret" in run("due", folder, "--on", ON, "--include-restricted", "--fail-on", "overdue", code=1)


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("chief-officer-of-police", ["Led", "Championed", "Of all"]),
        ("Vale Police", ["Led", "Championed", "Of all"]),
        ("local commander", ["Championed"]),
        ("Streets group", ["Followed"]),
        ("Vale Homes", []),
        ("head of parks", ["Parks"]),
    ],
)
def test_who_is_asked_for_gets_the_actions_it_owns(name: str, titles: list[str], tmp_path: Path) -> None:
    folder = with_actions(
        tmp_path,
        "{what: Led, lead: chief-officer-of-police, due: 2026-12-01}",
        "{what: Championed, lead: council, champion: local commander, due: 2026-12-02}",
        "{what: Of all, lead: the responsible authorities, due: 2026-12-03}",
        "{what: Followed, group: streets, due: 2026-12-04}",
        "{what: Helped, lead: council, with_others: [chief-officer-of-police], due: 2026-12-05}",
        "{what: Parks, champion: head of parks, due: 2026-12-06}",
    )
    assert [item.title for item in items(folder, for_whom=name)] == titles


def test_an_action_without_lead_or_champion_is_that_of_the_group_that_follows_it(tmp_path: Path) -> None:
    folder = with_actions(
        tmp_path, "{what: Followed, group: streets, due: 2026-12-04}", "{what: No one, due: 2026-12-05}"
    )
    assert [item.who for item in items(folder)] == ["Streets group", ""]


def test_what_a_review_recommends_is_due_too_and_restricted_until_the_review_is_published(tmp_path: Path) -> None:
    """Until then a document for the public says of a review only that it is under way."""
    recommended = "recommendations: [{what: Share risks, body: council, due: 2026-11}, {what: D, done_on: 2026-11-01}]"
    reviews = "reviews:\n  - {{reference: DHR 1, kind: domestic-homicide-review, {}{}}}\n"
    for published_on, shown in (("", False), ("published_on: 2026-10-01, ", True)):
        folder = small(tmp_path, more=reviews.format(published_on, recommended))
        text = run("due", folder, "--on", "2026-12-01", "--days", 5)
        assert ("DHR 1: Share risks [30 November 2026, 1 day ago]" in text) is shown
        assert ("1 restricted entry is not shown" in text) is not shown
        assert "DHR 1: Share risks" in run("due", folder, "--on", "2026-12-01", "--include-restricted")


def test_no_action_comes_into_the_calendar() -> None:
    assert "Mend the lights" not in run("timetable", VALE, "--on", "2026-12-20", "--include-restricted")


def test_an_action_whose_day_cannot_be_read_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    folder = with_actions(tmp_path, "{what: Sweep, due: 2026-11-31}", "{what: Oil, due: spring 2027}")
    text = run("due", folder, "--on", ON)
    assert "The files hold 2 errors, so something may be missing here: run cspcycle\nvalidate." in text
    right = run("due", with_actions(tmp_path, "{what: Sweep, due: 2026-11-30}"), "--on", ON)
    assert "errors" not in right
