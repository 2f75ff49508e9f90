"""Real programs read the documents, Chromium with axe-core and LibreOffice, and find what the bytes do not show."""

import html
import json
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.documents.test_formats import RARE
from tests.documents.vale import chart, metadata, vale_page

from cspcycle.documents.filters import figure
from cspcycle.documents.formats import load_format
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.page import Page
from cspcycle.documents.reading import read_page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--force-color-profile=srgb"),
)
PROBE = """
<script>%s</script>
<script>
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(result => {
  parent.document.body.dataset.result = JSON.stringify({
    violations: result.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]),
    passes: result.passes.length,
    width: innerWidth,
    needed: document.documentElement.scrollWidth,
    smallest: Math.min(...[...document.querySelectorAll("body *")].map(e => parseFloat(getComputedStyle(e).fontSize))),
  });
});
</script>
"""

MEMBERSHIP = read_page(
    "## Grwpiau\n\n" + figure(chart()) + RARE,
    metadata(title="Aelodaeth", language="cy", is_landscape=True, is_final=True),
)

needs_axe = pytest.mark.skipif(
    not (CHROMIUM and AXE.is_file()), reason="needs Chromium, and npm install in this folder"
)
needs_libreoffice = pytest.mark.skipif(not LIBREOFFICE, reason="needs LibreOffice")


def examined(page: bytes, tmp_path: Path, width: int) -> dict[str, Any]:
    """What axe-core finds in the page, and how wide it is, in a window of the given width."""
    probe = PROBE % AXE.read_text(encoding="utf-8")
    inner = html.escape(page.decode().replace("</body>", probe + "</body>"))
    frame = f'<iframe style="border:0" width="{width}" height="900" srcdoc="{inner}"></iframe>'  # windows stop at 500
    (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8><body>{frame}</body>", encoding="utf-8")
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1400,1000"]
    command += ["--virtual-time-budget=20000", "--dump-dom", (tmp_path / "page.html").as_uri()]
    run = subprocess.run(command, capture_output=True, check=True, timeout=90)
    result = re.search(r'<body[^>]* data-result="([^"]*)"', run.stdout.decode())
    assert result, "axe-core said nothing"
    return dict(json.loads(html.unescape(result[1])))


@pytest.mark.system
@needs_axe
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("page", [vale_page(), MEMBERSHIP], ids=["plan", "membership"])
def test_axe_finds_nothing_against_the_html_and_it_fits_the_window(
    page: Page, width: int, tmp_path: Path, house: HouseStyle
) -> None:
    found = examined(load_format("html").write(page, house), tmp_path, width)
    assert found["violations"] == []
    assert found["passes"] > 20
    assert found["width"] == width
    assert found["needed"] <= found["width"]
    assert found["smallest"] >= 12


@pytest.mark.system
@needs_axe
def test_axe_would_have_found_something(tmp_path: Path, house: HouseStyle) -> None:
    broken = load_format("html").write(vale_page(), house).decode()
    broken = broken.replace('<html lang="en-GB">', "<html>").replace("--ink: #1a1a1a", "--ink: #bbbbbb")
    ids = {rule for rule, _ in examined(broken.encode(), tmp_path, 1280)["violations"]}
    assert {"html-has-lang", "color-contrast"} <= ids


@pytest.mark.system
@needs_libreoffice
def test_libreoffice_opens_the_word_document_with_its_structure(tmp_path: Path, house: HouseStyle) -> None:
    (tmp_path / "plan.docx").write_bytes(load_format("docx").write(vale_page(), house))
    tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = [str(LIBREOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", tagged, "--outdir", str(tmp_path), str(tmp_path / "plan.docx")]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    data = (tmp_path / "plan.pdf").read_bytes()
    reader = PdfReader(BytesIO(data))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert "Table 3: Steps" in text
    assert "OFFICIAL – DRAFT" in text
    assert f"Page 1 of {len(reader.pages)}" in text
    catalogue: Any = reader.trailer["/Root"]
    kinds = [str(kind) for kind in _kinds(catalogue["/StructTreeRoot"]["/K"])]
    assert kinds.count("/Table") == 4
    assert kinds.count("/TH") >= 5 + 2 + 5 + 4
    assert (kinds.count("/H1"), kinds.count("/H2")) >= (8, 2)
    assert "/Figure" in kinds


def _kinds(node: Any) -> list[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [kind for child in node for kind in _kinds(child)]
    if isinstance(node, dict):
        return [node.get("/S"), *_kinds(node.get("/K", []))]
    return []
