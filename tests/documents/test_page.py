"""Whatever Markdown says, the page is sound: levels in order, anchors unique, no picture or script from elsewhere."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.vale import chart, vale_page

from cspcycle.documents import page
from cspcycle.documents.filters import escaped, figure
from cspcycle.documents.formats import markdown
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.limits import WrongUseError
from cspcycle.documents.page import Heading, InLanguage, Line, Link, Metadata, Note, Paragraph, Strong, Table, Text
from cspcycle.documents.reading import read_page
from cspcycle.evidence.charts.trend import Month, draw_trend

METADATA = Metadata("Plan", "Vale", date(2027, 4, 1))


def read(text: str) -> tuple[page.Block, ...]:
    return read_page(text, METADATA).blocks


def line(text: str) -> Line:
    return (Text(text),)


READ = {
    "a heading never jumps a level": (
        "# A\n\n#### B\n\n## C",
        (Heading(2, line("A"), "a"), Heading(3, line("B"), "b"), Heading(2, line("C"), "c")),
    ),
    "equal headings have anchors of their own": (
        "## Tŷ\n\n## Tŷ\n\n## –",
        (Heading(2, line("Tŷ"), "ty"), Heading(2, line("Tŷ"), "ty-2"), Heading(2, line("–"), "section")),
    ),
    "an empty heading is none": ("##\n\na", (Paragraph(line("a")),)),
    "a heading in a list is a strong line": ("- # a", (page.Listing(((Paragraph((Strong(line("a")),)),),)),)),
    "HTML is text": ("<b>a</b>\n\n<script>", (Paragraph(line("<b>a</b>")), Paragraph(line("<script>")))),
    "a link to a script is text": ("[a](javascript:b)", (Paragraph(line("[a](javascript:b)")),)),
    "a link to a file is its words": ("[a](../b.txt)", (Paragraph(line("a")),)),
    "a link without words shows its address": (
        "[](https://example.org)",
        (Paragraph((Link(line("https://example.org"), "https://example.org"),)),),
    ),
    "a picture from elsewhere is its words": ("![a map](https://example.org/a.png)", (Paragraph(line("a map")),)),
    "a caption belongs to the table under it": (
        "Table: Two *words*\n\n| a | b |\n| - | - |\n| c | 1,200 |\n| d | – |",
        (
            Table(
                (line("a"), line("b")),
                ((line("c"), line("1,200")), (line("d"), line("–"))),
                (False, True),
                (Text("Two "), page.Emphasis(line("words"))),
                1,
            ),
        ),
    ),
    "a word among numbers stands where the numbers do": (
        "| a | b | c |\n| - | - | - |\n| x | 1 | y |\n| x | withheld | 2 |\n| x | 3 | z |",
        (
            Table(
                (line("a"), line("b"), line("c")),
                tuple(tuple(map(line, row)) for row in (("x", "1", "y"), ("x", "withheld", "2"), ("x", "3", "z"))),
                (False, True, False),
                (),
                1,
            ),
        ),
    ),
    "a caption without a table is a paragraph": ("Table: a", (Paragraph(line("Table: a")),)),
    "a note": ("> [!WARNING]\n> a", (Note("warning", (Paragraph(line("a")),)),)),
    "a quotation": ("> a", (Note("quote", (Paragraph(line("a")),)),)),
    "a part in Welsh": (":::cy\n\nTŷ\n\n:::\n\nb", (InLanguage("cy", (Paragraph(line("Tŷ")),)), Paragraph(line("b")))),
    "a part in Welsh that does not end": (
        "a\n\n:::cy\n\nTŷ",
        (Paragraph(line("a")), InLanguage("cy", (Paragraph(line("Tŷ")),))),
    ),
    "a part in no language": (":::zz\n\na\n\n:::", (Paragraph(line("a")),)),
    "forms that were escaped are text": (
        f"{escaped(':::cy')}\n\n> {escaped('[!NOTE]')}",
        (Paragraph(line(":::cy")), Note("quote", (Paragraph(line("[!NOTE]")),))),
    ),
    "a fence that only looks like a figure": ("```figure\n{}\n```", (page.Listed("{}"),)),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_markdown_is_read(text: str, expected: tuple[page.Block, ...]) -> None:
    assert read(text) == expected


def test_a_figure_has_its_words_and_names_of_its_own() -> None:
    first, second = read(figure(chart()) + figure(chart()))
    assert isinstance(first, page.Figure)
    assert isinstance(second, page.Figure)
    assert 'aria-labelledby="figure-1-title figure-1-desc"' in first.svg
    assert "Burglaries fell every year" in first.svg
    assert 'id="figure-2-title"' in second.svg
    assert first.data is not None
    assert first.data.rows[0] == (line("2022"), line("498"))


@pytest.mark.parametrize(
    "inner",
    [
        "<script>a</script>",
        "<image href='https://example.org/a.png'/>",
        "<foreignObject/>",
        "<rect fill='url(https://example.org/a)'/>",
        "<style>@import 'a'</style>",
        "<a href='javascript:b'/>",
        "<rect",
    ],
)
def test_a_picture_that_is_more_than_a_drawing_is_refused(inner: str) -> None:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>{inner}</svg>"
    with pytest.raises(WrongUseError, match="no plain drawing"):
        figure(chart() | {"svg": svg})


def test_a_picture_with_entities_is_not_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + chart()["svg"]
    with pytest.raises(WrongUseError, match="no plain drawing"):
        figure(chart() | {"svg": bomb})


def test_a_chart_of_the_evidence_is_a_figure_as_it_is() -> None:
    drawn = draw_trend(
        "Burglary", [Month("Jan", 4), Month("Feb", None, "late"), Month("Mar", 9)], unit="offences", attribution="ONS"
    )
    (block,) = read(figure(asdict(drawn)))
    assert isinstance(block, page.Figure)
    assert (block.title, block.attribution) == ("Burglary", "ONS")
    assert block.data is not None
    assert block.data.rows[1][1] == line("late")


def test_the_letters_of_a_picture_are_the_ones_we_ship() -> None:
    (block,) = read(figure(chart() | {"svg": chart()["svg"].replace(' font-family="Arial"', "")}))
    assert isinstance(block, page.Figure)
    assert block.svg.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 240" font-family="Liberation Sans,'
    )


def test_handlers_and_styles_of_a_picture_are_dropped() -> None:
    svg = chart()["svg"].replace("<rect", "<rect onclick='a()' style='b' class='c' id='d'")
    (block,) = read(figure(chart() | {"svg": svg}))
    assert isinstance(block, page.Figure)
    assert not any(word in block.svg for word in ("onclick", "style=", "class="))
    assert 'id="figure-1-d"' in block.svg


def test_only_a_long_document_has_contents() -> None:
    assert read_page("## A\n\n## B\n\n## C", METADATA).contents == ()
    assert len(read_page("## A\n\n### B\n\n## C\n\n## D\n\n## E\n\n### F\n\n#### G", METADATA).contents) == 6


letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")), min_size=1)
marks = st.text("#>*_`[]()!|\\-+=~:.<&;1a ", min_size=1)
plain = st.one_of(letters, marks).map(lambda text: " ".join(text.split())).filter(bool)


@given(plain)
@settings(max_examples=300)
def test_text_written_as_markdown_reads_as_the_same_text(text: str) -> None:
    blocks: tuple[Any, ...] = (
        Paragraph(line(text)),
        Heading(2, line(text), "x"),
        Table((line(text), line(text)), ((line(text), line(text)),), (False, False)),
        page.Listing(((Paragraph(line(text)),), (Paragraph(line(text)),))),
        Note("quote", (Paragraph(line(text)),)),
    )
    for block in blocks:
        written = markdown.write(page.Page(METADATA, (block,)), HouseStyle("")).decode()
        (again,) = read_page(written.split("\n\n", 2)[2], METADATA).blocks
        if isinstance(again, Heading):
            again = Heading(again.level, again.content, "x")
        if isinstance(again, Table):
            again = Table(again.head, again.rows, (False, False))
        assert again == block


def test_a_document_written_as_markdown_reads_as_the_same_document() -> None:
    first = vale_page()
    written = markdown.write(first, HouseStyle("")).decode()
    again = read_page(written, first.metadata)
    headings = [block for block in again.walk() if isinstance(block, Heading)]
    assert [page.words(heading.content) for heading in headings][1:] == [
        page.words(block.content) for block in first.walk() if isinstance(block, Heading)
    ]
    tables = [block.rows for block in again.walk() if isinstance(block, Table)]
    assert tables == [block.rows for block in first.walk() if isinstance(block, Table)]
