"""Local words: a heading renamed, a section left out, and a mistaken heading named with the one it should be."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.documents.vale import metadata

from cspcycle.application.documents import list_documents
from cspcycle.application.render import Wish, render
from cspcycle.application.validate import validate
from cspcycle.cli.reports.document_list import report
from cspcycle.documents import page
from cspcycle.documents.catalogue import read_catalogue
from cspcycle.documents.local_words import headings_of, in_local_words, renamed
from cspcycle.documents.reading import read_page
from cspcycle.model.documents import DocumentWishes

TEXT = """\
## Foreword

Welcome.

## What could go wrong

Table: Risks

| Risk | Who |
| --- | --- |
| Rain | All |

### From the last meeting, 2 May 2026

Much.

## How we will know

> [!NOTE]
> Look:
>
> | Measure | Now |
> | --- | --- |
> | Fires | 3 |
"""


def worded(**wishes: Any) -> tuple[page.Page, list[str]]:
    made = in_local_words(read_page(TEXT, metadata()), DocumentWishes.model_construct(**wishes))
    return made, [page.words(block.content) for block in made.blocks if isinstance(block, page.Heading)]


def test_a_heading_goes_with_all_that_stands_under_it() -> None:
    made, headings = worded(leave_out=("what could go  wrong",), headings={})
    assert headings == ["Foreword", "How we will know"]
    assert [block.number for block in made.walk() if isinstance(block, page.Table)] == [1]


def test_a_deeper_heading_goes_alone() -> None:
    _, headings = worded(leave_out=("From the last meeting",), headings={})
    assert headings == ["Foreword", "What could go wrong", "How we will know"]


def test_a_renamed_heading_keeps_what_the_document_adds_and_its_anchor() -> None:
    made, headings = worded(leave_out=(), headings={"From the last meeting": "Since we met", "Foreword": "Hello"})
    assert headings == ["Hello", "What could go wrong", "Since we met, 2 May 2026", "How we will know"]
    assert next(block.anchor for block in made.blocks if isinstance(block, page.Heading)) == "foreword"


@pytest.mark.parametrize("name", [template.name for template in read_catalogue()[0]])
def test_every_document_has_headings_that_can_be_left_out(name: str) -> None:
    headings = headings_of(name)
    assert headings
    assert all(heading and not set(heading) & set("{}|%#") for heading in headings)


def test_the_number_of_a_heading_may_be_left_off_and_stays() -> None:
    wishes = DocumentWishes.model_construct(leave_out=(), headings={"Violence": "Fights", "2. Theft": "Shops"})
    assert renamed(wishes, "1. Violence (police)") == "1. Fights (police)"
    assert renamed(wishes, "1. Theft") == "Shops"  # as it is where the public does not see the first


VALE = Path("examples/vale")


def render_with(
    tmp_path: Path, wishes: str, *, is_final: bool = False, document: str = "partnership-plan", without: str = "\0"
) -> tuple[str, list[tuple[str, str]]]:
    for file in VALE.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").split("# Our own words in the documents")[0]
        text = re.sub(without, "", text, flags=re.MULTILINE)
        (tmp_path / file.name).write_text(text + (wishes if file.name == "partnership.yaml" else ""), encoding="utf-8")
    wish = Wish(date(2026, 11, 24), (document,), ("markdown",), is_final=is_final)
    (made,) = render(tmp_path, wish)
    path = made.output / f"{document}.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return text, [(found.code, found.fix) for found in made.findings]


def test_local_words_reach_the_document_and_the_list_of_what_the_law_asks(tmp_path: Path) -> None:
    wishes = "documents: {partnership-plan: {title: Safer together, headings: {How we will know: Measuring}}}\n"
    text, found = render_with(tmp_path, wishes)
    assert found == []
    assert text.startswith("# Safer together\n")
    assert "## Measuring" in text
    assert "How we will know\n" not in text
    assert "| “Measuring”" in text


def test_mistaken_names_are_all_told_in_one_run(tmp_path: Path) -> None:
    wishes = "documents: {partnership-plan: {leave_out: [Forword]}, agende: {title: x}}\n"
    text, found = render_with(tmp_path, wishes)
    assert text == ""
    assert found == [
        ("document/no-such-document", "write `agenda`"),
        ("document/no-such-heading", "write “Foreword”"),
    ]


def test_a_mistaken_heading_is_told_where_it_is_written(tmp_path: Path) -> None:
    render_with(tmp_path, "documents:\n  partnership-plan:\n    headings:\n      Foreword: A\n      Forword: B\n")
    (made,) = render(tmp_path, Wish(date(2026, 11, 24), ("partnership-plan",), ("markdown",)))
    lines = (tmp_path / "partnership.yaml").read_text(encoding="utf-8").splitlines()
    (at,) = (found.at for found in made.findings)
    assert lines[at.line - 1][at.column - 1 :] == "Forword: B"


def test_a_section_the_law_wants_is_missed_when_it_is_left_out(tmp_path: Path) -> None:
    wishes = "documents: {partnership-plan: {leave_out: [Our priorities]}}\n"
    draft, _ = render_with(tmp_path, wishes)
    assert "- The priorities (SI 2007/1830 reg. 11(1)(b) to (f))" in draft
    _, found = render_with(tmp_path, wishes, is_final=True)
    assert ("document/part-missing", "take “Our priorities” out of `leave_out`") in found


@pytest.mark.parametrize("heading", ["1. Violence in public places", "Domestic abuse", "More people in treatment"])
def test_a_plan_without_one_of_its_priorities_or_objectives_is_not_whole(tmp_path: Path, heading: str) -> None:
    wishes = f"documents: {{partnership-plan: {{leave_out: [{heading}]}}}}\n"
    draft, _ = render_with(tmp_path, wishes)
    assert "- The steps that the authorities need to take (SI 2007/1830 reg. 11(1)(b) to (f))" in draft
    _, found = render_with(tmp_path, wishes, is_final=True)
    words = heading.removeprefix("1. ")
    assert ("document/part-missing", f"take “{words}” out of `leave_out`") in found


def test_the_heading_of_a_restricted_priority_hinders_no_public_document(tmp_path: Path) -> None:
    second = "2. Anti-social behaviour in parks and the town centre"
    wishes = f"documents: {{partnership-plan: {{leave_out: [1. Violence in public places, {second}]}}}}\n"
    render_with(tmp_path, wishes)
    path = tmp_path / "priorities.yaml"
    text = path.read_text(encoding="utf-8")
    mark = "restricted: {basis: partnership-only, reason: a live operation}"
    path.write_text(text.replace("  - id: violence\n", f"  - id: violence\n    {mark}\n", 1), encoding="utf-8")
    (made,) = render(tmp_path, Wish(date(2026, 11, 24), ("partnership-plan",), ("markdown",)))
    assert made.findings == ()
    assert "### 1. Anti-social" not in (made.output / "partnership-plan.md").read_text(encoding="utf-8")


def test_a_heading_that_is_only_absent_now_is_no_mistake(tmp_path: Path) -> None:
    wishes = "documents: {partnership-plan: {leave_out: [When this plan is revised]}}\n"
    assert render_with(tmp_path, wishes)[1] == []


def test_the_list_of_documents_says_what_is_said_in_local_words_and_what_is_left_out() -> None:
    (listing,) = list_documents(VALE, on=date(2026, 11, 24))
    text = " ".join(report(listing, root=VALE).split())
    assert "annual-report ready, in your words" in text
    assert 'membership ready, without "What we say we are responsible for"' in text


def test_validate_tells_of_a_document_that_does_not_exist_and_where_its_name_stands(tmp_path: Path) -> None:
    render_with(tmp_path, "documents:\n  partnership-plann: {title: x}\n")
    (checked,) = validate(tmp_path, on=date(2026, 11, 24), use_cache=False)
    (found,) = [each for each in checked.findings if each.code == "document/no-such-document"]
    lines = (tmp_path / "partnership.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[found.at.line - 1][found.at.column - 1 :].startswith("partnership-plann")
    assert found.fix == "write `partnership-plan`"


def test_a_heading_with_a_comma_is_told_to_want_quotation_marks(tmp_path: Path) -> None:
    wishes = "documents: {strategic-assessment: {leave_out: [What we found, by theme]}}\n"
    _, found = render_with(tmp_path, wishes, document="strategic-assessment")
    assert {fix for _, fix in found} == {
        'write "What we found, by theme" in quotation marks: a comma parts what stands in brackets'
    }


def test_an_assessment_without_its_themes_misses_what_the_law_wants_of_them(tmp_path: Path) -> None:
    of_vale: dict[str, Any] = {
        "document": "strategic-assessment",
        "without": r"^    (levels_and_patterns|changes|reasons): .*\n",
    }
    some, _ = render_with(tmp_path, "documents: {strategic-assessment: {leave_out: [Domestic abuse]}}\n", **of_vale)
    assert "Missing" not in some
    themes = "Violence, Anti-social behaviour, Domestic abuse, Re-offending, Substance misuse"
    wishes = f"documents: {{strategic-assessment: {{leave_out: [{themes}]}}}}\n"
    none, _ = render_with(tmp_path, wishes, **of_vale)
    assert none.count("| **Missing**") == 3
    assert "- Why the changes happened (SI 2007/1830 reg. 7)" in none
