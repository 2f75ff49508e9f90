"""One edit in a right partnership's files, one finding: what follows from a mistake waits until that is mended."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cspcycle.application.read_folder import read_loaded_dossier
from cspcycle.checks.run import check_dossier
from cspcycle.model.dossier import read_dossier
from cspcycle.model.taking_out import copy_of
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.folder import SourceFile, load_files, read_loaded
from cspcycle.source.yaml_reader import Mapping, Sequence

VALE = Path(__file__).parents[2] / "examples/vale"
ON = date(2026, 11, 24)
Step = str | int
Files = list[tuple[str, Mapping]]


@cache
def vale() -> Files:
    return read_loaded(load_files(VALE, VALE))[0]


def found_in(files: Files) -> list[Diagnostic]:
    dossier, found = read_dossier(".", files)
    return found if dossier is None else found + check_dossier(dossier, on=ON)[1]


@cache
def usual() -> frozenset[tuple[str, str]]:
    return frozenset((each.code, each.message) for each in found_in(vale()))


def beyond(files: Files) -> list[str]:
    return [
        f"{each.at} [{each.code}] {each.message}"
        for each in found_in(files)
        if (each.code, each.message) not in usual()
    ]


def paths(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The way to each value: of a list, to the first of its items that has such a key."""
    items = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, Sequence) else ()
    for step, inner in items:
        yield (*path, step)
        yield from paths(inner, (*path, step))


def one_of_each_kind() -> Iterator[tuple[str, tuple[Step, ...]]]:
    seen = set()
    for name, content in vale():
        for path in paths(content):
            kind = tuple("[]" if isinstance(step, int) else step for step in path)
            if kind not in seen:
                seen.add(kind)
                yield name, path


def changed(name: str, path: tuple[Step, ...], change: Any) -> Files:
    files: Files = []
    for file, content in vale():
        if file == name:
            content = holder = copy_of(content)  # noqa: PLW2901 - the copy takes its place
            for step in path[:-1]:
                holder = holder[step]
            change(holder, path[-1])
        files.append((file, content))
    return files


def put_in_a_list(holder: Any, step: Any) -> None:
    place = holder.places[step][-2:]
    inside = Sequence(holder.file, *place)
    inside.append(holder[step])
    inside.places = [place]
    holder[step] = inside


def misspell(holder: Any, step: Any) -> None:
    """The key, or a text that stands in a list."""
    if isinstance(step, str):
        holder[f"{step}q"] = holder.pop(step)
        holder.places[f"{step}q"] = holder.places.pop(step)
    elif isinstance(holder[step], str):
        holder[step] += "zq"


def empty(holder: Any, step: Any) -> None:
    if isinstance(holder[step], Mapping | Sequence):
        holder[step].clear()
        holder[step].places.clear()


# Two sections lean on priorities, each in its own way; and each finding that is left is told of at its own place.
TOLD_AT_EACH = {(empty, ("priorities",)), (empty, ("priorities", 0, "evidence"))}


@pytest.mark.parametrize("change", [put_in_a_list, misspell, empty], ids=lambda change: change.__name__)
def test_one_mistake_brings_one_finding(change: Any) -> None:
    doubled = {
        f"{name}: {'.'.join(map(str, path))}": found
        for name, path in one_of_each_kind()
        if (change, path) not in TOLD_AT_EACH and len(found := beyond(changed(name, path, change))) > 1
    }
    assert doubled == {}


def of_text(text: str, file: str = "partnership.yaml") -> list[Diagnostic]:
    return read_loaded_dossier(".", [SourceFile(file, text.encode())])[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# nothing yet\n", "schema/missing-section"),
        (
            "partnership: &a {name: Vale, area: {name: Vale, nation: england, kind: unitary}}\ngroups: [*a]\n",
            "yaml/alias",
        ),
        (
            "partnership: &a {name: Vale, area: {name: Vale, nation: england, kind: unitary}}\ngroups: *a\n",
            "yaml/alias",
        ),
        ("partnership: {name: Vale, area: {}}\n", "schema/missing-key"),
        ("partnership: {nmae: Vale, area: {name: Vale, nation: england, kind: unitary}}\n", "schema/unknown-key"),
        ("partnership: {called: Vale, area: {name: Vale, nation: england, kind: unitary}}\n", "schema/unknown-key"),
    ],
    ids=[
        "empty file",
        "reference in a list",
        "reference",
        "two keys missing",
        "misspelt key",
        "another word for a key",
    ],
)
def test_a_mistake_of_form_is_told_of_once(text: str, code: str) -> None:
    assert [each.code for each in of_text(text)] == [code]


def test_an_empty_file_beside_others_is_still_told_of() -> None:
    files = [
        SourceFile("meetings.yaml", b"# later\n"),
        SourceFile(
            "partnership.yaml", b"partnership: {name: Vale, area: {name: Vale, nation: england, kind: unitary}}"
        ),
    ]
    assert [each.code for each in read_loaded_dossier(".", files)[1]] == ["yaml/empty-file"]


def test_a_file_that_cannot_be_read_brings_no_complaint_of_what_it_may_hold() -> None:
    files = [(name, data) for name, data in load_files(VALE, VALE) if name != "priorities.yaml"]
    broken = [SourceFile("priorities.yaml", b"priorities: [a"), *(SourceFile(*each) for each in files)]
    dossier, found = read_loaded_dossier(".", broken)
    assert dossier is not None
    told = [each for each in check_dossier(dossier, on=ON)[1] if (each.code, each.message) not in usual()]
    assert [each.code for each in (*found, *told)] == ["yaml/unclosed-bracket"]


def test_a_meeting_on_a_saturday_is_said_to_be_on_a_saturday_once() -> None:
    dossier, _ = read_loaded_dossier(
        ".",
        [
            SourceFile(
                "partnership.yaml",
                b"partnership: {name: Vale, area: {name: Vale, nation: england, kind: unitary}}\n"
                b"groups: [{id: board, name: Board, kind: strategy-group}]\n"
                b"meetings: [{group: board, planned_on: 2027-01-23}, {group: board, planned_on: 2026-12-25}]\n",
            )
        ],
    )
    assert dossier is not None
    found = [each.message for each in check_dossier(dossier, on=ON)[1] if each.code == "timetable/meeting-on-day-off"]
    assert found == [
        "Board meets on Saturday 23 January 2027, which is no working day",
        "Board meets on Friday 25 December 2026, which is no working day (Christmas Day)",
    ]


def test_what_two_welsh_instruments_ask_for_alike_is_told_of_once_with_both_laws() -> None:
    text = (
        "partnership: {name: Cwm, area: {name: Cwm, nation: wales, kind: welsh-principal-area}}\n"
        "information_sharing: {liaison: [{body: council, post: head of community safety}]}\n"
    )
    dossier, _ = read_loaded_dossier(".", [SourceFile("partnership.yaml", text.encode())])
    assert dossier is not None
    (told,) = [each for each in check_dossier(dossier, on=ON)[1] if "liaison" in each.code]
    assert told.code == "duty/information-sharing-liaison"
    assert told.law == "SI 2007/3076 reg. 4(3); WSI 2007/3078 (W. 265) reg. 4(3)"
