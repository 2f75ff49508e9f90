"""Rendering from end to end: what is written, what is refused, what may be changed, and the same bytes always."""

import io
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor

from cspcycle.application.documents import list_documents
from cspcycle.application.render import Rendered, Wish, render
from cspcycle.cli.reports.rendering import report
from cspcycle.source.diagnostic import CannotContinue

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TODAY = date(2026, 11, 24)
SMALL = """\
partnership:
  name: Sill Community Safety Partnership
  area: {name: Sill, nation: england, kind: unitary}
partnership_plan:
  title: Plan 2026 to 2029
priorities:
  - {id: burglary, title: Burglary, why: it rose}
"""
COMPLETE = """\
partnership:
  name: Sill Community Safety Partnership
  area: {name: Sill, nation: england, kind: unitary}
partnership_plan:
  title: Plan 2026 to 2029
  status: final
  strategies:
    crime-and-disorder: burglary
    substance-misuse: burglary
    reoffending: burglary
    serious-violence: burglary
  resources: [{body: council, what: one officer}]
  measures_of_success: [{body: council, how: a scorecard}]
  engagement_steps: [a survey]
priorities:
  - id: burglary
    title: Burglary
    why: it rose
    actions: [{what: mark property, lead: council, due: 2027-03-31}]
"""


def dossier(folder: Path, text: str = SMALL, **templates: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "partnership.yaml").write_text(text, encoding="utf-8")
    for name, template in templates.items():
        (folder / "templates").mkdir(exist_ok=True)
        (folder / "templates" / f"{name.replace('_', '-')}.md.j2").write_text(template, encoding="utf-8")
    return folder


def rendered(folder: Path, *documents: str, **more: object) -> Rendered:
    wish = Wish(TODAY, documents=documents, **{"formats": ("markdown",), **more})  # type: ignore[arg-type] # cases
    (only,) = render(folder, wish)
    return only


def text_of(folder: Path, document: str, **more: object) -> str:
    made = rendered(folder, document, **more)
    assert made.findings == ()
    return (made.output / f"{document}.md").read_text(encoding="utf-8")


def codes(made: Rendered) -> list[str]:
    return [finding.code for finding in made.findings]


def test_all_that_there_is_material_for_is_written_and_the_rest_is_named(tmp_path: Path) -> None:
    made = rendered(dossier(tmp_path))
    assert {name for name, _ in made.files} == {
        "annual-report.md", "duties-checklist.md", "partnership-plan.md", "plan-summary.md",
    }  # fmt: skip
    assert dict(made.left_out)["strategic-assessment"] == ("`strategic_assessment`",)


def test_a_document_without_material_is_a_finding_that_says_what_to_write(tmp_path: Path) -> None:
    made = rendered(dossier(tmp_path), "timetable")
    assert codes(made) == ["document/needs"]
    assert "`timetable`" in made.findings[0].message
    assert not (tmp_path / "rendered").exists()


def test_an_unknown_document_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue) as stop:
        rendered(dossier(tmp_path), "partnership-plann")
    assert "partnership-plan" in stop.value.fix


def test_an_unknown_meeting_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue) as stop:
        rendered(EXAMPLES / "vale", "agenda", meeting="board-1999-01", output=tmp_path)
    assert "board-2026-10" in stop.value.fix


def test_a_draft_names_the_regulation_of_each_part_it_lacks(tmp_path: Path) -> None:
    text = text_of(dossier(tmp_path), "partnership-plan")
    assert "Status: DRAFT" in text
    assert "How each authority will measure success (SI 2007/1830 reg. 11(1)(b) to (f))" in text
    assert "A strategy for serious violence (Crime and Disorder Act 1998 s. 6(1)(d))" in text


def test_the_day_decides_which_strategies_are_asked_for(tmp_path: Path) -> None:
    wish = Wish(date(2009, 1, 1), documents=("partnership-plan",), formats=("markdown",), output=tmp_path / "out")
    tuple(render(dossier(tmp_path), wish))
    text = (tmp_path / "out/partnership-plan.md").read_text(encoding="utf-8")
    assert "A strategy for crime and disorder" in text
    assert "serious violence" not in text


def test_final_is_refused_with_file_and_line_of_each_reason(tmp_path: Path) -> None:
    text = SMALL.replace("why: it rose", "why: TBC").replace("title: Plan 2026 to 2029", "status: draft")
    made = rendered(dossier(tmp_path, text), "partnership-plan", is_final=True)
    found = {(finding.code, finding.at.line) for finding in made.findings}
    assert ("document/placeholder", 7) in found
    assert ("document/not-final", 5) in found
    assert {code for code, _ in found} == {"document/placeholder", "document/not-final", "document/part-missing"}
    assert all(finding.at.file == "partnership.yaml" for finding in made.findings)
    assert not (tmp_path / "rendered").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("status: draft", "document/not-final"),
        ("status: final, completed_on: 2027-01-12", "document/not-final"),
        ("status: final, completed_on: 2026-10-01", "document/part-missing"),
    ],
    ids=["a draft", "completed later", "finished, with parts missing"],
)
def test_an_assessment_is_final_only_when_the_files_say_so(tmp_path: Path, words: str, code: str) -> None:
    folder = dossier(tmp_path, f"{SMALL}strategic_assessment: {{year: 2026-27, {words}}}\n")
    found = codes(rendered(folder, "strategic-assessment", is_final=True))
    assert code in found
    assert ("document/not-final" in found) == (code == "document/not-final")


def test_a_county_agreement_names_what_it_lacks(tmp_path: Path) -> None:
    text = SMALL.replace("kind: unitary", "kind: county") + "community_safety_agreement: {year: 2026-27}\n"
    made = text_of(dossier(tmp_path, text), "community-safety-agreement")
    assert "How joint or co-ordinated work could do more (SI 2007/1830 reg. 9)" in made


def test_a_document_of_a_partnership_without_a_strategy_group_has_a_title_of_its_own(tmp_path: Path) -> None:
    text = f"{SMALL}groups: [{{id: forum, name: Forum, kind: wider-partnership}}]\n"
    assert text_of(dossier(tmp_path, text), "membership").startswith("# Membership and terms of reference\n")


@pytest.mark.parametrize("command", ["render", "documents"])
def test_where_there_is_no_partnership_the_command_says_so(tmp_path: Path, command: str) -> None:
    done = run(command, str(tmp_path))
    assert done.returncode == 2
    assert "there is no partnership.yaml" in done.stderr


def test_files_that_do_not_say_who_the_partnership_is_make_no_document(tmp_path: Path) -> None:
    made = rendered(dossier(tmp_path, "priorities: []\n"))
    assert made.files == ()
    assert codes(made) == ["schema/missing-section"]
    assert list_documents(tmp_path, on=TODAY)[0].documents[0].lacks == ("`partnership`",)


def test_final_is_refused_while_an_error_stands(tmp_path: Path) -> None:
    text = COMPLETE.replace("title: Burglary", "titel: Burglary")
    assert any(code.startswith("schema/") for code in codes(rendered(dossier(tmp_path, text), is_final=True)))


def test_a_final_plan_bears_no_draft_on_it(tmp_path: Path) -> None:
    made = rendered(dossier(tmp_path, COMPLETE), "partnership-plan", is_final=True, formats=("markdown", "html"))
    assert made.findings == ()
    for name, _ in made.files:
        text = (made.output / name).read_text(encoding="utf-8")
        assert "DRAFT" not in text
        assert "Final" in text


def test_check_writes_nothing_and_finds_what_is_stale(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "sill")
    assert codes(rendered(folder, "plan-summary", is_check=True)) == ["output/stale"]
    assert not (folder / "rendered").exists()
    rendered(folder, "plan-summary", formats=("markdown", "html", "docx"))
    assert codes(rendered(folder, "plan-summary", formats=("markdown", "html", "docx"), is_check=True)) == []
    dossier(folder, SMALL.replace("it rose", "it fell"))
    assert codes(rendered(folder, "plan-summary", is_check=True)) == ["output/stale"]
    assert "it rose" in (folder / "rendered/plan-summary.md").read_text(encoding="utf-8").lower()


def test_a_check_that_a_template_stops_does_not_call_documents_out_of_date(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "sill", plan_summary="{{ nope }}")
    said = report(rendered(folder, "plan-summary", is_check=True), root=folder, is_check=True, is_final=False)
    assert "out of date" not in said
    assert "nothing was compared; mend these" in said


@pytest.mark.parametrize("template", ["{{ nope }}", "---\ntitel: X\n---\n"], ids=["the body", "the front matter"])
def test_a_mistake_in_a_template_of_one_of_several_partnerships_is_told_in_its_folder(
    tmp_path: Path, template: str
) -> None:
    dossier(tmp_path / "sill", plan_summary=template)
    dossier(tmp_path / "vale")
    made = render(tmp_path, Wish(TODAY, ("plan-summary",)))
    files = {finding.at.file for each in made for finding in each.findings}
    listed = {finding.at.file for each in list_documents(tmp_path, on=TODAY) for finding in each.findings}
    assert files == {"sill/templates/plan-summary.md.j2"}
    assert listed <= files


@pytest.mark.parametrize(
    ("method", "file", "code"),
    [
        ("iterdir", "templates", "template/refused"),
        ("is_symlink", "templates/plan-summary.md.j2", "template/refused"),
        ("read_bytes", "templates/house.docx", "template/house-style"),
        ("is_symlink", "templates/house.docx", "template/house-style"),
    ],
)
def test_what_may_not_be_looked_into_among_the_templates_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, file: str, code: str
) -> None:
    folder = dossier(tmp_path / "sill", plan_summary="Short")
    (folder / "templates/house.docx").touch()
    allowed = getattr(Path, method)

    def denied(path: Path) -> object:
        if path == folder / file:
            raise PermissionError(13, "Permission denied", str(path))
        return allowed(path)

    monkeypatch.setattr(Path, method, denied)
    (finding,) = rendered(folder, "plan-summary", formats=("docx",)).findings
    assert (finding.code, finding.at.file) == (code, file)
    assert "cannot be opened" in finding.message
    assert all(listing.documents for listing in list_documents(folder, on=TODAY))


def test_a_template_of_ones_own_replaces_the_shipped_one_and_is_listed(tmp_path: Path) -> None:
    folder = dossier(tmp_path, plan_summary="---\ntitle: Short and sweet\n---\nOur first: {{ priorities[0].title }}\n")
    text = text_of(folder, "plan-summary")
    assert text.startswith("# Short and sweet\n")
    assert "Our first: Burglary" in text
    (listing,) = list_documents(folder, on=TODAY)
    assert [each.name for each in listing.documents if each.is_overridden] == ["plan-summary"]


def test_a_block_of_ones_own_replaces_or_removes_one_section(tmp_path: Path) -> None:
    before = text_of(dossier(tmp_path / "before"), "partnership-plan")
    own = """{% extends "@pkg/partnership-plan.md.j2" %}
{% block priorities_at_a_glance %}{% endblock %}
{% block about %}
## About us

We are few.
{% endblock %}
"""
    text = text_of(dossier(tmp_path / "after", partnership_plan=own), "partnership-plan")
    assert "Our priorities at a glance" in before
    assert "Our priorities at a glance" not in text
    assert "## About us\n\nWe are few." in text
    assert "### 1. Burglary" in text


def test_a_document_of_ones_own_sees_the_same_view(tmp_path: Path) -> None:
    own = "---\ntitle: Poster\nneeds: [priorities]\n---\n{% for each in priorities %}{{ each.title }}{% endfor %}\n"
    assert "Burglary" in text_of(dossier(tmp_path, poster=own), "poster")


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("---\ntitle: T\n---\n{{ priorites }}\n", "template/unknown-name", 4),
        ("---\ntitle: T\n---\n\n{% if %}\n", "template/syntax", 5),
        ("---\ntitle: T\n---\n{% for a in range(999999) %}{% endfor %}", "template/endless", 4),
        ("---\ntitle: T\n---\n{{ priorities.__class__ }}\n", "template/not-allowed", 4),
        ('---\ntitle: T\n---\n{% include "../partnership.yaml" %}\n', "template/refused", 4),
    ],
    ids=["unknown name", "syntax", "endless loop", "internals of Python", "files outside"],
)  # fmt: skip
def test_a_broken_template_is_a_finding_at_its_line(tmp_path: Path, template: str, code: str, line: int) -> None:
    made = rendered(dossier(tmp_path, plan_summary=template), "plan-summary")
    assert [(finding.code, finding.at.line) for finding in made.findings] == [(code, line)]
    assert made.findings[0].at.file == "templates/plan-summary.md.j2"


@pytest.mark.parametrize("title", ["Drugs | alcohol", "# Not a heading", "<script>alert(1)</script>", "**x** [y](z)"])
def test_a_title_with_marks_of_markdown_or_html_stays_a_title(tmp_path: Path, title: str) -> None:
    folder = dossier(tmp_path, SMALL.replace("title: Burglary", f"title: '{title}'"))
    made = rendered(folder, "partnership-plan", formats=("html", "docx"))
    html = (made.output / "partnership-plan.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert html.count("<tr>") == html.count("</tr>")
    word = docx.Document(str(made.output / "partnership-plan.docx"))
    headings = [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    assert f"1. {title}" in headings


def test_a_partnerships_own_word_document_gives_the_styles(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    (folder / "templates").mkdir()
    house = docx.Document()
    house.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x00, 0x3C)
    packed = io.BytesIO()
    house.save(packed)
    (folder / "templates/house.docx").write_bytes(packed.getvalue())
    made = rendered(folder, "plan-summary", formats=("docx",))
    word = docx.Document(str(made.output / "plan-summary.docx"))
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0x7A, 0x00, 0x3C)


def test_somebody_elses_file_is_left_alone(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    (folder / "rendered").mkdir()
    theirs = folder / "rendered/plan-summary.md"
    theirs.write_text("mine", encoding="utf-8")
    assert codes(rendered(folder, "plan-summary")) == ["output/not-ours"]
    assert theirs.read_text(encoding="utf-8") == "mine"


def test_the_plan_of_tower_hamlets_is_in_the_words_of_the_page(tmp_path: Path) -> None:
    text = text_of(EXAMPLES / "tower-hamlets-2021", "partnership-plan", output=tmp_path)
    titles = [line.split(". ", 1)[1] for line in text.splitlines() if line.startswith("### ") and line[4].isdigit()]
    assert titles == [
        "Tackling neighbourhood crime and ASB",
        "Tackling Hate crime, community tensions and extremism",
        "Reducing reoffending and tackling the drivers of crime",
        "Safeguarding those at risk of violence and exploitation",
    ]
    assert "- reduce first time entrants to the youth justice system" in text
    assert "- move from a criminal justice to a public health approach" in text
    assert "- Positive diversion from violence" in text


def test_each_chart_of_the_evidence_stands_once_in_the_theme_that_cites_it_with_its_table_and_source(
    tmp_path: Path,
) -> None:
    text = text_of(EXAMPLES / "bedford-2025", "strategic-assessment", output=tmp_path)
    titles = [line for line in text.splitlines() if line.startswith("**Figure ")]
    assert len(titles) == len({title.split(": ", 1)[1] for title in titles}) >= 5
    theme = text.split("### Shop theft", 1)[1].split("\n### ", 1)[0]
    assert ": Shoplifting: Bedford and similar areas" in theme
    assert "| Milton Keynes |" in theme
    assert "Source: Office for National Statistics licensed under the Open Government Licence v3.0." in theme


def test_the_agenda_of_hackney_has_its_two_hours(tmp_path: Path) -> None:
    text = text_of(EXAMPLES / "hackney-2019", "agenda", output=tmp_path)
    assert text.index("First hour (60 minutes)") < text.index("Second hour (60 minutes)")
    assert "Time: 2 hours" in text


def test_the_board_of_barnet_has_core_members_observers_and_council_representatives(tmp_path: Path) -> None:
    text = text_of(EXAMPLES / "barnet-2013", "membership", output=tmp_path)
    for caption in ("Core members of BSCP Board", "Council representatives", "Observers"):
        assert f": {caption}**" in text
    assert "once the body is set up" in text


def test_the_scorecard_has_two_pages_at_most_and_the_summary_one(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    rendered(EXAMPLES / "vale", "scorecard", "plan-summary", formats=("pdf",), output=tmp_path)
    assert len(pypdf.PdfReader(tmp_path / "scorecard.pdf").pages) <= 2
    assert len(pypdf.PdfReader(tmp_path / "plan-summary.pdf").pages) == 1


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "cspcycle", *arguments], env=os.environ | environment, check=False,
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def test_two_folders_two_time_zones_and_two_languages_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name, zone, language, seed in (("one", "UTC", "C", "1"), ("two", "Pacific/Kiritimati", "de_DE.UTF-8", "2")):
        shutil.copytree(EXAMPLES / "vale", tmp_path / name / "vale")
        done = run(
            "render", str(tmp_path / name / "vale"), "partnership-plan", "scorecard", "timetable", "--on", "2026-11-24",
            "--format", "markdown", "--format", "html", "--format", "docx", "--format", "pdf",
            TZ=zone, LC_ALL=language, PYTHONHASHSEED=seed,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        files = (tmp_path / name / "vale/rendered").iterdir()
        made.append({file.name: file.read_bytes() for file in files})
    assert len(made[0]) == 13
    assert made[0] == made[1]


def test_the_command_tells_what_it_wrote_and_ends_with_0(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "sill")
    done = run("render", str(folder), "plan-summary", "--on", "2026-11-24")
    assert done.returncode == 0
    assert "plan-summary.html" in done.stdout
    assert " KB" in done.stdout


def test_the_command_ends_with_1_when_a_document_is_stale(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "sill")
    done = run("render", str(folder), "plan-summary", "--check")
    assert done.returncode == 1
    assert "1 file out of date" in done.stdout


def test_the_command_ends_with_2_where_there_is_no_folder() -> None:
    done = run("render", "./no-such-folder", "plan-summary")
    assert done.returncode == 2
    assert "there is no folder and no document" in done.stderr


def test_several_partnerships_are_rendered_in_one_run(tmp_path: Path) -> None:
    for name in ("one", "two"):
        dossier(tmp_path / name)
    made = tuple(render(tmp_path, Wish(TODAY, documents=("plan-summary",), output=tmp_path / "out")))
    assert [len(each.files) for each in made] == [1, 1]
    assert (tmp_path / "out/two/plan-summary.html").is_file()


def test_the_list_of_documents_says_what_each_lacks(tmp_path: Path) -> None:
    done = run("documents", str(dossier(tmp_path / "sill")), "--on", "2026-11-24")
    assert done.returncode == 0
    assert "timetable" in done.stdout
    assert "waits for `timetable`" in done.stdout
    assert "how each authority will measure success" in done.stdout


def test_a_meeting_at_the_end_of_time_makes_an_agenda(tmp_path: Path) -> None:
    text = """\
partnership:
  name: Vale
  area: {name: Vale, nation: england, kind: unitary}
groups:
  - {id: strategy-group, name: Board, kind: strategy-group}
meetings: [{id: last, group: strategy-group, planned_on: 9999-12-31}]
timetable: {milestones: [{id: draft, task: Draft written, due: 9999-12-01}]}
"""
    folder = dossier(tmp_path, text)
    assert "31 December 9999" in text_of(folder, "agenda")
