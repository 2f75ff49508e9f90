"""Nothing reaches a file but what the template printed: marked words planted elsewhere are in no byte of any format."""

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.leaks import leaked
from tests.documents.vale import TEMPLATES, metadata, view

from cspcycle.documents.formats import FORMATS, load_format
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.prose import Prose
from cspcycle.documents.reading import read_page

words = st.text(string.ascii_letters, min_size=12, max_size=20)


def planted(value: Any, mark: str) -> Any:
    """The same data, with a marked value beside every value of every group."""
    if isinstance(value, dict):
        return {key: planted(item, mark) for key, item in value.items()} | {"kept_private": mark, "notes": [mark]}
    return [planted(item, mark) for item in value] if isinstance(value, list) else value


def written(data: dict[str, Any], name: str) -> bytes:
    markdown, found = Prose(TEMPLATES).render("partnership-plan", data)
    assert markdown is not None, found
    return load_format(name).write(read_page(markdown, metadata()), HouseStyle(""))


@given(words)
@settings(max_examples=5, deadline=None)
@pytest.mark.parametrize("name", FORMATS)
def test_what_the_template_does_not_print_is_nowhere(name: str, mark: str) -> None:
    assert leaked(written(planted(view(), mark), name), [mark]) == set()


@given(words)
@settings(max_examples=3, deadline=None)
@pytest.mark.parametrize("name", FORMATS)
def test_the_search_finds_what_is_printed_wherever_it_stands(name: str, mark: str) -> None:
    data = view()
    marks = [f"{mark}{number}x" for number in range(6)]
    data["priorities"][0]["title"] = f"Part {marks[0]}"
    data["priorities"][0]["measures"][0]["indicator"] = f"{marks[1]} in a cell"
    data["priorities"][0]["chart"]["description"] = marks[2]
    data["priorities"][0]["chart"]["rows"][0][0] = marks[3]
    data["plan"]["summary_in_welsh"] = marks[4]
    data["priorities"][0]["chart"]["title"] = marks[5]
    assert leaked(written(data, name), marks) == set(marks)
