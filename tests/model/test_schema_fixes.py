"""What a finding about a gap or a wrong kind of value tells a person to write."""

from pathlib import Path

import pytest

from cspcycle.application.read_folder import read_folder
from cspcycle.model.schema_fixes import day_meant

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
