"""Nothing restricted reaches a public document: marked words are planted everywhere, and looked for in every byte."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.documents.leaks import everything, leaked

from cspcycle.application.material import NOT_SAID, prepare
from cspcycle.application.render import Wish, render
from cspcycle.documents.view import build_view

VALE = Path(__file__).parent.parent / "examples/vale"
TODAY = date(2026, 11, 24)
ALL_FORMATS = ("markdown", "html", "docx", "pdf")
RESTRICTION = {"basis": "exempt-information", "paragraph": "7"}


RESTS_ON_RESTRICTED = """\
partnership:
  name: Sill Community Safety Partnership
  area: {name: Sill, nation: england, kind: unitary}
partnership_plan:
  strategies: {crime-and-disorder: theft, substance-misuse: theft}
priorities:
  - id: gang
    title: A gang
    serves: [reoffending]
    restricted: {basis: partnership-only, reason: a live operation}
"""


class Marks:
    """Words that nothing else could have written, each numbered."""

    def __init__(self, stem: str) -> None:
        self.stem = stem
        self.made: list[str] = []

    def __call__(self) -> str:
        self.made.append(f"{self.stem}{len(self.made)}z")
        return self.made[-1]


def restricted(marks: Marks, **fields: Any) -> dict[str, Any]:
    return fields | {"restricted": RESTRICTION | {"reason": f"because of {marks()}"}}


def measure(marks: Marks) -> dict[str, Any]:
    figure = {"value": 3, "period": marks()}
    words = ("indicator", "definition", "source", "unit", "comparator", "commentary", "owner")
    return {name: marks() for name in words} | {"baseline": figure, "target": figure, "latest": figure}


def action(marks: Marks) -> dict[str, Any]:
    return restricted(
        marks, what=f"do {marks()}", lead=marks(), champion=marks(), with_others=[marks()], source=marks(),
        due="2026-12-01", status="delayed", history=[{"on": "2026-09-01", "note": marks(), "due": "2026-10-01"}],
    )  # fmt: skip


def plant(files: dict[str, Any], marks: Marks) -> None:
    """Restricted records of every kind that may be restricted, in every place where one may stand."""
    open_priority = files["priorities"]["priorities"][0]
    open_priority["objectives"][0]["actions"].append(action(marks))
    open_priority.setdefault("actions", []).append(action(marks))
    files["priorities"]["actions"].append(action(marks))
    hidden, finding = marks(), marks()
    files["priorities"]["priorities"].append(
        restricted(
            marks, id=hidden, title=marks(), why=marks(), lead=marks(), champion=marks(), with_others=[marks()],
            aims=[marks()], includes=[marks()], evidence=[finding], serves=["reoffending"],
            objectives=[{"title": marks(), "actions": [action(marks)], "measures": [measure(marks)]}],
            actions=[{"what": marks()}], measures=[measure(marks)],
        )
    )  # fmt: skip
    open_priority["evidence"].append(finding)
    files["partnership"]["funding"][0]["priority"] = hidden
    files["membership"]["membership"][0]["leads"] = [hidden]
    files["priorities"]["linked_plans"][0]["priorities"].append(hidden)
    files["strategic-assessment"]["strategic_assessment"]["findings"].append(
        restricted(
            marks, id=finding, title=marks(), says=marks(), theme=marks(), kind="reason", source=marks(),
            period=marks(), not_taken_up_because=marks(), figure={"value": 7, "period": marks()},
            score={"volume": 9, "harm": 9}, unit=marks(),
        )
    )  # fmt: skip
    files["partnership-plan"]["partnership_plan"]["risks"].append(
        restricted(marks, risk=marks(), owner=marks(), response=marks(), next_look="2027-03")
    )
    for meeting in files["meetings"]["meetings"]:
        if meeting.get("id") in {"board-2026-10", "board-2027-01"}:
            item = restricted(
                marks,
                title="A matter for members only",
                lead=marks(),
                paper=marks(),
                recommendations=[marks()],
                minutes=5,
            )
            meeting["agenda"].append(item)
    milestone = marks()
    files["timetable"]["timetable"]["milestones"].append(
        restricted(
            marks, id=milestone, task=marks(), who=marks(), due="2026-12-03", slipped_because=marks(), minute=marks(),
            planned_before=[{"due": "2026-11-30", "because": marks(), "minute": marks()}],
        )
    )  # fmt: skip
    files["timetable"]["timetable"]["milestones"].append(
        {"id": "later", "task": "A later step", "after": {milestone: "2 days"}}
    )
    files["reviews"]["reviews"][1] |= {"summary": marks(), "extension_reason": marks()}
    files["reviews"]["reviews"][1]["recommendations"].append(
        {"what": marks(), "body": marks(), "proof": marks(), "due": "2026-12-05"}
    )


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    return yaml


def planted(folder: Path, stem: str) -> list[str]:
    """Vale with marked words in restricted records; the marks."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(VALE, folder)
    yaml = _yaml()
    files: dict[str, Any] = {file.stem: yaml.load(file) for file in folder.glob("*.yaml")}
    marks = Marks(stem)
    plant(files, marks)
    for name, content in files.items():
        yaml.dump(content, folder / f"{name}.yaml")
    return marks.made


def made(folder: Path, audience: str, formats: tuple[str, ...], **more: Any) -> Mapping[str, bytes]:
    output = folder.parent / f"out-{audience}-{'-'.join(formats)}-{more.get('meeting', '')}"
    shutil.rmtree(output, ignore_errors=True)
    (rendered,) = render(folder, Wish(TODAY, formats=formats, audience=audience, output=output, **more))
    assert rendered.findings == ()
    return {file.name: file.read_bytes() for file in output.iterdir()}


def leaks(files: Mapping[str, bytes], marks: list[str]) -> dict[str, set[str]]:
    found = {name: leaked(name.encode() + b"\n" + data, marks) | leaked(data, marks) for name, data in files.items()}
    return {name: each for name, each in found.items() if each}


def test_no_format_of_any_public_document_holds_a_restricted_word(tmp_path: Path) -> None:
    marks = planted(tmp_path / "vale", "qxv")
    files = made(tmp_path / "vale", "public", ALL_FORMATS)
    assert len(files) == 41
    assert leaks(files, marks) == {}


def test_no_public_view_holds_a_restricted_word_so_that_no_template_can_print_one(tmp_path: Path) -> None:
    marks = planted(tmp_path / "vale", "qxv")
    prepared = prepare(tmp_path / "vale", tmp_path / "vale", TODAY)
    for audience, sees in (("public", False), ("partnership", True), ("a word nobody knows", False)):
        view = build_view(prepared.material(audience, None, has_timetable=True))
        assert bool(leaked(repr(view).encode(), marks)) == sees


def test_the_reason_of_an_outcome_that_rests_on_restricted_records_is_not_said(tmp_path: Path) -> None:
    (tmp_path / "partnership.yaml").write_text(RESTS_ON_RESTRICTED, encoding="utf-8")
    prepared = prepare(tmp_path, tmp_path, TODAY)
    public, partnership = (prepared.material(audience, None) for audience in ("public", "partnership"))
    said = {row.id: row.because for row in public.duties(public.names.dossier)}
    told = {row.id: row.because for row in partnership.duties(partnership.names.dossier)}
    assert "re-offending" in told["plan-strategy"]
    assert said["plan-strategy"] == NOT_SAID
    assert said["value-for-money"] == told["value-for-money"]


def test_the_partnership_sees_what_the_public_does_not(tmp_path: Path) -> None:
    marks = planted(tmp_path / "vale", "qxv")
    files = made(tmp_path / "vale", "partnership", ("markdown",))
    assert all(name.endswith("-for-the-partnership.md") for name in files if name != "written.sha256")
    seen = leaked("\n".join(everything(data) for data in files.values()).encode(), marks)
    assert len(seen) > 60
    assert all(b"For the partnership only" in data for name, data in files.items() if name != "written.sha256")


@settings(
    max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stem=st.text("bcdfghjklmnpqrstvwxz", min_size=6, max_size=9), meeting=st.sampled_from([None, "board-2026-10"]))
def test_whatever_the_words_none_leaks(tmp_path: Path, stem: str, meeting: str | None) -> None:
    marks = planted(tmp_path / "vale", stem)
    assert leaks(made(tmp_path / "vale", "public", ("markdown", "html"), meeting=meeting), marks) == {}


def test_the_title_of_a_restricted_item_stays_on_the_public_agenda(tmp_path: Path) -> None:
    planted(tmp_path / "vale", "qxv")
    text = made(tmp_path / "vale", "public", ("markdown",))["agenda.md"].decode()
    assert "A matter for members only" in text
    assert "The chair asks observers" in text


def test_a_restricted_assessment_shows_only_that_it_exists_and_its_summary(tmp_path: Path) -> None:
    planted(tmp_path / "vale", "qxv")
    path = tmp_path / "vale/strategic-assessment.yaml"
    yaml = _yaml()
    content = yaml.load(path)
    marks = Marks("wkj")
    held = content["strategic_assessment"]
    held["restricted"] = RESTRICTION | {"reason": marks()}
    held["document"] = {"title": marks(), "address": f"https://x.example/{marks()}"}
    held["contents"] = {"changes": marks()}
    held["versions"][0]["note"] = marks()
    held["findings"][0] |= {"title": marks(), "says": marks()}
    yaml.dump(content, path)
    files = made(tmp_path / "vale", "public", ("markdown", "html"))
    assert leaks(files, marks.made) == {}
    assert "the public summary" in files["strategic-assessment.md"].decode()


@pytest.mark.parametrize(
    "words",
    [
        "Carry out the joint operation on weapons",
        "Lines from two cities",
        "Panel looks at the action plan",
        "would warn those",
        "not yet cleared",
    ],
)
def test_what_vale_restricts_is_in_none_of_its_public_documents(tmp_path: Path, words: str) -> None:
    shutil.copytree(VALE, tmp_path / "vale")
    files = made(tmp_path / "vale", "public", ("markdown",), meeting="board-2026-10")
    assert leaks(files, [words]) == {}


@pytest.mark.parametrize(
    "written",
    [
        "restricted: yes",
        "restricted:",
        "restricted: ''",
        "restricted: []",
        "restricted: {basis: partnership-only}",
        "restricted: {basis: exempt, reason: x}",
        "restricted: {reason: x, because: y}",
        "restricted: because of the operation",
        "Restricted: {basis: partnership-only, reason: x}",
        "restrict: yes",
        "restriction: {}",
        "confidential: yes",
        "not public: yes",
    ],
)
def test_what_is_restricted_with_a_slip_of_the_pen_is_in_no_public_document(tmp_path: Path, written: str) -> None:
    shutil.copytree(VALE, tmp_path / "vale")
    path = tmp_path / "vale/priorities.yaml"
    right = "restricted: {basis: partnership-only, reason: would warn those it is aimed at}"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, written), encoding="utf-8")
    prepared = prepare(tmp_path / "vale", tmp_path / "vale", TODAY)
    assert [(fault.at.file, fault.at.line) for fault in prepared.faults] == [("priorities.yaml", 39)]
    words = "Carry out the joint operation on weapons"
    assert leaks(made(tmp_path / "vale", "public", ("markdown",)), [words]) == {}
    kept = made(tmp_path / "vale", "partnership", ("markdown",))["action-log-for-the-partnership.md"].decode()
    assert words in kept


def test_what_cannot_be_restricted_is_not_published_when_it_says_that_it_is(tmp_path: Path) -> None:
    shutil.copytree(VALE, tmp_path / "vale")
    path = tmp_path / "vale/priorities.yaml"
    title = "title: Fewer people hurt on nights out"
    text = path.read_text(encoding="utf-8")
    assert title in text
    path.write_text(text.replace(title, f"{title}\n        restricted: yes"), encoding="utf-8")
    assert leaks(made(tmp_path / "vale", "public", ("markdown",)), [title[7:], "Run hotspot patrols"]) == {}
