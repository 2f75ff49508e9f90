"""One page, four formats: the structure that a reader's software needs is in each, and the same bytes every time."""

import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import page as page_validation
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.documents.leaks import everything, leaked
from tests.documents.vale import metadata, vale_page

from cspcycle.documents.formats import FORMATS, load_format, write_page
from cspcycle.documents.formats.wordprocessing import pictures
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Metadata
from cspcycle.documents.reading import read_page
from cspcycle.source.diagnostic import CannotContinue

HEADINGS = [
    "Foreword",
    "Crynodeb",
    "Who we are",
    "Priorities",
    "1. Residential burglary | “sneak-in” *theft*",
    "A heading of the author",
    "2. Serious violence",
    "What we shall do",
    "What is not public",
    "The law behind this plan",
    "Sources",
]


def made(name: str, house: HouseStyle, **changes: Any) -> bytes:
    data, found = write_page(vale_page(**changes), name, house, f"plan{load_format(name).SUFFIX}")
    assert found == ()
    assert data is not None
    return data


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_says_what_it_is(name: str, house: HouseStyle) -> None:
    expected = ["Partnership plan 2027 to 2030", "Vale Community Safety Partnership", "OFFICIAL", "DRAFT", "0.3"]
    expected += [
        "Police recorded crime, invented",
        "1 February 2027",
        "Strategy group, 15 February 2027",
        *HEADINGS,
        "Dŵr, ŷd a thŷ",
        "<script>alert(1)",
    ]
    assert leaked(made(name, house), expected) == set(expected)
    assert "DRAFT" not in everything(made(name, house, is_final=True))


@pytest.mark.parametrize("name", FORMATS)
def test_the_words_of_a_format_are_welsh_in_a_welsh_document(name: str, house: HouseStyle) -> None:
    data = made(name, house, language="cy")
    expected = ["Tabl 1", "Ffigur 1", "DRAFFT", "1 Chwefror 2027", "Fersiwn"]
    assert leaked(data, expected) == set(expected)
    assert leaked(data, ["1 February 2027"]) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_page_is_the_same_bytes_wherever_it_is_written(name: str, house: HouseStyle, tmp_path: Any) -> None:
    script = (
        "import sys, time, locale; time.tzset(); locale.setlocale(locale.LC_ALL, '')\n"
        "from cspcycle.documents.formats import write_page\n"
        "from cspcycle.documents.house_style import read_house_style\n"
        "from tests.documents.vale import vale_page\n"
        f"sys.stdout.buffer.write(write_page(vale_page(), {name!r}, read_house_style()[0], '')[0])\n"
    )
    here = os.pathsep.join(sys.path)
    elsewhere = {
        "PYTHONPATH": here,
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
    }
    run = subprocess.run([sys.executable, "-c", script], env=elsewhere, cwd=tmp_path, capture_output=True, check=True)
    assert run.stdout == made(name, house)


class Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def outline(data: bytes) -> list[tuple[str, dict[str, str | None]]]:
    parser = Outline()
    parser.feed(data.decode())
    return parser.tags


def test_html_has_landmarks_captions_scopes_and_languages(house: HouseStyle) -> None:
    tags = outline(made("html", house))
    names = [tag for tag, _ in tags]
    assert tags[0] == ("html", {"lang": "en-GB"})
    assert [names.count(tag) for tag in ("header", "nav", "main", "footer", "h1", "title")][:4] == [1, 1, 1, 1]
    assert names.count("h1") == 1
    assert ("a", {"class": "skip", "href": "#document"}) in tags
    assert ("div", {"lang": "cy"}) in tags
    assert names.count("caption") == names.count("table") == 4
    assert all(attrs.get("scope") in {"row", "col"} for tag, attrs in tags if tag == "th")
    assert "rect" in names
    assert "script" not in names


def test_html_fetches_nothing(house: HouseStyle) -> None:
    data = made("html", house)
    assert not re.search(rb"url\(|@import|src=|<link", data)
    ids = [attrs["id"] for _, attrs in outline(data) if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {attrs["href"] for tag, attrs in outline(data) if tag == "a"}
    assert {target[1:] for target in targets if target and target.startswith("#")} <= set(ids)
    assert {target for target in targets if target and not target.startswith("#")} == {
        "https://www.legislation.gov.uk/ukpga/1998/37/section/6"
    }


def test_word_has_heading_styles_header_rows_and_a_contents_field(house: HouseStyle) -> None:
    document = Document(BytesIO(made("docx", house)))
    headings = [p for p in document.paragraphs if p.style is not None and str(p.style.name).startswith("Heading")]
    assert [paragraph.text for paragraph in headings] == HEADINGS
    assert {str(paragraph.style.name) for paragraph in headings if paragraph.style} == {
        "Heading 1",
        "Heading 2",
        "Heading 3",
    }
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    for table in document.tables:
        first, second = table.rows[0]._tr, table.rows[1]._tr
        assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert second.find(qn("w:trPr")).find(qn("w:tblHeader")) is None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert len(document.tables) == 4
    xml = document.element.xml
    assert " TOC " in xml
    assert 'descr="Burglaries fell every year, from 498 in 2022 to 412 in 2026."' in xml
    assert '<w:lang w:val="cy-GB"/>' in xml
    assert document.styles.element.xml.count('w:lang w:val="en-GB"') >= 1
    assert (document.core_properties.title, document.core_properties.language) == (metadata().title, "en-GB")
    assert document.core_properties.comments == ""


def test_word_numbers_each_list_from_its_own_start(house: HouseStyle) -> None:
    numbered = read_page("1. a\n2. b\n\ntext\n\n5. c\n   - d\n\n     e", metadata())
    document = Document(BytesIO(load_format("docx").write(numbered, house)))
    lists: list[Any] = [
        p._p.pPr.numPr for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    assert len({found.numId.val for found in lists}) == 3
    assert [found.ilvl.val for found in lists] == [0, 0, 0, 1]


@pytest.fixture(scope="module")
def council_document() -> bytes:
    document = Document()
    document.add_paragraph("MINUTES OF ANOTHER MEETING")
    document.core_properties.author = "Somebody Private"
    document.core_properties.comments = "a secret remark"
    document.sections[0].footer.paragraphs[0].text = "Vale Council, the council that listens"
    style = document.styles["Heading 1"]
    style.font.name = "Georgia"
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_councils_own_word_document_gives_its_look_and_none_of_its_words(council_document: bytes) -> None:
    data = load_format("docx").write(vale_page(), HouseStyle("", word=council_document))
    assert leaked(data, ["MINUTES OF ANOTHER", "Somebody Private", "secret remark"]) == set()
    document = Document(BytesIO(data))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].footer.paragraphs[0].text == "Vale Council, the council that listens"
    assert document.sections[0].header.paragraphs[0].text == "OFFICIAL – DRAFT"


@pytest.mark.parametrize("spoil", [lambda data: data[:900], lambda _: b"not a package", lambda _: b""])
def test_a_councils_word_document_that_cannot_be_opened_is_named(council_document: bytes, spoil: Any) -> None:
    look = HouseStyle("", word=spoil(council_document))
    data, (finding,) = write_page(vale_page(), "docx", look, "plan.docx")
    assert data is None
    assert (finding.code, finding.at.file) == ("document/house-document", "templates/house.docx")


def test_word_files_hold_no_time_of_writing(house: HouseStyle) -> None:
    with zipfile.ZipFile(BytesIO(made("docx", house))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "2027-02-01T00:00:00Z" in package.read("docProps/core.xml").decode()
        assert not any("thumbnail" in name for name in package.namelist())


@pytest.mark.parametrize(
    "profile", [page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A]
)
def test_an_independent_checker_finds_the_pdf_accessible(profile: Any, house: HouseStyle) -> None:
    report = page_validation.validate_pdf_bytes(made("pdf", house), profile=profile)
    # page-validation 0.11 takes a last byte of packed data that is a carriage return for the end of a line; the
    # next test asks the same question rightly
    failures = [failure.rule_id for failure in report.failures if "STREAM-LENGTH" not in failure.rule_id]
    assert failures == []
    assert report.rules.total > 50


def test_every_stream_of_a_pdf_is_as_long_as_it_says(house: HouseStyle) -> None:
    data = made("pdf", house)
    streams = list(re.finditer(rb"/Length (\d+)\b(?:(?!endobj).)*?>>\s*stream\r?\n", data, re.DOTALL))
    assert len(streams) > 10
    for stream in streams:
        assert re.match(rb"\r?\n?endstream", data[stream.end() + int(stream[1]) :][:12])


def test_a_pdf_has_headings_header_cells_and_languages(house: HouseStyle) -> None:
    reader = PdfReader(BytesIO(made("pdf", house)))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds: list[str] = []
    languages: set[str] = set()

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            kinds.append(str(node.get("/S")))
            languages.add(str(node.get("/Lang", "")))
            walk(node.get("/K", []))

    walk(catalogue["/StructTreeRoot"]["/K"])
    assert kinds.count("/Table") == 4
    assert kinds.count("/TH") == 5 + 2 + 5 + 4
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/H3")) == (1, 9, 2)
    assert "/TOC" in kinds
    assert "cy" in languages


def test_text_that_the_font_cannot_show_is_refused_and_named(house: HouseStyle) -> None:
    data, (finding,) = write_page(read_page("Well done 😀", metadata()), "pdf", house, "plan.pdf")
    assert data is None
    assert (finding.code, finding.at.file) == ("document/not-accessible", "plan.pdf")
    assert "😀" in finding.message


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.text(), st.sampled_from(("en-GB", "cy")))
@settings(max_examples=25, deadline=None)
def test_no_text_breaks_a_format(texts: list[str], title: str, language: str) -> None:
    document = read_page("\n\n".join(texts), Metadata(title, title, date(2027, 4, 1), language=language, marking=title))
    for name in FORMATS:
        data, found = write_page(document, name, HouseStyle(""), "plan")
        assert (data is None) == bool(found)
        if name == "docx":
            assert data is not None
            assert Document(BytesIO(data)).paragraphs


def test_a_landscape_document_lies_on_its_side_in_every_format(house: HouseStyle) -> None:
    section = Document(BytesIO(made("docx", house, is_landscape=True))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    sheet = PdfReader(BytesIO(made("pdf", house, is_landscape=True))).pages[0].mediabox
    assert sheet.width > sheet.height
    assert b"size: A4 landscape" in made("html", house, is_landscape=True)
    assert b"size: A4 landscape" not in made("html", house)


def test_a_table_of_many_columns_has_smaller_letters(house: HouseStyle) -> None:
    columns = read_page(f"|{'a|' * 12}\n|{'-|' * 12}\n|{'1|' * 12}", metadata())
    assert b'<table class="many">' in load_format("html").write(columns, house)
    table = Document(BytesIO(load_format("docx").write(columns, house))).tables[0]
    style = table.cell(0, 0).paragraphs[0].style
    assert style is not None
    assert style.name == "Small table heading"


def test_a_councils_word_document_without_lists_or_language_gets_both(council_document: bytes) -> None:
    document = Document(BytesIO(council_document))
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del document.part.rels[name]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    document.styles.element.remove(defaults)
    document.sections[0].different_first_page_header_footer = True
    saved = BytesIO()
    document.save(saved)
    again = Document(BytesIO(load_format("docx").write(vale_page(), HouseStyle("", word=saved.getvalue()))))
    assert again.styles.element.find(qn("w:docDefaults")) is not None
    assert 'w:lang w:val="en-GB"' in again.styles.element.xml
    assert again.sections[0].first_page_header.paragraphs[0].text == "OFFICIAL – DRAFT"
    assert any(paragraph.style is not None and paragraph.style.name == "List Bullet" for paragraph in again.paragraphs)


RARE = """- one

  > a note in a list

  second paragraph
- > only a note

1. x

---

    typed `as it is`

**[*all*](#nowhere) at once**, `code` and\\
a new line

> [!NOTE]
>
> - a list in a note

|   | b |
| - | - |
|   | 1 |
"""


@pytest.mark.parametrize("name", FORMATS)
def test_rare_forms_are_written_too(name: str, house: HouseStyle) -> None:
    data, found = write_page(read_page(RARE, metadata()), name, house, "plan")
    assert found == ()
    assert data is not None
    expected = ["a note in a list", "second paragraph", "typed `as it is`", "at once", "code", "a list in a note"]
    assert leaked(data, expected) == set(expected)
    if name == "pdf":
        assert page_validation.is_pdf_compliant_bytes(data, profile=page_validation.ValidationProfile.PDF_UA_1)


@pytest.mark.parametrize(("name", "module"), [("docx", "docx"), ("docx", "resvg_py"), ("pdf", "typst")])
def test_a_format_whose_package_is_missing_says_how_to_install_it(
    name: str, module: str, house: HouseStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    pictures._png.cache_clear()
    with pytest.raises(CannotContinue, match="not installed") as refusal:
        load_format(name).write(vale_page(), house)
    assert "pip install" in refusal.value.fix


OPENING = "## Things to do\n\nWe do these things:\n\n- one\n- two\n- three\n\nAnd that is all.\n"


def test_an_opening_line_and_a_short_list_stay_on_one_page_in_word(house: HouseStyle) -> None:
    data, _ = write_page(read_page(OPENING, metadata()), "docx", house, "x.docx")
    assert data is not None
    kept = {each.text: bool(each.paragraph_format.keep_with_next) for each in Document(BytesIO(data)).paragraphs}
    assert [kept[line] for line in ("We do these things:", "one", "two", "three", "And that is all.")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("lines", range(18, 34))
def test_an_opening_line_and_a_short_list_stay_on_one_page_in_a_pdf(lines: int, house: HouseStyle) -> None:
    text = "".join(f"Line {number}.\n\n" for number in range(lines)) + OPENING
    data, _ = write_page(read_page(text, metadata()), "pdf", house, "x.pdf")
    assert data is not None
    pages = [each.extract_text() for each in PdfReader(BytesIO(data)).pages]
    (page_of_list,) = (text for text in pages if "We do these things" in text)
    assert all(word in page_of_list for word in ("Things to do", "one", "two", "three"))
