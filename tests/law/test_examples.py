"""The examples that `explain` prints are true: the failing one leaves its duty unmet, the passing one meets it."""

from datetime import date, timedelta

import pytest

from cspcycle.checks.check import Context
from cspcycle.checks.duty_outcomes import judge_duties
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.model.dossier import read_dossier
from cspcycle.source.yaml_reader import read_yaml

TODAY = date(2027, 3, 31)  # the last day of the year that the examples speak of
TWO_PROBATION_PROVIDERS = date(2019, 7, 11)


def nation_of(duty: Duty) -> str:
    return "england" if "england" in duty.nations else "wales"


def judged(duty: Duty, version: Version, example: str) -> str:
    nation = nation_of(duty)
    usual = "unitary" if nation == "england" else "welsh-principal-area"
    kind = version.applies_to.area_kinds[0] if version.applies_to.area_kinds else usual
    partnership = f"partnership: {{name: Safer Vale, area: {{name: Vale, nation: {nation}, kind: {kind}}}}}\n"
    day = TODAY if version.in_force_until is None else version.in_force_until - timedelta(days=1)
    if duty.id == "probation-joint-appointee":
        day = TWO_PROBATION_PROVIDERS
    text = example if example.startswith("partnership:") else partnership + example
    content, wrong = read_yaml(text.encode(), "example.yaml")
    assert content is not None
    dossier, found = read_dossier("", [("example.yaml", content)])
    assert dossier is not None
    assert wrong + found == []
    return next(each.outcome for each in judge_duties(Context(dossier, day)) if each.duty is duty)


def last_versions() -> list[tuple[Duty, Version]]:
    newest = [
        (duty, [version for version in duty.versions if nation_of(duty) in version.nations][-1])
        for duty in register.all_duties()
        if duty.versions
    ]
    return [(duty, version) for duty, version in newest if version.demands]


@pytest.mark.parametrize(
    ("duty", "version"), last_versions(), ids=lambda each: each.id if isinstance(each, Duty) else ""
)
def test_the_failing_example_fails_and_the_passing_one_passes(duty: Duty, version: Version) -> None:
    assert judged(duty, version, duty.failing) == "unmet"
    assert judged(duty, version, duty.passing) == "met"
