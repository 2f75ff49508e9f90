"""Every document of the examples, read by programs for those who cannot see a page: axe-core, PDF/UA, LibreOffice."""

import re
import subprocess
from datetime import date
from pathlib import Path

import docx
import page as page_validation
import pytest
from pypdf import PdfReader
from tests.documents.test_accessibility import LIBREOFFICE, examined, needs_axe, needs_libreoffice

from cspcycle.application.render import Wish, render

EXAMPLES = Path(__file__).parent.parent / "examples"
PDF_UA = page_validation.ValidationProfile.PDF_UA_1
TODAY = date(2026, 11, 24)
CASES = {
    "vale": (),
    "greenshire-county": ("community-safety-agreement",),
    "bedford-2025": ("strategic-assessment",),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All eleven documents, and one with charts of evidence, in HTML, Word and PDF."""
    output = tmp_path_factory.mktemp("rendered")
    for example, names in CASES.items():
        wish = Wish(TODAY, documents=names, formats=("html", "docx", "pdf"), output=output / example)
        (rendered,) = render(EXAMPLES / example, wish)
        assert rendered.findings == ()
    return output


@pytest.mark.system
@pytest.mark.slow
@needs_axe
def test_axe_finds_nothing_against_any_document_and_all_fit_a_narrow_window(folder: Path, tmp_path: Path) -> None:
    pages = sorted(folder.glob("*/*.html"))
    assert len(pages) == 12
    for page in pages:
        found = examined(page.read_bytes(), tmp_path, 320)
        assert found["violations"] == [], page.name
        assert found["width"] == 320, page.name


def test_every_pdf_passes_an_independent_checker_of_pdf_ua(folder: Path) -> None:
    pages = sorted(folder.glob("*/*.pdf"))
    assert len(pages) == 12
    for page in pages:
        report = page_validation.validate_pdf_bytes(page.read_bytes(), profile=PDF_UA)
        # what the checker says of the length of packed streams is wrong: see documents/test_formats.py
        assert [each.rule_id for each in report.failures if "STREAM-LENGTH" not in each.rule_id] == [], page.name


@pytest.mark.system
@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_opens_every_word_document(folder: Path, tmp_path: Path) -> None:
    pages = sorted(folder.glob("*/*.docx"))
    command = [str(LIBREOFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, pages)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert len(list(tmp_path.glob("*.pdf"))) == len({page.name for page in pages})
    assert len(PdfReader(tmp_path / "plan-summary.pdf").pages) == 1
    assert len(PdfReader(tmp_path / "scorecard.pdf").pages) <= 2


def test_every_word_document_has_headings_header_rows_a_language_and_words_for_its_pictures(folder: Path) -> None:
    for page in sorted(folder.glob("*/*.docx")):
        word = docx.Document(str(page))
        assert word.core_properties.title, page.name
        assert word.core_properties.language == "en-GB"
        assert any(each.style is not None and each.style.name == "Heading 1" for each in word.paragraphs), page.name
        assert all("<w:tblHeader" in table.rows[0]._tr.xml for table in word.tables), page.name
        pictures = re.findall(r"<wp:docPr[^>]*>", word.element.xml)
        assert all('descr="' in picture and 'descr=""' not in picture for picture in pictures), page.name
