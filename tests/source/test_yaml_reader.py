"""What a YAML file means to us, and the place of every word in it."""

import sys
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, SequenceNode

from cspcycle.source.yaml_reader import (
    Mapping,
    Sequence,
    build,
    next_event_in_pure_python,
    read_yaml,
)


def read(text: str) -> Mapping:
    mapping, found = read_yaml(text.encode(), "plan.yaml")
    assert found == []
    assert mapping is not None
    return mapping


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("nUll", "nUll"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("yes", "yes"),
        ("no", "no"),
        ("On", "On"),
        ("0", 0),
        ("12", 12),
        ("-12", -12),
        ("+12", 12),
        ("012", "012"),
        ("-012", "-012"),
        ("00", "00"),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5e3", -1500.0),
        ("007.5", "007.5"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("-", "-"),
        ("...x", "...x"),
        ("٣", "٣"),
        ("2027-04-01", "2027-04-01"),
        ("2027-13-40", "2027-13-40"),
        ("12:30", "12:30"),
        ("E09000012", "E09000012"),
        ("020 7946 0000", "020 7946 0000"),
        ('"12"', "12"),
        ("'true'", "true"),
        ('""', ""),
        ('"\\u00e9"', "é"),
        ("a  # comment", "a"),
        ("a#b", "a#b"),
        ("|-\n  x\n  y", "x\ny"),
        (">-\n  12\n", "12"),
    ],
)
def test_a_word_means_what_it_says(written: str, value: object) -> None:
    text = f"[{written}]" if written == "-" else written
    found = read(f"a: {written}\n" if text == written else 'a: "-"\n')["a"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_text_as_written() -> None:
    assert list(read('2027: a\n012: b\ntrue: c\nnull: d\n2027-04-01: e\n"<<": f\n')) == [
        "2027", "012", "true", "null", "2027-04-01", "<<",
    ]  # fmt: skip


def test_a_place_is_a_line_and_a_column_from_1() -> None:
    mapping = read(
        "# first\nname: Vale\npriorities:\n  - title: 'x'\n    tags: [a, b]\n  -\n    empty:\nlead: {of: council}\n"
    )
    assert (mapping.file, mapping.line, mapping.column) == ("plan.yaml", 2, 1)
    assert mapping.places == {"name": (2, 1, 2, 7), "priorities": (3, 1, 4, 3), "lead": (8, 1, 8, 7)}
    priorities = mapping["priorities"]
    assert isinstance(priorities, Sequence)
    assert (priorities.line, priorities.column, priorities.places) == (4, 3, [(4, 5), (7, 5)])
    assert (priorities[0].line, priorities[0].column) == (4, 5)
    assert priorities[0].places == {"title": (4, 5, 4, 12), "tags": (5, 5, 5, 11)}
    assert priorities[0]["tags"].places == [(5, 12), (5, 15)]
    assert priorities[1].places == {"empty": (7, 5, 7, 11)}
    assert (mapping["lead"].line, mapping["lead"].column) == (8, 7)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
def test_line_endings_and_a_byte_order_mark_move_nothing(ending: str, mark: bytes) -> None:
    text = "a: ŵ🚓 # c\nb:\n  - c: 'x'\n".replace("\n", ending)
    mapping, found = read_yaml(mark + text.encode(), "plan.yaml")
    assert found == []
    assert mapping == {"a": "ŵ🚓", "b": [{"c": "x"}]}
    assert mapping.places == {"a": (1, 1, 1, 4), "b": (2, 1, 3, 3)}
    assert mapping["b"][0].places == {"c": (3, 5, 3, 8)}


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 1.2\n---\na: 1\n...\n",
        "a: |\n  =======\nb: x ======= y\n",
        "a: 'x\n\n  y'\n",
        "? a\n? b\n",
        "a: b: c\n".replace("b: c", "b:c"),
        "-- a: 1\n",
        "a: -x\nb: x -y\n",
        "a:\n  -5 in a hundred\n",
    ],
)
def test_unusual_but_clear_files_are_read_without_a_word(text: str) -> None:
    assert read(text)


def test_without_the_c_parser_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert read("a: 012\nb: [1, '2', x]\n") == {"a": "012", "b": [1, "2", "x"]}


def places(value: Any) -> Any:
    """All places in a value, so that two readings can be compared whole."""
    if isinstance(value, Mapping):
        return value.line, value.column, value.places, {key: places(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return value.line, value.column, value.places, [places(item) for item in value]
    return value


def places_of_node(node: Any) -> Any:
    """The same from ruamel's own nodes, which is our second witness."""
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, MappingNode):
        by_key = {
            key.value: (
                key.start_mark.line + 1,
                key.start_mark.column + 1,
                value.start_mark.line + 1,
                value.start_mark.column + 1,
            )
            for key, value in node.value
        }
        return line, column, by_key, {key.value: places_of_node(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        by_index = [(item.start_mark.line + 1, item.start_mark.column + 1) for item in node.value]
        return line, column, by_index, [places_of_node(item) for item in node.value]
    return None


def without_values(found: Any) -> Any:
    """Places only."""
    if not isinstance(found, tuple):
        return None
    *place, inner = found
    if isinstance(inner, dict):
        return *place, {key: without_values(item) for key, item in inner.items()}
    return *place, [without_values(item) for item in inner]


# libyaml reads a question mark or a colon inside brackets as it was before YAML 1.2; other tests tell of that.
WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="?:"), max_size=12
)
VALUES = st.recursive(
    WORDS | st.integers(-(10**6), 10**6) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(
    value=st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=5),
    flow=st.sampled_from([True, False, None]),
    indent=st.sampled_from([(2, 2, 0), (2, 4, 2), (4, 6, 4)]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
def test_values_and_places_are_those_that_another_reader_gives(
    value: dict[str, Any], flow: bool | None, indent: tuple[int, int, int], ending: str
) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.indent(mapping=indent[0], sequence=indent[1], offset=indent[2])
    out = StringIO()
    yaml.dump(value, out)
    text = out.getvalue().replace("\n", ending)
    mapping, found = read_yaml(text.encode(), "plan.yaml")
    assert found == []
    assert mapping == value
    node = YAML(typ="safe", pure=True).compose(text)
    assert without_values(places(mapping)) == places_of_node(node)
    in_python, _ = build(text, "plan.yaml", next_event_in_pure_python(text))
    assert places(in_python) == places(mapping)
