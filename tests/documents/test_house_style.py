"""A partnership's own look: complete in itself, legible, through no link."""

from pathlib import Path

import pytest
from tests.documents.leaks import everything
from tests.documents.vale import vale_page

from cspcycle.documents.formats import load_format
from cspcycle.documents.house_style import contrast, read_house_style


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def test_an_accent_colour_reaches_every_format_that_has_colours(own: Path) -> None:
    (own / "house.css").write_text(":root { --accent: #7a1f3d; }\n")
    style, found = read_house_style(own)
    assert found == ()
    page = vale_page()
    assert "--accent: #7a1f3d" in load_format("html").write(page, style).decode()
    assert "7a1f3d" in everything(load_format("docx").write(page, style))
    red = f"{0x7A / 255:.6f}"[:6]
    assert red in everything(load_format("pdf").write(page, style))


@pytest.mark.parametrize(
    ("css", "line", "word"),
    [
        ("a {}\n@import 'b.css';", 2, "@import"),
        ("a { background: url(https://example.org/a.png); }", 1, "url("),
        ("</style><script>alert(1)</script>", 1, "</"),
        ("a {}\n\n:root { --accent: #ffee88; }", 3, "too pale"),
    ],
)
def test_a_style_sheet_that_fetches_or_fades_is_refused_with_its_line(
    own: Path, css: str, line: int, word: str
) -> None:
    (own / "house.css").write_text(css)
    style, (finding,) = read_house_style(own)
    assert (finding.code, finding.at.file, finding.at.line) == ("template/house-style", "templates/house.css", line)
    assert word in finding.message
    assert style.accent == "#1d4f6e"


def test_a_style_sheet_behind_a_link_is_refused(own: Path, tmp_path: Path) -> None:
    (tmp_path / "private.css").write_text("a {}")
    (own / "house.css").symlink_to(tmp_path / "private.css")
    (own / "house.docx").symlink_to(tmp_path / "private.css")
    style, (finding,) = read_house_style(own)
    assert "is a link" in finding.message
    assert style.word is None


def test_a_word_document_of_the_house_is_read(own: Path) -> None:
    (own / "house.docx").write_bytes(b"PK")
    assert read_house_style(own)[0].word == b"PK"


@pytest.mark.parametrize(("colour", "expected"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_with_white(colour: str, expected: float) -> None:
    assert round(contrast(colour), 2) == expected
