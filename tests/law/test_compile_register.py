"""The compiler of the register: what it refuses, and that what is committed is what the files say."""

import json
from pathlib import Path

import pytest

from cspcycle.law import compile_register
from cspcycle.law.compile_register import FaultyRegister

BODIES = b"""
council: {title: Council, nations: [england], roles: []}
"""
INSTRUMENT = """\
title: An Act
citation: An Act 2001
nations: [england]
address: https://www.legislation.gov.uk/ukpga/2001/1
compared_on: 2026-11-21
read: All of it.
duties:
  - id: plans
    title: Plans
    says_plainly: There is a plan.
    why_it_matters: It says what will be done.
    on_whom: council
    carried_by: partnership
    force: statute
    fix: write a plan
    versions:
      - in_force_from: 2007-08-01
        in_force_until: 2011-06-01
        ended_by: Another Act 2011 s. 1
        provision: s. 1
        source: https://www.legislation.gov.uk/ukpga/2001/1/section/1/2007-08-01
        says: Make a plan.
        checked: yes
        declared: yes
      - in_force_from: 2011-06-01
        provision: s. 1
        source: https://www.legislation.gov.uk/ukpga/2001/1/section/1/2011-06-01
        says: Make a better plan.
        checked: yes
        declared: yes
"""


def compiled(instrument: str) -> dict[str, object]:
    text = compile_register.compile_register({"bodies.yaml": BODIES, "an-act-2001.yaml": instrument.encode()})
    held: dict[str, object] = json.loads(text)
    return held


def complaints(instrument: str) -> list[str]:
    with pytest.raises(FaultyRegister) as refused:
        compiled(instrument)
    return [each.message for each in refused.value.found]


def without(line: str) -> str:
    assert line in INSTRUMENT
    return INSTRUMENT.replace(line, "", 1)


def test_the_pattern_itself_is_accepted() -> None:
    assert [duty["id"] for duty in compiled(INSTRUMENT)["duties"]] == ["plans"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("        provision: s. 1\n", "a version of duty `plans` has no `provision`"),
        ("        says: Make a plan.\n", "a version of duty `plans` has no `says`"),
        ("        checked: yes\n", "a version of duty `plans` has no `checked`"),
        (
            "        source: https://www.legislation.gov.uk/ukpga/2001/1/section/1/2007-08-01\n",
            "a version of duty `plans` has no `source`",
        ),
        (
            "        declared: yes\n",
            "a version of duty `plans` names exactly one way in which it is shown to be met",
        ),
        (
            "        ended_by: Another Act 2011 s. 1\n",
            "a version of duty `plans` that ends says what ended it, and only such a version does",
        ),
        ("    on_whom: council\n", "duty `plans` has no `on_whom`"),
        ("    fix: write a plan\n", "duty `plans` has no `fix`"),
        ("compared_on: 2026-11-21\n", "the instrument has no `compared_on`"),
        ("nations: [england]\n", "the instrument has no `nations`"),
    ],
)
def test_a_file_without_a_mandatory_line_is_refused(line: str, complaint: str) -> None:
    assert complaint in complaints(without(line))


def test_a_version_says_in_exactly_one_way_from_when_it_is_in_force() -> None:
    wanted = "a version of duty `plans` says in exactly one way from when it is in force"
    both = INSTRUMENT.replace(
        "- in_force_from: 2011-06-01", "- in_force_by: 2011-06-01\n        in_force_from: 2011-06-01"
    )
    assert wanted in complaints(both)
    assert wanted in complaints(INSTRUMENT.replace("- in_force_from: 2011-06-01\n        provision", "- provision"))


ENDS = "in_force_until: 2011-06-01"
VERSION = "a version of duty `plans`"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (ENDS, "in_force_until: 2011-06-02", "versions of duty `plans` overlap in england on 2011-06-01"),
        (ENDS, "in_force_until: 2011-05-01", "duty `plans` has a gap in england before 2011-06-01"),
        (ENDS, "in_force_until: 2007-08-01", f"{VERSION} ends before it begins, on 2007-08-01"),
        (ENDS, "in_force_until: 2011-06-31", f"`in_force_until` of {VERSION} is not a day"),
        ("on_whom: council", "on_whom: the-mayor", "`on_whom` of duty `plans` cannot be `the-mayor`"),
        ("checked: yes", "checked: no", f"`checked` of {VERSION} cannot be `no`"),
        ("checked: yes", "checked: secondary", f"{VERSION} rests on a secondary source and does not name it"),
        ("declared: yes", "declared: yes\n        seen: yes", f"{VERSION} cannot have `seen`"),
        ("source: https", "source: http", f"the source of {VERSION} is no https address"),
        (
            "force: statute",
            "force: statute\n    status: unverified",
            "duty `plans` is never demanded, so it says under `shown` how it stands",
        ),
        ("title: Plans", "title:", "`title` of duty `plans` is empty"),
    ],
)
def test_a_contradiction_is_refused(old: str, new: str, complaint: str) -> None:
    assert old in INSTRUMENT
    assert complaint in complaints(INSTRUMENT.replace(old, new, 1))


def test_a_gap_that_is_written_down_is_accepted() -> None:
    gap = INSTRUMENT.replace("in_force_until: 2011-06-01", "in_force_until: 2011-05-01")
    assert compiled(
        gap.replace("says: Make a better plan.", "says: Make a better plan.\n        gap_before: the order lapsed")
    )


def test_versions_for_areas_that_exclude_each_other_may_overlap() -> None:
    apart = INSTRUMENT.replace("in_force_until: 2011-06-01", "in_force_until: 2012-06-01")
    apart = apart.replace(
        "says: Make a plan.", "says: Make a plan.\n        applies_to: {area_kinds: [london-borough]}"
    )
    assert "versions of duty `plans` overlap in england on 2011-06-01" in complaints(apart)
    assert compiled(
        apart.replace(
            "says: Make a better plan.", "says: Better.\n        applies_to: {not_area_kinds: [london-borough]}"
        )
    )


def test_a_duty_is_in_one_instrument_of_a_nation_only() -> None:
    with pytest.raises(FaultyRegister, match="duty `plans` is already in an-act-2001"):
        compile_register.compile_register(
            {"bodies.yaml": BODIES, "an-act-2001.yaml": INSTRUMENT.encode(), "another-act.yaml": INSTRUMENT.encode()}
        )


def test_a_complaint_names_file_and_line() -> None:
    line = INSTRUMENT.partition("on_whom: council")[0].count("\n") + 1
    with pytest.raises(FaultyRegister, match=rf"an-act-2001\.yaml:{line}:5: `on_whom`"):
        compiled(INSTRUMENT.replace("on_whom: council", "on_whom: the-mayor"))


def test_a_body_names_a_successor_that_exists() -> None:
    bodies = BODIES.replace(b"roles: []", b"successor: parliament, roles: []")
    with pytest.raises(FaultyRegister, match="there is no body `parliament`"):
        compile_register.compile_register({"bodies.yaml": bodies, "an-act-2001.yaml": INSTRUMENT.encode()})


def test_a_month_counts_from_its_last_day() -> None:
    month = INSTRUMENT.replace("in_force_from: 2007-08-01", "in_force_from_month: 2008-02")
    version = compiled(month)["duties"][0]["versions"][0]  # type: ignore[index]
    assert (version["in_force_from"], version["start_unseen"]) == ("2008-02-29", "2008-02; the day was not seen")


def test_a_provision_that_is_the_whole_instrument_adds_nothing_to_its_citation() -> None:
    version = compiled(INSTRUMENT.replace("provision: s. 1", "provision: the whole", 1))["duties"][0]["versions"][0]  # type: ignore[index]
    assert version["provision"] == ""


def test_the_edition_changes_with_any_word() -> None:
    assert compiled(INSTRUMENT)["edition"] != compiled(INSTRUMENT.replace("a better plan", "the best plan"))["edition"]


def test_the_committed_register_is_what_the_files_say() -> None:
    committed = Path(compile_register.__file__).with_name("register.json").read_text(encoding="utf-8")
    fresh = compile_register.compile_register(compile_register.sources())
    assert committed == fresh, "run `python -m cspcycle.law.compile_register` and commit register.json"
