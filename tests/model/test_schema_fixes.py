"""What a finding about a gap or a wrong kind of value tells a person to write."""

from pathlib import Path

import pytest

from cspcycle.application.read_folder import read_folder
from cspcycle.model.schema_fixes import day_meant

SEAT = "membership: [{organisation: Vale Council, class: observer"
GROUPS = "groups: [{id: board, name: Safer Vale Board, kind: strategy-group}, {id: forum, name: Forum, kind: forum}]\n"
HEAD = "partnership:\n  name: Vale\n  area: {name: Vale, nation: england, kind: unitary}\n"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("groups: [{name: Safer Vale Board, kind: strategy-group}]", "such as `safer-vale-board`"),
        ("groups: [{name: Board, id: board}]", "it can be: strategy-group, county-strategy-group"),
        ("groups: [{name: Board, id: board, kind: strategy-group, quorum: 4}]", "one a line: members, must_include"),
        ("membership: [{organisation: Vale Council}]", "add `class:`; it can be: responsible-authority"),
        ("actions: [Open a refuge]", "write `what: Open a refuge`"),
        ("actions: [{what: Open a refuge, due: 31/03/2027}]", "write 2027-03-31, if 31 March 2027 is meant"),
        ("partnership_plan: {starts_on: 1st April 2026}", "write 2026-04-01, if 1 April 2026 is meant"),
        ("partnership_plan: {starts_on: 31/02/2026}", "write year, month, day"),
        (f"{SEAT}, sits_on: board}}]", "write `sits_on: {board: member}`"),
        (f"{SEAT}, sits_on: [board, forum]}}]", "write `sits_on: {board: member, forum: member}`"),
        (f"{SEAT}, sits_on: 4}}]", "write `name: value` pairs under it, one a line"),
        ("timetable: {milestones: [{id: a, task: b, after: survey}]}", "write `after: {survey: "),
        (f"{GROUPS}meetings: [{{group: Safer Vale Board}}]", "write `group: board`"),
        (f"{GROUPS}meetings: [{{group: Cabinet}}]", "write an id; the groups are: board, forum"),
        ("meetings: [{group: Cabinet}]", "use small letters, digits and hyphens only"),
        ("meetings: [{date: 2026-11-17}]", "did you mean `held_on` or `planned_on`?"),
        ("linked_plans: [{name: Police and Crime Plan}]", "did you mean `title`?"),
        ("membership: [{agency: Vale Council, class: observer}]", "did you mean `organisation`?"),
        ("membership: [{class: observer, body: council, desk: Vale}]", "write `organisation:` in its place if that is"),
        ("membership: [{body: council}]", "add `organisation:`, and `class:`; it can be: responsible-authority"),
    ],
)
def test_the_fix_says_what_to_write(text: str, fix: str, tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text(f"{HEAD}{text}\n", encoding="utf-8")
    _, found = read_folder(tmp_path, tmp_path)
    assert fix in " ".join(each.fix for each in found)


def test_an_area_that_is_missing_is_asked_for_with_its_own_keys(tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text("partnership: {name: Vale}\n", encoding="utf-8")
    _, found = read_folder(tmp_path, tmp_path)
    assert [each.fix for each in found] == ["add `area:` with `name:`, `nation:` and `kind:`"]


@pytest.mark.parametrize("text", ["", "soon", "1/2", "99/99/2026", "1 Jibber 2026", "1 Ju 2026", "0/0/0000", "1/2/26"])
def test_no_day_is_made_of_what_may_mean_several_or_none(text: str) -> None:
    assert day_meant(text) is None
