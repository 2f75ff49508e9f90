"""The rules of CONTRIBUTING.md that a machine can keep."""

import ast
import hashlib
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from cspcycle.application.explain import document_pages, form_pages, page_of_check
from cspcycle.application.reference_files import every_record, keys_of, records_in
from cspcycle.application.validate import validate
from cspcycle.checks.check import Check, every_check
from cspcycle.cli import COMMANDS
from cspcycle.law import register
from cspcycle.model.dossier import SECTIONS
from cspcycle.model.record import Record
from cspcycle.source.folder import load_files, read_loaded
from cspcycle.source.words import MONTHS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/cspcycle"
MODULES = sorted(SOURCE.rglob("*.py"))
CASES = ROOT / "tests/cases"
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/partnership.yaml"))
CODES = ROOT / "tests/golden/codes.txt"

# Of a two-tier or combined area, a county, or a case that a complete plan does not have: not Vale's.
NOT_VALES = {
    "Area.combination": "Vale is one district",
    "Area.county": "Vale is unitary; see examples/northvale-district",
    "Area.parts": "Vale is one district",
    "AssessmentContents.county_matters": "Vale is unitary; see examples/northvale-district",
    "Area.similar": "Vale is fictional; see examples/bedford-2025",
    "ConsultationExercise.concerns": "Vale is fictional; see examples/bedford-2025",
    "Finding.also_cites": "Vale is fictional, so no published figure is its own; see examples/bedford-2025",
    "Finding.caveat": "Vale is fictional, so no published figure is its own; see examples/bedford-2025",
    "Finding.indicator": "Vale is fictional, so no published figure is its own; see examples/bedford-2025",
    "Funding.reported_on": "no report on Vale's money has fallen due yet",
    "Meeting.extra": "each of Vale's meetings is one that its rule sets",
    "MeetingPattern.notice_counts_bank_holidays": "Vale counts working days, as is usual",
    "MeetingPattern.notice_counts_weekends": "Vale counts working days, as is usual",
    "Measure.cites": "Vale is fictional, so no published figure is its own; see examples/bedford-2025",
    "Milestone.leave_out": "Vale's own cycle keeps every line of the standard one",
    "Milestone.not_before": "each of Vale's steps waits for another, or has its day",
    "PartnershipPlan.summary_in_welsh": "Vale is in England; see examples/cwm-vale",
    "PartnershipPlan.title_in_welsh": "Vale is in England; see examples/cwm-vale",
    "Priority.no_evidence_because": "each of Vale's priorities rests on a finding",
    "Priority.restricted": "Vale publishes all its priorities",
    "Review.not_published_because": "Vale publishes its reviews",
    "Revision.considered_agreement_of": "Vale is unitary; see examples/northvale-district",
    "StrategicAssessment.adopted_from": "Vale makes its own; see examples/northvale-district",
    "StrategicAssessment.completed_on": "Vale's is not finished yet; see examples/northvale-district",
    "StrategicAssessment.restricted": "Vale publishes its assessment",
    "Timetable.days_from_assessment_to_plan": "Vale's steps say their own waits",
    "StrategicAssessment.weighing": "Vale is fictional; see examples/bedford-2025",
    "section community_safety_agreement": "of a county; see examples/greenshire-county",
}
RECORDS_NOT_VALES = {
    *("AreaPart", "Combination", "CommunitySafetyAgreement", "EarlierAgreement"),
    *("CandidateTheme", "Concern", "SimilarAreas", "Weighing", "Weights"),
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_every_module_says_what_it_is_and_no_two_say_the_same() -> None:
    said: dict[str, str] = {}
    for path in MODULES:
        text = docstring(path)
        assert text, f"{relative(path)} has no docstring"
        assert text not in said, f"{relative(path)} and {said[text]} say the same"
        said[text] = relative(path)


CHECKS = every_check()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_is_named_like_its_file_and_its_docstring_has_four_parts(check: Check) -> None:
    family, slug = check.code.split("/")
    assert check.find.__module__ == f"cspcycle.checks.{family}.{slug.replace('-', '_')}"
    page = page_of_check(check)
    assert all([page.what, page.why, page.instead, page.source])


def cases_of(check: Check) -> list[str]:
    family, slug = check.code.split("/")
    stem = slug.replace("-", "_")
    found = [path for path in CASES.rglob("*.yaml") if path.stem.split("@")[0] == stem]
    return [path.read_text(encoding="utf-8") for path in found if path.parent.name.removesuffix("_checks") == family]


def marked_for(code: str, line: str) -> bool:
    return code in line.partition("# expect: ")[2].split()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_has_a_case_that_triggers_it_and_a_neighbour_that_does_not(check: Check) -> None:
    """The neighbour is a case without the mark, or in the same case a line like the marked one."""
    cases = cases_of(check)
    assert any(marked_for(check.code, line) for case in cases for line in case.splitlines())
    assert any(has_neighbour(check.code, case.splitlines()) for case in cases)


def has_neighbour(code: str, lines: list[str]) -> bool:
    """Whether a line has a key of a marked line, or stands in the same column, and is not marked."""
    marked = {sign for line in lines if marked_for(code, line) for sign in signs(line)}
    return not marked or any(marked.intersection(signs(line)) for line in lines if "# expect: " not in line)


def signs(line: str) -> set[str]:
    text = line.partition("# expect: ")[0]
    return {*re.findall(r"(\w+):", text), f"column {len(text) - len(text.lstrip())}"} if text.strip() else set()


def test_every_code_and_duty_is_listed_so_that_none_is_lost_unnoticed(*, update: bool) -> None:
    codes = (
        {check.code for check in CHECKS}
        | set(form_pages())
        | set(document_pages())
        | {f"duty/{duty_id}" for duty_id in register.duty_ids()}
    )
    text = "".join(f"{code}\n" for code in sorted(codes))
    if update:
        CODES.write_text(text, encoding="utf-8")
    assert CODES.read_text(encoding="utf-8") == text


def test_every_duty_that_files_can_show_has_cases() -> None:
    """Those that only the partnership can vouch for are asked all alike, and a Welsh twin with its duty's own cases."""
    shown = {
        duty.id.removeprefix("substance-misuse-")
        for duty in register.all_duties()
        if any(version.demands and not version.declared for version in duty.versions)
    }
    assert shown <= {path.stem for path in (ROOT / "tests/duty_cases").glob("*.yaml")}


CITATIONS = sorted({duty.citation_of(version) for duty in register.all_duties() for version in duty.versions})
MONTH_AND_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{4}}\b")


@pytest.mark.parametrize("citation", CITATIONS)
def test_no_printed_citation_says_the_same_twice(citation: str) -> None:
    months = MONTH_AND_YEAR.findall(citation)
    assert len(months) == len(set(months))
    words = re.findall(r"[\w']+", citation.lower())
    pairs = [pair for pair in pairwise(words) if not any(word[0].isdigit() for word in pair)]
    assert len(pairs) == len(set(pairs))


RECORDS = {record.__name__: record for record in sorted(every_record(), key=str)}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_key_that_serves_a_duty_names_one_that_there_is(record: type[Record]) -> None:
    for key in keys_of(record):
        assert key.meaning, key.name
        assert set(key.serves) <= set(register.duty_ids()), key.name


def hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path} {path.stat().st_mtime_ns}\n".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_validate_writes_nothing_and_every_finding_has_a_place(folder: Path) -> None:
    before = hash_of(folder)
    (checked,) = validate(folder, on=date(2026, 11, 24), use_cache=False)
    assert hash_of(folder) == before
    for finding in checked.findings:
        lines = (folder / finding.at.file).read_text(encoding="utf-8").splitlines()
        assert 1 <= finding.at.line <= len(lines)
        assert 1 <= finding.at.column <= len(lines[finding.at.line - 1]) + 1
        assert finding.message
        assert finding.fix


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_help_is_that_of_the_command(name: str) -> None:
    command = import_module(f"cspcycle.cli.{name.replace('-', '_')}").command
    assert (command.__doc__ or "").splitlines()[0] == COMMANDS[name]


def keys_written(shape: Any, value: Any) -> Iterator[str]:
    """`Record.key` for each key of a record that is written in the value."""
    origin = get_origin(shape)
    inner = get_args(shape)
    if isinstance(shape, type) and issubclass(shape, Record):
        for key in keys_of(shape) if isinstance(value, dict) else ():
            if key.name in value:
                yield f"{shape.__name__}.{key.name}"
                yield from keys_written(key.shape, value[key.name])
    elif origin in {tuple, dict}:
        for item in value.values() if isinstance(value, dict) else value:
            yield from keys_written(inner[origin is dict], item)
    else:
        for part in records_in(shape):
            yield from keys_written(part, value)


def written_in(folder: Path) -> set[str]:
    sections = [item for _, mapping in read_loaded(load_files(folder, folder))[0] for item in mapping.items()]
    used = {key for name, value in sections for key in keys_written(SECTIONS[name].shape, value)}
    return used | {f"section {name}" for name, _ in sections}


def test_every_key_appears_in_vale_or_is_listed_with_the_reason() -> None:
    keys = {f"{record.__name__}.{key.name}" for record in every_record() for key in keys_of(record)}
    keys |= {f"section {name}" for name in SECTIONS}
    absent = {key for key in keys - written_in(ROOT / "examples/vale") if key.split(".")[0] not in RECORDS_NOT_VALES}
    assert absent <= set(NOT_VALES) <= keys


# In pieces, so that this file does not find itself.
UNWANTED = re.compile(
    "|".join(
        [
            r"\b(?:an|the|our|your) assist" + r"ant\b(?! (?:chief|director))",
            r"\bA" + r"I\b",
            r"\bL" + r"LMs?\b",
            "sub" + "agent",
            "chat" + "gpt",
            "/wo" + "rk/",
            "/ro" + "ot/",
            "/ho" + "me/",
            "py" + r"pi\.org",
            "npm" + r"js\.(?:com|org)",
        ]
    )
)


def test_no_tracked_file_speaks_of_how_or_where_it_was_made() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this copy is not a Git repository")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found = UNWANTED.search(text)
        assert found is None, f"{name}: {text[max(0, found.start() - 40) : found.end() + 40]!r}"
