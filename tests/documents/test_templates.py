"""Whatever a dossier holds or lacks, each shipped template can be filled from it."""

import re
from datetime import date
from pathlib import Path

import pytest

from cspcycle.application.material import choose, prepare
from cspcycle.documents.prose import Prose
from cspcycle.documents.view import build_view, parts_of, view_of_document

CASES = Path(__file__).parents[1] / "cases"
FAMILIES = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())
DAY = re.compile(r"# on: (\d{4}-\d\d-\d\d)")


@pytest.mark.parametrize("family", FAMILIES)
def test_no_case_of_the_checks_makes_a_template_stumble(family: str, tmp_path: Path) -> None:
    prose = Prose()
    for case in sorted((CASES / family).glob("*.yaml")):
        text = case.read_text(encoding="utf-8")
        (tmp_path / "partnership.yaml").write_text(text, encoding="utf-8")
        day = DAY.match(text)
        prepared = prepare(tmp_path, tmp_path, date.fromisoformat(day[1]) if day else date(2026, 11, 24))
        if prepared.dossier is None:
            continue
        material = prepared.material("public", None, has_timetable=True)
        view = build_view(material)
        for template in [each.template for each in choose(prepared, ())[0]]:
            made, found = prose.render(
                template.name, view_of_document(view, template, parts_of(template, material), is_final=False)
            )
            assert found == (), case.name
            assert made
