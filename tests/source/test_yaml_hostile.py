"""Whatever a file holds, reading it ends soon, with findings inside the file and never with an exception."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspcycle.source import yaml_reader
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.text_file import text_of
from cspcycle.source.yaml_reader import (
    Mapping,
    build,
    next_event_in,
    next_event_in_pure_python,
    read_yaml,
)

VALID = """\
# A plan.
partnership: &p
  name: 'Vale'
  area: {nation: england, kind: "unitary \\u00e9"}
priorities:
  - title: Burglary   # why: see below
    why: >-
      Rates rose:
      twice.
    measures: [{indicator: x, baseline: 4.5}, ~, 012]
  - title: |
      Violence

    due: 2027-04-01
lead: council
"""
FRAGMENTS = [
    *":-'\"[]{},#&*!|>%@`?~\t\n\r\\\0\x85",
    *["  ", "\n\n", "\n  - ", ": ", "<<: ", "*p", "&q ", "!!x ", "---\n", "...\n", "%TAG\n", "<<<<<<< a\n", "\ufeff"],
    *['"\\', "'''", "]]", "}}", "{{", "name", "é", "🚓", "1e999", "9" * 30, "\n? [", "|2-", ">+", "\r\n"],
]


def check_places(found: list[Diagnostic], data: bytes) -> None:
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace"))
    for finding in found:
        assert finding.code.startswith("yaml/")
        assert 1 <= finding.at.line <= len(lines)
        assert 1 <= finding.at.column <= len(lines[finding.at.line - 1]) + 1
        assert finding.message.isprintable()


@settings(max_examples=400, deadline=None)
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    mapping, found = read_yaml(data, "plan.yaml")
    assert found or mapping is not None
    check_places(found, data)


@settings(max_examples=600, deadline=None)
@given(
    edits=st.lists(
        st.tuples(st.integers(0, len(VALID)), st.integers(0, 6), st.sampled_from(FRAGMENTS) | st.text(max_size=3)),
        min_size=1,
        max_size=4,
    )
)
def test_a_spoilt_file_is_read_or_explained_by_either_parser(edits: list[tuple[int, int, str]]) -> None:
    text = VALID
    for start, length, fragment in edits:
        text = text[:start] + fragment + text[start + length :]
    data = text.encode("utf-8", "surrogatepass")
    mapping, found = read_yaml(data, "plan.yaml")
    assert found or mapping is not None
    check_places(found, data)
    check_places(in_pure_python(data)[1], data)


def in_pure_python(data: bytes) -> tuple[Mapping | None, list[Diagnostic]]:
    text = text_of(data, "plan.yaml")
    if isinstance(text, Diagnostic):
        return None, [text]
    return build(text, "plan.yaml", next_event_in_pure_python(text))


class Counted:
    """Events handed out, so that a bound can be seen without a clock."""

    def __init__(self, text: str) -> None:
        self.next_event = next_event_in(text)
        self.count = 0

    def __call__(self) -> Any:
        self.count += 1
        return self.next_event()


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000, "a: " + "[{x: " * 50_000, "[" * 9999 + "]" * 9999],
    ids=["brackets", "braces", "dashes", "question marks", "both", "closed brackets"],
)
def test_a_deep_file_is_left_after_64_levels(text: str) -> None:
    events = Counted(text)
    mapping, found = build(text, "plan.yaml", events)
    assert mapping is None
    assert [d.code for d in found if d.code != "yaml/complex-key"] == ["yaml/too-deep"]
    assert events.count < 200


def test_64_levels_are_read() -> None:
    assert read_yaml(b"a: " + b"[" * 63 + b"]" * 63, "plan.yaml")[1] == []
    assert [d.code for d in read_yaml(b"a: " + b"[" * 64 + b"]" * 64, "plan.yaml")[1]] == ["yaml/too-deep"]


def test_a_file_with_too_many_values_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MOST_EVENTS", 50)
    text = "a:\n" + "  - x\n" * 100
    events = Counted(text)
    mapping, found = build(text, "plan.yaml", events)
    assert (mapping, [d.code for d in found], events.count) == (None, ["yaml/too-many-values"], 50)


def test_a_file_of_more_than_2_mib_is_not_parsed() -> None:
    assert [d.code for d in read_yaml(b"a: b\n" * 2_000_000, "plan.yaml")[1]] == ["yaml/too-large"]
    assert [d.code for d in read_yaml(b"#" * 2 * 1024 * 1024, "plan.yaml")[1]] == ["yaml/empty-file"]


def test_an_alias_bomb_stays_small() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    mapping, found = read_yaml("\n".join(["l0: &l0 lol", *levels]).encode(), "plan.yaml")
    assert mapping is not None
    assert mapping["l9"] == [None] * 9
    assert {d.code for d in found} == {"yaml/alias", "yaml/anchor"}


def test_a_file_with_a_thousand_mistakes_lists_the_first_hundred_and_says_so() -> None:
    _, found = read_yaml(b"a: 1\n" * 1000, "plan.yaml")
    assert [d.code for d in found] == ["yaml/duplicate-key"] * 100 + ["yaml/more-findings"]


def test_thousands_of_instructions_never_reach_the_parser() -> None:
    _, found = read_yaml(b"a: 1\n...\n" + b"%TAG !a! tag:x,2000:\n" * 50_000, "plan.yaml")
    assert [(d.code, d.at.line) for d in found] == [("yaml/directive", 3)]
