"""The examples show what they were written for: the real pages their true findings, Vale none, its draft a kind list.

The expected texts are in tests/golden/<example>; `--update` rewrites them, for their author to read.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cspcycle.application.duties import duties_of_folder
from cspcycle.application.read_folder import read_folder
from cspcycle.application.result import Checked, DutyLine
from cspcycle.application.validate import validate
from cspcycle.cli.reports.checklist import checklist
from cspcycle.cli.reports.text import report
from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 24)
PAGE_DAYS = {
    "hackney-2022": date(2022, 10, 27),
    "hackney-2019": date(2019, 7, 11),
    "tower-hamlets-2021": date(2021, 9, 1),
    "barnet-2013": date(2013, 10, 25),
}
WITHOUT_FAULT = ("vale", "northvale-district", "greenshire-county", "cwm-vale")


@cache
def checked(example: str, on: date) -> Checked:
    (only,) = validate(EXAMPLES / example, on=on, use_cache=False)
    return only


def on_its_day(example: str) -> Checked:
    return checked(example, PAGE_DAYS[example])


def findings(example: str, code: str) -> list[Diagnostic]:
    return [finding for finding in on_its_day(example).findings if finding.code == code]


def said(example: str, code: str) -> str:
    return "\n".join(finding.message for finding in findings(example, code))


def duty(example: str, duty_id: str) -> DutyLine:
    return next(line for line in on_its_day(example).duties if line.id == duty_id)


def dossier_of(example: str) -> Dossier:
    dossier, _ = read_folder(EXAMPLES, EXAMPLES / example)
    assert dossier is not None
    return dossier


def printed(example: str, on: date) -> str:
    return report((checked(example, on),), folder=Path("examples") / example, on=on, colour=False)


def compare(path: Path, text: str, *, update: bool) -> None:
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("example", PAGE_DAYS)
def test_a_page_has_exactly_the_findings_of_its_day(example: str, *, update: bool) -> None:
    lines = [f"{each.at.file}:{each.at.line} {each.code}\n" for each in sorted(on_its_day(example).findings)]
    compare(GOLDEN / example / "findings.txt", "".join(lines), update=update)


def test_hackney_2022_lists_bodies_that_had_ended_and_what_replaced_them() -> None:
    ended = said("hackney-2022", "membership/body-ended")
    assert "the clinical commissioning group ended on 30 June 2022" in ended
    assert "the integrated care board has stood in its place since 1 July 2022" in ended
    assert "the community rehabilitation company ended on 25 June 2021" in ended
    assert "the National Probation Service ended on 25 June 2021" in ended
    assert "the Probation Service has stood in its place since 26 June 2021" in ended


@pytest.mark.parametrize("example", ["hackney-2022", "hackney-2019"])
@pytest.mark.parametrize("words", ["three-yearly", "senior representatives"])
def test_hackney_states_two_duties_that_had_not_been_law_since_june_2011(example: str, words: str) -> None:
    ended = [finding.message for finding in findings(example, "duty/stated-duty-ended")]
    assert any(words in message and "has not been the law since 1 June 2011" in message for message in ended)


def test_hackneys_plan_must_go_to_the_mayors_office() -> None:
    copy = duty("hackney-2022", "send-plan-to-policing-body")
    assert copy.outcome == "unknown"
    assert "must go to the Mayor's Office for Policing and Crime" in copy.because


def test_whether_hackney_held_a_public_meeting_is_unknown() -> None:
    assert duty("hackney-2022", "public-meeting").outcome == "unknown"


def test_hackney_2019_may_list_a_clinical_commissioning_group_and_owes_both_probation_providers() -> None:
    messages = "\n".join(finding.message for finding in on_its_day("hackney-2019").findings)
    assert "clinical commissioning group" not in messages
    assert findings("hackney-2019", "membership/body-ended") == []
    needed = {
        each.body.code for each in register.responsible_bodies(PAGE_DAYS["hackney-2019"], "england", "london-borough")
    }
    assert needed >= {"national-probation-service", "community-rehabilitation-company"}
    assert "the community rehabilitation company" in said("hackney-2019", "duty/responsible-authorities")


def test_tower_hamlets_lists_a_provider_and_mopac_in_classes_that_are_not_theirs() -> None:
    provider = said("tower-hamlets-2021", "membership/not-a-responsible-authority")
    assert '"East London Foundation Trust" is a provider of health services' in provider
    assert "the responsible authority for health is the clinical commissioning group" in provider
    policing_body = said("tower-hamlets-2021", "membership/not-a-cooperating-body")
    assert (
        "Mayor's Office for Policing and Crime\" is the local policing body, not a co-operating body" in policing_body
    )


def test_barnet_2013_lists_mopac_as_an_authority_and_plans_after_the_year_begins() -> None:
    assert "the Mayor's Office for Policing and Crime did not succeed the police authority" in said(
        "barnet-2013", "membership/not-a-responsible-authority"
    )
    late = said("barnet-2013", "timetable/plan-after-year-begins")
    assert "July 2014" in late
    assert "121 days after" in late
    assert "1 April 2014" in late


def test_barnets_clinical_commissioning_group_and_probation_trust_are_right_for_their_day() -> None:
    assert duty("barnet-2013", "responsible-authorities").outcome == "met"
    about_membership = [each.code for each in on_its_day("barnet-2013").findings if each.code.startswith("membership/")]
    assert about_membership == ["membership/not-a-responsible-authority"]


@pytest.mark.parametrize(("example", "count"), [("hackney-2022", 8), ("tower-hamlets-2021", 6), ("barnet-2013", 12)])
def test_each_responsibility_that_a_page_states_is_a_duty_that_the_checklist_prints(example: str, count: int) -> None:
    day = PAGE_DAYS[example]
    stated = dossier_of(example).stated_duties
    assert len(stated) == count
    (only,) = duties_of_folder(EXAMPLES / example, on=day)
    on_paper = " ".join(checklist(only, on=day, shown_only=()).split())
    titles = {line.id: line.title for line in only.duties}
    for responsibility in stated:
        assert set(responsibility.duties) <= set(register.duty_ids()), responsibility.says
        in_force = [duty_id for duty_id in responsibility.duties if duty_id in titles]
        assert in_force, responsibility.says
        assert all(titles[duty_id] in on_paper for duty_id in in_force)


@pytest.mark.parametrize("example", WITHOUT_FAULT)
def test_a_lawful_partnership_hears_that_all_is_well(example: str) -> None:
    result = checked(example, TODAY)
    assert result.findings == ()
    assert {line.outcome for line in result.duties} <= {"met", "due", "unknown", "not-applicable"}
    text = printed(example, TODAY)
    assert "All is well" in text


def test_vale_is_told_so_in_under_25_lines() -> None:
    assert len(printed("vale", TODAY).splitlines()) < 25
    assert "unknown" not in {line.outcome for line in checked("vale", TODAY).duties}


def test_the_first_draft_of_vale_reads_like_a_colleagues_list(*, update: bool) -> None:
    compare(GOLDEN / "vale-first-draft" / "validate.txt", printed("vale-first-draft", TODAY), update=update)
