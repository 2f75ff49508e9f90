"""Each file under tests/cases is one small dossier that says itself what should be found, on the line at fault."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from cspcycle.application.check_folder import of_evidence
from cspcycle.checks.run import check_dossier
from cspcycle.model.dossier import read_dossier
from cspcycle.source.yaml_reader import read_yaml

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.rglob("*.yaml"))
EVIDENCE = re.compile(r"^# evidence: ([a-z-]+)$", re.MULTILINE)
WITHOUT = re.compile(r"^# without: ([a-z]+)$", re.MULTILINE)
ON = re.compile(r"# on: (\d{4}-\d{2}-\d{2})")
EXPECT = re.compile(r"# expect: ([a-z0-9/\- ]+)")
OUTCOME = re.compile(r"# outcome: ([a-z0-9-]+) (met|due|unmet|unknown|not-applicable)")


def day_of(text: str) -> date:
    found = ON.match(text)
    return date.fromisoformat(found[1]) if found else date(2026, 11, 24)


def expected_in(text: str) -> set[tuple[int, str]]:
    return {
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := EXPECT.search(line))
        for code in found[1].split()
    }


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(CASES).as_posix() for path in FILES])
def test_a_case_finds_exactly_what_it_marks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    if absent := WITHOUT.search(text):
        monkeypatch.setitem(sys.modules, absent[1], None)
    folder = path.parent / found[1] if (found := EVIDENCE.search(text)) else None
    content, diagnostics = read_yaml(text.encode(), path.name)
    assert content is not None, diagnostics
    dossier, faults = read_dossier(".", [(path.name, content)])
    diagnostics += faults
    outcomes = {}
    if dossier is not None:
        judged, more = check_dossier(
            dossier, on=day_of(text), of_evidence=of_evidence(folder, dossier, on=day_of(text))
        )
        diagnostics += more
        outcomes = {outcome.duty.id: outcome for outcome in judged}
    expected_outcomes = dict(OUTCOME.findall(text))
    assert {duty: outcomes[duty].outcome.value for duty in expected_outcomes} == expected_outcomes
    unexpected = "\n".join(f"{each.at} {each.message} [{each.code}]" for each in sorted(diagnostics))
    assert {(each.at.line, each.code) for each in diagnostics} == expected_in(text), unexpected
