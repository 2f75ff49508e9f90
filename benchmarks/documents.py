"""How long documents take, each format beside its library alone on the same content, in one interleaved run.

Run from the top of the repository: python -m benchmarks.documents [rounds]. WeasyPrint, and pandoc, which Quarto
runs, are peers where they are installed.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import typst
from docx import Document
from markdown_it import MarkdownIt
from tests.documents.vale import TEMPLATES, metadata, vale_page, view

from cspcycle.documents import page
from cspcycle.documents.formats import FORMATS, load_format, pdf
from cspcycle.documents.house_style import read_house_style
from cspcycle.documents.prose import Prose
from cspcycle.documents.reading import read_page

PARTNERSHIPS = 314


def measured(jobs: dict[str, Callable[[], Any]], rounds: int) -> dict[str, list[float]]:
    """The seconds of every job, all jobs once a round, so that a busy moment hurts them alike."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            began = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - began)
    return times


def main(rounds: int) -> None:
    style, _ = read_house_style()
    document = long_page()
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[pdf.FONTS])
    prepared = [pdf.inputs(another(document), style) for _ in range(rounds)]
    markdown, _ = Prose(TEMPLATES).render("partnership-plan", view())
    html = load_format("html").write(document, style).decode()
    jobs: dict[str, Callable[[], Any]] = {
        "template to Markdown": lambda: Prose(TEMPLATES).render("partnership-plan", view()),
        "Markdown to page": lambda: read_page(markdown or "", metadata()),
        "  markdown-it-py alone": lambda: MarkdownIt("commonmark").enable("table").render(markdown or ""),
    }
    jobs |= {name: lambda name=name: load_format(name).write(another(document), style) for name in FORMATS}
    jobs |= {
        "  typst alone": lambda: typst_alone(prepared.pop(), fonts),
        "  python-docx alone": lambda: docx_alone(document),
    }
    with suppress(ImportError):
        import weasyprint  # noqa: PLC0415 - a peer that need not be there

        jobs["  weasyprint on our HTML"] = lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    if shutil.which("pandoc"):
        text = load_format("markdown").write(document, style)
        for kind in ("html", "docx"):
            jobs[f"  pandoc, our Markdown to {kind}"] = lambda kind=kind: pandoc(text, kind)
    times = measured(jobs, rounds)
    for name, seconds in times.items():
        print(f"{name:32} {min(seconds) * 1000:9.1f} ms at best {median(seconds) * 1000:9.1f} ms in the middle")
    for ours, theirs in (("pdf", "  typst alone"), ("docx", "  python-docx alone")):
        print(f"{ours} / {theirs.strip()}: {median(times[ours]) / median(times[theirs]):.2f}")
    print(json.dumps({"partnerships": PARTNERSHIPS, "html_seconds": round(all_plans(style), 2)}))
    print(json.dumps({name: round(cold(name), 2) for name in FORMATS} | {"python -c pass": round(cold(""), 2)}))


def long_page() -> page.Page:
    """A plan of some 25 pages: the invented one, twelve times over."""
    one = vale_page()
    text, _ = Prose(TEMPLATES).render("partnership-plan", view())
    return read_page("\n\n".join([text or ""] * 12), one.metadata)


def another(document: page.Page) -> page.Page:
    """The same page with another version: Typst remembers what it has typeset."""
    return replace(document, metadata=metadata(version=str(time.perf_counter_ns())))


def typst_alone(inputs: dict[str, str], fonts: typst.Fonts) -> None:
    compiler = typst.Compiler(pdf.TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs=inputs)
    compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=datetime(2027, 2, 1, tzinfo=UTC))


def docx_alone(document: page.Page) -> None:
    """The same words through the library's own functions, without captions, links or header rows."""
    file = Document()
    for block in document.walk():
        match block:
            case page.Heading(level, content):
                file.add_heading(page.words(content), level - 1)
            case page.Paragraph(content):
                file.add_paragraph(page.words(content))
            case page.Table(head, rows):
                table = file.add_table(rows=len(rows) + 1, cols=len(head))
                for cells, row in zip(table.rows, (head, *rows), strict=True):
                    for cell, content in zip(cells.cells, row, strict=True):
                        cell.text = page.words(content)
    file.save(BytesIO())


def pandoc(markdown: bytes, kind: str) -> bytes:
    """The same document by a process of pandoc, as a pipeline of Quarto's kind runs it."""
    command = ["pandoc", "--from=markdown", f"--to={kind}", "--standalone", "--metadata=title:Plan", "--output=-"]
    return subprocess.run(command, input=markdown, capture_output=True, check=True).stdout


def all_plans(style: Any) -> float:
    """Seconds for every partnership's plan as HTML, templates included, each with templates of its own."""
    began = time.perf_counter()
    for number in range(PARTNERSHIPS):
        text, _ = Prose(TEMPLATES).render("partnership-plan", view())
        load_format("html").write(read_page(text or "", metadata(version=str(number))), style)
    return time.perf_counter() - began


def cold(name: str) -> float:
    """Seconds of a whole process that writes the invented plan in one format."""
    script = (
        "from cspcycle.documents.formats import write_page\n"
        "from cspcycle.documents.house_style import read_house_style\n"
        "from tests.documents.vale import vale_page\n"
        f"write_page(vale_page(), {name!r}, read_house_style()[0], '')"
    )
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", script if name else "pass"], check=True, cwd=Path(__file__).parent.parent)
        times.append(time.perf_counter() - began)
    return median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
