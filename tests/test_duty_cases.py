"""Each file under tests/duty_cases is named for a duty and holds its cases: met, due, unmet, unknown, not applicable.

A case is a fragment of a dossier, laid over the smallest dossier of a kind of area (bases.yaml). Without `nation` it
is asked in each nation that has the duty. What only a partnership can say needs no file: those cases are made here.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cspcycle.checks.check import Context
from cspcycle.checks.duty_outcomes import judge_duties
from cspcycle.checks.outcome import Judged
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.source.yaml_reader import Mapping, read_yaml

CASES = Path(__file__).parent / "duty_cases"
TODAY = date(2026, 11, 24)
USUAL_BASE = {"england": "unitary", "wales": "welsh-principal-area"}
TWIN = "substance-misuse-"  # WSI 2007/3078 asks for one limb in Wales what SI 2007/3076 asks for the others


class Case(NamedTuple):
    file: str
    duty: str
    nation: str
    line: int
    outcome: str
    on: date
    base: str
    because: str
    files: Mapping | None

    @property
    def label(self) -> str:
        return f"{self.duty}:{self.line}-{self.nation}-{self.outcome}"


def read(path: Path) -> Mapping:
    # a list is no file of a partnership's, so it is read as the value of one key
    text = path.read_text(encoding="utf-8")
    content, wrong = read_yaml((text if path.stem == "bases" else f"cases:\n{text}").encode(), path.name)
    assert content is not None
    assert wrong == []
    return content


@cache
def bases() -> dict[str, Mapping]:
    return dict(read(CASES / "bases.yaml"))


@cache
def files_of_cases() -> dict[str, list[Mapping]]:
    return {path.stem: read(path)["cases"] for path in sorted(CASES.glob("*.yaml")) if path.stem != "bases"}


def demands(version: Version) -> tuple[Any, ...]:
    ways = (version.judged_by, version.shown_by, version.every_year, version.within, version.declared)
    return (*ways, version.items, version.limbs, version.months, version.days)


def duties_for(duty_id: str, nation: str, on: date) -> Iterator[str]:
    """The duty itself, and its twin in Wales where that asks for the same thing on the day."""
    yield duty_id
    twin, duty = register.duty(TWIN + duty_id, nation), register.duty(duty_id, nation)
    if twin is not None and duty is not None:
        pairs = zip(twin.versions_on(on, nation), duty.versions_on(on, nation), strict=False)
        if any(demands(one) == demands(other) for one, other in pairs):
            yield twin.id


def every_case() -> Iterator[Case]:
    for duty_id, written in files_of_cases().items():
        for raw in (each for each in written if "outcome" in each):
            on = date.fromisoformat(str(raw["on"])) if "on" in raw else TODAY
            named = raw.get("nation", "both")
            nations = (
                [nation for nation in USUAL_BASE if register.duty(duty_id, nation)] if named == "both" else [named]
            )
            for nation in nations:
                base = raw.get("base", USUAL_BASE[nation])
                for each in duties_for(duty_id, nation, on):
                    files = raw.get("files")
                    yield Case(
                        f"{duty_id}.yaml",
                        each,
                        nation,
                        raw.line - 1,
                        raw["outcome"],
                        on,
                        base,
                        raw.get("because", ""),
                        files,
                    )


def dossier_of(base: str, files: Mapping | None, name: str) -> Dossier:
    sources = [] if files is not None and "partnership" in files else [("base.yaml", bases()[base])]
    dossier, wrong = read_dossier("", [*sources, *([(name, files)] if files is not None else [])])
    assert dossier is not None
    assert wrong == []
    return dossier


def judged(dossier: Dossier, duty_id: str, on: date) -> Judged | None:
    return next((each.judged for each in judge_duties(Context(dossier, on)) if each.duty.id == duty_id), None)


EVERY_CASE = list(every_case())


@pytest.mark.parametrize("case", EVERY_CASE, ids=[case.label for case in EVERY_CASE])
def test_a_case_has_the_outcome_it_states(case: Case) -> None:
    answer = judged(dossier_of(case.base, case.files, case.file), case.duty, case.on)
    if case.outcome == "not-in-force":
        assert answer is None
        return
    assert answer is not None
    assert answer.outcome == case.outcome, answer.because
    assert case.because.lower() in answer.because.lower()
    if case.outcome == "unmet":
        assert answer.at is not None
        assert answer.at.file == case.file, "an unmet duty is shown at the words that show it"
    if case.outcome == "unknown":
        assert answer.settle, "an unknown names the keys that would settle it"


# What only the partnership can say


def asked() -> list[tuple[Duty, Version, str]]:
    """Every version of every duty that demands something, in each nation that it reaches."""
    return [
        (duty, version, nation)
        for duty in register.all_duties()
        if duty.status in {"in-force", "repealed"}
        for version in duty.versions
        for nation in version.nations
        if version.demands
    ]


def base_for(duty: Duty, version: Version, nation: str) -> str:
    kinds = version.applies_to.area_kinds
    if version.applies_to.places and nation == "england":
        return "pilot-borough"
    if version.applies_to.police_areas and nation == "wales":
        return "welsh-pilot-area"
    usual = USUAL_BASE[nation]
    if kinds and usual not in kinds:
        return kinds[0]
    return "county" if duty.on_whom == "county-strategy-group" else usual


@cache
def stated(base: str, on: date, statement: str) -> dict[str, Judged]:
    """Every duty's answer when the partnership says the same of each of them, or nothing at all."""
    lines = "".join(f"  {duty_id}: {{{statement}}}\n" for duty_id in register.duty_ids())
    content, _ = read_yaml(f"duties:\n{lines}".encode(), "duties.yaml")
    dossier = dossier_of(base, content if statement else None, "duties.yaml")
    return {each.duty.id: each.judged for each in judge_duties(Context(dossier, on))}


ASKED = asked()
LABELS = [f"{duty.id}-{nation}-{version.in_force_from}" for duty, version, nation in ASKED]
SILENCE_IS_NO_QUESTION = {
    # without a record of the occasion there is nothing to ask, and a statement does not make one
    "report-to-policing-body",
    "policing-body-meeting",
    "scrutiny-response",
    "scrutiny-report-copies",
    "scrutiny-information",
    "domestic-homicide-review",
    "review-report-to-commissioner",
    "review-publication",
    "offensive-weapons-homicide-review",
    # these are asked when the partnership says something of them
    "modern-slavery-notification",
    "domestic-abuse-commissioner-response",
}
ONE_PROVIDER = {"probation-joint-appointee"}  # asked only while there were two: see its file


@pytest.mark.parametrize(("duty", "version", "nation"), ASKED, ids=LABELS)
def test_silence_is_unknown_and_the_partnerships_word_settles_it(duty: Duty, version: Version, nation: str) -> None:
    base, day = base_for(duty, version, nation), version.in_force_from
    silent = stated(base, day, "")[duty.id]
    if duty.id in SILENCE_IS_NO_QUESTION | ONE_PROVIDER:
        assert silent.outcome == "not-applicable"
        return
    assert silent.outcome == "unknown"
    assert stated(base, day, "met: yes")[duty.id].outcome == "met"
    unmet = stated(base, day, "met: no")[duty.id]
    assert unmet.outcome == "unmet"
    assert unmet.at is not None
    assert unmet.at.file == "duties.yaml"
    assert stated(base, day, "does_not_apply: no such thing here")[duty.id].outcome == "not-applicable"


def test_a_power_is_shown_and_never_demanded() -> None:
    silent = stated("unitary", TODAY, "")
    powers = {duty.id for duty, version in register.duties_on(TODAY, "england") if not version.demands}
    assert powers
    assert {silent[duty_id].outcome.value for duty_id in powers} == {"not-applicable"}


# Nothing is left out


def is_shown_by_evidence(version: Version) -> bool:
    return bool(version.judged_by or version.every_year or version.within or version.shown_by)


def is_only_filled_in(version: Version) -> bool:
    """Whether a filled key is all that is looked at: then only the partnership can say that the duty is not met."""
    return bool(version.shown_by) and all(condition.at_least == 1 for condition in version.shown_by)


def newest_versions() -> list[tuple[str, str, Version]]:
    return list({(duty.id, nation): (duty.id, nation, version) for duty, version, nation in ASKED}.values())


@pytest.mark.parametrize(("duty_id", "nation", "version"), newest_versions())
def test_each_duty_of_each_nation_has_its_three_cases(duty_id: str, nation: str, version: Version) -> None:
    if not is_shown_by_evidence(version):
        return  # the statements above are its cases
    have = {case.outcome for case in EVERY_CASE if (case.duty, case.nation) == (duty_id, nation)}
    written = files_of_cases().get(duty_id) or files_of_cases()[duty_id.removeprefix(TWIN)]
    given_up = {each["never"] for each in written if each.get("why")}
    wanted = {"met", "unknown"} if is_only_filled_in(version) else {"met", "unmet", "unknown"}
    assert wanted - have - given_up == set()
    assert have & given_up == set(), "a case that arises needs no reason why it cannot"


def test_every_case_file_is_named_for_a_duty() -> None:
    assert set(files_of_cases()) <= set(register.duty_ids())
