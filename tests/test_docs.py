"""Pages of codes: each code has one, each example gives what it says; and the generated pages are those of today."""

import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from cspcycle.application.check_folder import check_files
from cspcycle.application.explain import Page, document_pages, every_page, form_pages, page_of
from cspcycle.application.reference import generated
from cspcycle.application.reference_files import Key, every_record, example_as_written, keys_of
from cspcycle.documents.template_faults import EXPLANATIONS
from cspcycle.model.dossier import read_dossier
from cspcycle.source.csv_reader import read_csv
from cspcycle.source.diagnostic import CannotContinue, Diagnostic
from cspcycle.source.folder import SourceFile
from cspcycle.source.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
SOURCES = [*(ROOT / "src/cspcycle/source").glob("*.py"), *(ROOT / "src/cspcycle/model").glob("*.py")]
CODE = re.compile(r'"((?:yaml|csv|schema)/[a-z0-9-]+)"')
SLUG = re.compile(r'\bmistake\([^"]*"([a-z-]+)"')
# Codes of `source/text_file.py`, which the table reader gives its own family.
OF_ANY_TEXT = {"conflict-marker", "control-character", "not-utf-8", "too-large", "unusual-line-break", "utf-16"}


def codes_in_the_source() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    found = {code for text in texts for code in CODE.findall(text)}
    found |= {f"yaml/{slug}" for text in texts for slug in SLUG.findall(text)}
    return found | {f"csv/{slug}" for slug in OF_ANY_TEXT}


def found_in(page: Page, example: str) -> list[Diagnostic]:
    if page.code.startswith("csv/"):
        return read_csv(example.encode(), "figures.csv", most_bytes=1_000_000)[1]
    if page.code == "schema/missing-section":  # the one fault of the files taken together
        file = SourceFile("partnership.yaml", example.encode())
        return list(check_files(".", [file], name="", on=date(2026, 11, 24)).findings)
    pieces = re.split(r"^# (\S+\.yaml)$", example, flags=re.MULTILINE)
    files = list(zip(pieces[1::2], pieces[2::2], strict=True)) or [("plan.yaml", example)]
    read = [(name, *read_yaml(text.encode(), name)) for name, text in files]
    found = [each for _, _, faults in read for each in faults]
    return found + read_dossier(".", [(name, held) for name, held, _ in read if held is not None])[1]


def test_every_code_of_a_fault_of_form_has_a_page_and_no_page_is_without_a_code() -> None:
    assert set(form_pages()) == codes_in_the_source()


CODE_OF_ANY_FAMILY = re.compile(r'"((?:document|output|template|timetable)/[a-z-]+)"')
SLUG_OF_ANY_FAMILY = re.compile(
    r'\b(?:_finding|_error|_fault|_warning|NotWrittenError)\([^"=:]*?"([a-z]+(?:-[a-z]+)*)"'
)
FAMILIES = {
    "application/material.py": "document",
    "documents/catalogue.py": "template",
    "documents/local_words.py": "document",
    "documents/writing.py": "output",
    "documents/formats": "document",
    "timetable": "timetable",
}


def codes_of_documents_and_calendars() -> set[str]:
    found = {f"template/{slug}" for _, slug, _, _ in EXPLANATIONS} | {"document/not-accessible"}
    for path in (ROOT / "src/cspcycle").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found.update(CODE_OF_ANY_FAMILY.findall(text))
        within = path.relative_to(ROOT / "src/cspcycle").as_posix()
        for room, family in FAMILIES.items():
            if within.startswith(room):
                found |= {f"{family}/{slug}" for slug in SLUG_OF_ANY_FAMILY.findall(text)}
    return found


def test_every_code_of_a_document_a_template_an_output_and_a_calendar_has_a_page() -> None:
    codes = codes_of_documents_and_calendars()
    assert {"template/front-matter", "output/stale", "document/needs", "timetable/meeting-row"} <= codes
    assert {code for code in codes if page_of(code).code != code} == set()
    assert set(document_pages()) <= codes


WITH_EXAMPLE = [page for page in form_pages().values() if page.passing]


@pytest.mark.parametrize("page", WITH_EXAMPLE, ids=[page.code for page in WITH_EXAMPLE])
def test_the_failing_example_gives_the_code_and_the_passing_one_gives_nothing(page: Page) -> None:
    """What is left after a mistake in the YAML may have the wrong shape as well; that is a family of its own."""
    family = page.code.split("/")[0]
    found = [each for each in found_in(page, page.failing) if each.code.startswith(family)]
    assert [(each.code, each.severity.word) for each in found] == [(page.code, page.severity)]
    assert found_in(page, page.passing) == []


def test_only_what_cannot_be_shown_as_a_small_text_has_no_example() -> None:
    assert {code for code, page in form_pages().items() if not page.passing} == {
        *(
            f"{family}/{slug}"
            for family in ("yaml", "csv")
            for slug in OF_ANY_TEXT - {"conflict-marker", "control-character"}
        ),
        "csv/control-character",
        "csv/more-findings",
        "yaml/link-outside-folder",
        "yaml/long-key",
        "yaml/more-findings",
        "yaml/not-a-file",
        "yaml/syntax",
        "yaml/too-deep",
        "yaml/too-many-files",
        "yaml/too-many-values",
        "yaml/unreadable",
    }


KEYS = {f"{record.__name__}.{key.name}": key for record in sorted(every_record(), key=str) for key in keys_of(record)}


@pytest.mark.parametrize("key", [key for key in KEYS.values() if key.example is not None], ids=lambda key: key.name)
def test_the_example_of_a_key_in_the_reference_can_be_written_as_it_stands(key: Key) -> None:
    held, found = read_yaml(f"{key.name}: {example_as_written(key.example)}\n".encode(), "files.yaml")
    assert found == []
    assert held is not None
    TypeAdapter(key.shape).validate_python(held[key.name])


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.code)
def test_a_page_says_what_why_what_to_do_and_where_it_is_from(page: Page) -> None:
    assert all([page.what, page.why, page.instead, page.source, page.fix])
    assert page_of(page.code) == page


def test_a_misspelt_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(CannotContinue) as stop:
        page_of("yaml/duplicate-keys")
    assert stop.value.fix == "did you mean `yaml/duplicate-key`?"


GENERATED = generated(ROOT / "tests/cases")


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_page_is_that_of_today(name: str, *, update: bool) -> None:
    """`pytest --update` writes it again; so does `python -m cspcycle.application.reference`."""
    path = ROOT / name
    if update:
        path.write_text(GENERATED[name], encoding="utf-8")
    assert path.read_text(encoding="utf-8") == GENERATED[name]
