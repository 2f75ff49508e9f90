"""What the shipped templates make of the examples, word for word; `--update` rewrites it, for its author to read."""

from datetime import date
from pathlib import Path

import pytest

from cspcycle.application.render import Wish, render
from cspcycle.documents.catalogue import read_catalogue

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 24)
ALL_OF_VALE = (
    *("strategic-assessment", "partnership-plan", "plan-summary", "timetable", "duties-checklist", "membership"),
    *("agenda", "scorecard", "action-log", "annual-report"),
)
CASES = {
    "vale": (TODAY, ALL_OF_VALE),
    "cwm-vale": (TODAY, ("plan-summary",)),
    "greenshire-county": (TODAY, ("community-safety-agreement",)),
    "northvale-district": (TODAY, ("strategic-assessment",)),
    "vale-first-draft": (TODAY, ("partnership-plan",)),
    "tower-hamlets-2021": (date(2021, 9, 1), ("partnership-plan",)),
    "hackney-2019": (date(2019, 7, 11), ("agenda", "membership")),
    "barnet-2013": (date(2013, 10, 25), ("membership", "timetable", "agenda")),
}


@pytest.mark.parametrize("example", CASES)
def test_the_documents_of_an_example_are_those_that_were_read(example: str, tmp_path: Path, *, update: bool) -> None:
    on, names = CASES[example]
    wish = Wish(on, documents=names, formats=("markdown",), output=tmp_path)
    (rendered,) = render(ROOT / "examples" / example, wish)
    assert rendered.findings == ()
    for name, _ in rendered.files:
        golden = GOLDEN / example / name
        text = (tmp_path / name).read_text(encoding="utf-8")
        if update:
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert text == golden.read_text(encoding="utf-8"), f"{example}/{name} differs; read it, then run with --update"


def test_no_document_is_without_a_golden_file() -> None:
    documents = {template.name for template in read_catalogue()[0]}
    assert documents == {name for _, names in CASES.values() for name in names}
