"""The picture of who reports to whom holds every group once, below the one it reports to."""

import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cspcycle.documents.diagram import Group, governance_chart
from cspcycle.documents.filters import figure

VALE = (
    Group("Task group <burglary> & theft", "Performance group", "Meets every month"),
    Group("Strategy group"),
    Group("Performance group", "Strategy group", "Watches the measures"),
    Group("Vale Council’s crime and disorder committee, which looks on from outside and reports to nobody here"),
)


def test_a_group_stands_below_the_one_it_reports_to() -> None:
    chart = governance_chart("Who reports to whom", VALE)
    assert [row[0] for row in chart["rows"]] == [VALE[1].name, VALE[2].name, VALE[0].name, VALE[3].name]
    assert chart["svg"].count("<path") == 2
    assert "Performance group reports to Strategy group" in chart["description"]
    assert figure(chart)


groups = st.lists(
    st.builds(Group, st.text(min_size=1, max_size=80), st.none() | st.text(max_size=3), st.text(max_size=5)),
    max_size=8,
    unique_by=lambda group: group.name,
)


@given(groups)
def test_every_group_is_drawn_once_and_boxes_never_overlap(found: list[Group]) -> None:
    chart: dict[str, Any] = governance_chart("Groups", found)
    assert sorted(row[0] for row in chart["rows"]) == sorted(group.name for group in found)
    boxes = [
        (int(y), int(height))
        for y, height in re.findall(r'<rect x="\d+" y="(\d+)" width="\d+" height="(\d+)"', chart["svg"])
    ]
    assert len(boxes) == len(found)
    assert all(y + height < after for (y, height), (after, _) in pairwise(boxes))


def test_groups_that_report_round_in_a_circle_are_drawn_too() -> None:
    chart = governance_chart("Groups", [Group("a", "b"), Group("b", "a"), Group("c", "c")])
    assert [row[0] for row in chart["rows"]] == ["a", "b", "c"]
