"""What views decide, so that templates need not: standings, small numbers, times, order, statutory parts."""

from datetime import date
from typing import Any

import pytest

from cspcycle.application.placeholders import find_placeholders
from cspcycle.documents.contents import statutory_parts
from cspcycle.documents.governance_diagram import draw_governance
from cspcycle.documents.pictures import safe_svg
from cspcycle.documents.redaction import published
from cspcycle.documents.views.measures import measure_view
from cspcycle.documents.views.meetings import agenda_view
from cspcycle.documents.views.naming import Names, opening, sentence, within
from cspcycle.documents.views.partnership import groups_view, membership_view, missing_authorities_view
from cspcycle.documents.views.plan import plan_view
from cspcycle.documents.views.priorities import actions_view
from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.model.priorities import Measure
from cspcycle.source.yaml_reader import read_yaml

TODAY = date(2026, 11, 24)
HEAD = """\
partnership:
  name: Sill Community Safety Partnership
  area: {name: Sill, nation: england, kind: unitary}
"""


def dossier(text: str) -> Dossier:
    mapping, faults = read_yaml((HEAD + text).encode(), "partnership.yaml")
    assert mapping is not None
    made, found = read_dossier("", [("partnership.yaml", mapping)])
    assert faults + found == []
    assert made is not None
    return made


def names(text: str = "", on: date = TODAY) -> Names:
    return Names(dossier(text), on)


def measure(words: str) -> Measure:
    made = dossier(f"priorities:\n  - {{id: p, title: P, measures: [{{indicator: I, {words}}}]}}\n")
    return made.priorities[0].measures[0]


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("better: lower, target: {value: 100}, latest: {value: 100}", "Met"),
        ("better: lower, target: {value: 100}, latest: {value: 105}", "Near"),
        ("better: lower, target: {value: 100}, latest: {value: 106}", "Off target"),
        ("better: higher, target: {value: 100}, latest: {value: 95}", "Near"),
        ("better: higher, target: {value: 100}, latest: {value: 94}", "Off target"),
        ("better: lower, target: {value: 0}, latest: {value: 1}", "Off target"),
        ("target: {value: 100}, latest: {value: 95}", "Not judged"),
        ("tracker: yes, latest: {value: 95}", "Tracker"),
        ("latest: {value: 95}", "No target"),
        ("target: {value: 95}", "No figure"),
    ],
)
def test_a_measure_is_called_met_by_one_rule(words: str, standing: str) -> None:
    assert measure_view(measure(words), names(), is_public=True)["standing"] == standing


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("better: lower, previous: {value: 10}, latest: {value: 12}", "+2, +20.0% since previous: worse"),
        ("better: higher, baseline: {value: 10}, latest: {value: 12}", "+2, +20.0% since baseline: better"),
        ("previous: {value: 0}, latest: {value: 12}", "+12 since previous"),
        ("previous: {value: 12}, latest: {value: 12}", "no change since previous"),
        ("latest: {value: 12}", "–"),
    ],
)
def test_a_change_says_since_when_and_which_way_is_better(words: str, change: str) -> None:
    assert measure_view(measure(words), names(), is_public=True)["change"] == change


def test_a_missing_baseline_says_so() -> None:
    assert measure_view(measure("unit: days"), names(), is_public=True)["baseline"] == "not recorded"
    said = measure_view(measure("baseline: {missing_because: first collected in 2027}"), names(), is_public=True)
    assert said["baseline"] == "no figure: first collected in 2027"


def test_a_small_number_of_people_is_not_published_nor_what_would_give_it_away() -> None:
    small = measure("unit: victims, better: lower, baseline: {value: 9}, target: {value: 8}, latest: {value: 3}")
    row = measure_view(small, names(), is_public=True)
    assert row["latest"] == "fewer than 5"
    assert row["baseline"] == row["target"] == "not shown"
    assert row["change"] == "not shown: small numbers"
    assert row["standing"] == "Not shown"
    assert measure_view(small, names(), is_public=False)["latest"] == "3"


@pytest.mark.parametrize("words", ["unit: victims, latest: {value: 5}", "unit: in 100 pupils, latest: {value: 3}"])
def test_five_people_and_a_rate_are_published(words: str) -> None:
    assert measure_view(measure(words), names(), is_public=True)["standing"] == "No target"


def actions(text: str) -> list[dict[str, Any]]:
    return actions_view(names(text))


def test_actions_come_late_first_then_by_day_then_done() -> None:
    found = actions("""\
actions:
  - {what: done, due: 2026-01-01, status: done}
  - {what: later, due: 2027-01-01}
  - {what: undated}
  - {what: late, due: 2026-11-23}
  - {what: today, due: 2026-11-24}
""")
    assert [each["what"] for each in found] == ["Late", "Today", "Later", "Undated", "Done"]
    assert [each["standing"] for each in found] == ["late", "open", "open", "open", "done"]


def test_meetings_slipped_are_those_held_since_an_action_was_first_due() -> None:
    (found,) = actions("""\
groups: [{id: board, name: Board, kind: strategy-group}]
meetings:
  - {group: board, held_on: 2026-06-30}
  - {group: board, held_on: 2026-07-01}
  - {group: board, held_on: 2026-10-01}
  - {group: board, planned_on: 2026-11-01}
actions:
  - {what: mend, due: 2026-12-01, history: [{on: 2026-05-01, due: 2026-06}, {on: 2026-07-01, due: 2026-12-01}]}
""")
    assert found["meetings_slipped"] == 2
    assert (found["first_due"], found["has_moved"]) == ("June 2026", True)


def test_an_action_is_late_by_the_last_date_it_was_given_wherever_that_is_written() -> None:
    later = "actions: [{what: mend, due: 2026-06, history: [{on: 2026-07-01, due: 2026-12-24}]}]\n"
    (found,) = actions_view(names(later, date(2026, 12, 1)))
    assert (found["first_due"], found["due"], found["is_late"]) == ("June 2026", date(2026, 12, 24), False)


AGENDA = """\
groups:
  - {id: board, name: Board, kind: strategy-group, meets: {minutes: 60}}
meetings:
  - id: m1
    group: board
    planned_on: 2026-12-01
    starts_at: "14:00"
    agenda:
      - {title: One, minutes: 25}
      - {title: Secret, minutes: 10, lead: chief, restricted: {basis: personal-data, reason: names a child}}
      - {title: Two, minutes: 30}
  - {id: m2, group: board, planned_on: 2026-12-24}
"""


def test_an_agenda_is_timed_and_its_restricted_part_comes_last() -> None:
    held: dict[str, Any] = agenda_view(names(AGENDA), None)
    assert [(each["title"], each["from"]) for each in held["items"]] == [("One", "14:00"), ("Two", "14:25")]
    assert [(each["title"], each["from"]) for each in held["restricted_items"]] == [("Secret", "14:55")]
    assert (held["minutes"], held["length"], held["ends_at"]) == (65, 60, "15:00")


def test_the_items_of_an_agenda_are_numbered_on_through_all_its_parts() -> None:
    usual = "agenda: [{part: First hour, items: [log, money]}, {part: Second hour, items: [themes]}]"
    held: dict[str, Any] = agenda_view(names(AGENDA.replace("meets:", f"{usual}, meets:", 1)), None)
    assert [each["first"] for each in held["usual"]] == [1, 3]
    assert [each["number"] for each in (*held["items"], *held["restricted_items"])] == [4, 5, 6]


def test_a_public_agenda_keeps_the_title_and_the_ground_of_a_restricted_item() -> None:
    shown = published(dossier(AGENDA))
    held: dict[str, Any] = agenda_view(Names(shown, TODAY), None)
    (item,) = held["restricted_items"]
    assert (item["title"], item["restricted"], item["lead"]) == ("Secret", "personal data", "")


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 12, 1), "m1"), (date(2026, 12, 2), "m2"), (date(2027, 1, 1), "m2")],
    ids=["on its day", "the next", "the last when none is to come"],
)
def test_the_agenda_is_that_of_the_next_meeting(on: date, expected: str) -> None:
    assert agenda_view(names(AGENDA, on), None)["id"] == expected


def test_a_dossier_with_nothing_restricted_is_published_as_it_is() -> None:
    open_ = dossier("groups: [{id: board, name: Board, kind: strategy-group}]\n")
    assert published(open_) is open_


CIRCLE = """\
groups:
  - {id: a, name: A, kind: delivery-group, reports_to: [b]}
  - {id: b, name: B, kind: delivery-group, reports_to: [a]}
  - {id: c, name: C, kind: delivery-group, reports_to: [d]}
  - {id: d, name: D, kind: strategy-group}
"""


def test_each_group_comes_after_the_one_it_reports_to_and_a_circle_ends() -> None:
    assert [group["name"] for group in groups_view(names(CIRCLE))] == ["D", "C", "A", "B"]


def test_the_diagram_is_a_plain_drawing_however_long_the_names() -> None:
    boxes = [("a", "A & B <board> " * 9, "strategy group", "")] + [
        (str(number), "x" * 200, "delivery group", str(number - 1) if number else "a") for number in range(12)
    ]
    svg = safe_svg(draw_governance(boxes), "figure-1", "Title", "Description")
    assert svg.count("<rect") == 13
    assert "…" in svg


def test_core_members_are_those_who_sit_on_the_strategy_group() -> None:
    held: list[dict[str, Any]] = membership_view(
        names("""\
groups: [{id: board, name: Board, kind: strategy-group}]
membership:
  - {organisation: Council, body: council, class: responsible-authority, sits_on: {board: chair}}
  - {organisation: Watchers, class: observer, sits_on: {board: observer}}
  - {organisation: Gone, class: observer, until: 2026-11-24}
""")
    )
    assert [(each["title"], [seat["organisation"] for seat in each["seats"]]) for each in held] == [
        ("Core members of Board", ["Council"]),
        ("Observers", ["Watchers"]),
    ]


def test_authorities_without_a_seat_are_named_with_their_provision() -> None:
    found = missing_authorities_view(names())
    assert len(found) == 5
    assert all(str(each["citation"]).startswith("Crime and Disorder Act 1998 s. 5(1)(") for each in found)


def test_a_strategy_is_asked_for_each_limb_in_force_on_the_day() -> None:
    def limbs(on: date) -> list[object]:
        held: dict[str, Any] = plan_view(names("partnership_plan: {title: Plan}\n", on))
        return [row["limb"] for row in held["strategies"]]

    assert len(limbs(date(2009, 1, 1))) == 2
    assert len(limbs(date(2011, 1, 1))) == 3
    assert len(limbs(date(2026, 1, 1))) == 4


def test_county_matters_are_a_part_only_in_two_tier_areas() -> None:
    text = "strategic_assessment: {year: 2026-27}\n"
    made = statutory_parts("strategic-assessment", names(text))
    assert all(part.is_missing for part in made)
    assert "county" not in " ".join(part.what for part in made)


@pytest.mark.parametrize("words", ["TBC", "a figure TBA", "[insert name]", "<date>", "???", "Lorem ipsum dolor"])
def test_a_placeholder_is_found_where_it_stands(words: str) -> None:
    held = dossier(f"priorities:\n  - {{id: p, title: P, why: '{words}'}}\n")
    (found,) = find_placeholders(held)
    assert (found.code, found.at.line, found.at.column) == ("document/placeholder", 5, 28)


@pytest.mark.parametrize("words", ["Add names", "insert it", "the date", "why? how? when?", "TBCs"])
def test_ordinary_words_are_no_placeholder(words: str) -> None:
    held = dossier(f"priorities:\n  - {{id: p, title: P, why: '{words}'}}\n")
    assert list(find_placeholders(held)) == []


def test_small_and_capital_letters_begin_words() -> None:
    assert (opening("dHR"), sentence("it rose"), within("Run"), within("DHR 2")) == ("DHR", "It rose.", "run", "DHR 2")
