"""The law of any day: every duty, nation and day has an answer, and bodies that ended have their successors."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspcycle.law import register
from cspcycle.law.instrument import NATIONS, AppliesTo

FIRST_DAY = date(2007, 8, 1)
LAST_DAY = date(2026, 11, 24)
DAYS = st.dates(date(1998, 9, 30), date(2030, 1, 1))


def around_every_change() -> list[date]:
    near = {day + timedelta(days=shift) for day in register.change_days() for shift in (-1, 0, 1)}
    return sorted(day for day in near | {FIRST_DAY, LAST_DAY} if FIRST_DAY <= day <= LAST_DAY)


def assert_answered(duty_id: str, nation: str, day: date) -> None:
    answer = register.answer(duty_id, nation, day)
    assert answer.words
    assert answer.state in {"in-force", "ended", "not-yet", "never", "unverified", "enacted-not-commenced"}
    assert bool(answer.versions) == (answer.state == "in-force")


def test_every_duty_is_answered_around_every_change_since_2007() -> None:
    for nation in NATIONS:
        for duty_id in register.duty_ids():
            for day in around_every_change():
                assert_answered(duty_id, nation, day)


@given(day=DAYS, nation=st.sampled_from(sorted(NATIONS)), number=st.integers(min_value=0))
def test_any_day_is_answered(day: date, nation: str, number: int) -> None:
    ids = register.duty_ids()
    assert_answered(ids[number % len(ids)], nation, day)


@given(day=DAYS, nation=st.sampled_from(sorted(NATIONS)))
def test_what_is_in_force_on_a_day_is_what_the_answers_say(day: date, nation: str) -> None:
    listed = {duty.id for duty, _ in register.duties_on(day, nation)}
    assert listed == {each for each in register.duty_ids() if register.answer(each, nation, day).state == "in-force"}


@given(day=DAYS, nation=st.sampled_from(sorted(NATIONS)))
def test_no_area_is_under_two_versions_of_a_duty_at_once(day: date, nation: str) -> None:
    for kind in ("two-tier-district", "unitary", "london-borough", "city-of-london", "welsh-principal-area", "county"):
        reached = [
            duty.id for duty, version in register.duties_on(day, nation) if not version.applies_to.why_not({kind})
        ]
        assert len(reached) == len(set(reached))


@pytest.mark.parametrize(
    ("duty_id", "nation", "day", "words"),
    [
        ("strategy-group-seniority", "england", date(2011, 5, 31), "in force: At least one of each"),
        ("strategy-group-seniority", "england", date(2011, 6, 1), "not in force: ended on 2011-05-31 by SI 2011/1230"),
        ("strategy-group-seniority", "wales", date(2011, 6, 1), "in force: "),
        ("strategy-group-seniority", "wales", date(2011, 12, 5), "not in force: ended on 2011-12-04 by SI 2011/2702"),
        ("substance-misuse-strategy-group-seniority", "wales", LAST_DAY, "in force: "),
        ("three-year-plan", "england", date(2022, 10, 27), "not in force: ended on 2011-05-31"),
        ("public-meeting", "england", LAST_DAY, "in force: Hold one or more public meetings"),
        ("county-agreement", "england", LAST_DAY, "in force: "),
        ("county-agreement", "wales", LAST_DAY, "not a duty in Wales"),
        ("strategy-serious-violence", "england", date(2023, 1, 30), "not yet: from 2023-01-31"),
        ("send-plan-to-policing-body", "england", date(2012, 11, 21), "not yet: from 2012-11-22"),
        ("send-plan-to-policing-body", "wales", LAST_DAY, "not a duty in Wales"),
        ("strategy-crime-and-disorder", "wales", date(2007, 11, 18), "not yet: from 2007-11-19"),
        ("review-report-to-commissioner", "england", date(2021, 11, 10), "not yet: from 2021-11; the day was not seen"),
        ("domestic-abuse-related-death-review", "wales", LAST_DAY, "Enacted and not in force"),
    ],
)
def test_what_the_register_says(duty_id: str, nation: str, day: date, words: str) -> None:
    assert register.answer(duty_id, nation, day).words.startswith(words)


def test_unverified_and_uncommenced_duties_are_shown_and_never_demanded() -> None:
    shown = {duty.id for duty in register.shown_never_demanded("england")}
    assert {"domestic-abuse-related-death-review", "domestic-homicide-review-timescales", "asb-data"} <= shown
    assert shown.isdisjoint(duty.id for duty, _ in register.duties_on(LAST_DAY, "england"))


@pytest.mark.parametrize(
    ("words", "last_day", "successor", "since"),
    [
        ("CCG", date(2022, 6, 30), "integrated-care-board", date(2022, 7, 1)),
        ("Primary Care Trust", date(2013, 3, 31), "clinical-commissioning-group", date(2013, 4, 1)),
        ("CRC", date(2021, 6, 25), "probation-service", date(2021, 6, 26)),
        ("the National Probation Service", date(2021, 6, 25), "probation-service", date(2021, 6, 26)),
        ("MPA", date(2012, 1, 15), "mopac", date(2012, 1, 16)),
    ],
)
def test_a_body_that_ended_has_a_successor(words: str, last_day: date, successor: str, since: date) -> None:
    body = register.body_by_words(words)
    assert body is not None
    assert register.ended(body.code, last_day) is None
    assert register.ended(body.code, last_day + timedelta(days=1)) == (last_day, successor, since)
    succeeding = register.body(successor)
    assert succeeding is not None
    assert succeeding.existed_from == since


HEALTH_AND_PROBATION = {
    date(2008, 1, 1): {"primary-care-trust"},
    date(2011, 1, 1): {"primary-care-trust", "probation-trust"},
    date(2013, 10, 25): {"clinical-commissioning-group", "probation-trust"},
    date(2019, 7, 11): {
        "clinical-commissioning-group",
        "national-probation-service",
        "community-rehabilitation-company",
    },
    date(2021, 9, 1): {"clinical-commissioning-group", "probation-service"},
    date(2022, 10, 27): {"integrated-care-board", "probation-service"},
}


@pytest.mark.parametrize("day", HEALTH_AND_PROBATION)
def test_the_responsible_authorities_of_a_london_borough(day: date) -> None:
    codes = {needed.body.code for needed in register.responsible_bodies(day, "england", "london-borough")}
    police = {"metropolitan-police-authority"} if day < date(2012, 1, 16) else set()
    assert (
        codes
        == {"council", "chief-officer-of-police", "fire-and-rescue-authority"} | police | HEALTH_AND_PROBATION[day]
    )


def test_the_responsible_authorities_of_other_areas() -> None:
    def codes(nation: str, kind: str, **more: str) -> set[str]:
        return {needed.body.code for needed in register.responsible_bodies(LAST_DAY, nation, kind, **more)}

    assert "county-council" in codes("england", "two-tier-district")
    assert "county-council" not in codes("england", "unitary")
    assert "local-health-board" in codes("wales", "welsh-principal-area")
    assert "integrated-care-board" not in codes("wales", "welsh-principal-area")
    assert "fire-and-rescue-authority" not in codes(
        "england", "two-tier-district", fire_service_run_by="county-council"
    )
    assert "common-council" in codes("england", "city-of-london")
    combined = register.responsible_bodies(LAST_DAY, "england", "combined-area", part_kinds=["two-tier-district"])
    assert "county-council" in {needed.body.code for needed in combined}


@pytest.mark.parametrize(
    ("code", "day", "nation", "kind", "role"),
    [
        ("mopac", date(2013, 10, 25), "england", "london-borough", None),
        ("police-and-crime-commissioner", LAST_DAY, "england", "unitary", None),
        ("nhs-trust", date(2021, 9, 1), "england", "london-borough", "co-operating"),
        ("registered-social-landlord", LAST_DAY, "england", "unitary", "invited"),
        ("police-authority", date(2002, 12, 1), "england", "unitary", None),
        ("police-authority", date(2002, 12, 1), "wales", "welsh-principal-area", "co-operating"),
        ("police-authority", date(2012, 11, 21), "england", "unitary", "responsible-authority"),
        ("police-authority", date(2012, 11, 22), "england", "unitary", None),
        ("transport-for-london", LAST_DAY, "england", "london-borough", "invited"),
        ("transport-for-london", LAST_DAY, "england", "unitary", None),
        ("no-such-body", LAST_DAY, "england", "unitary", None),
    ],
)
def test_the_role_of_a_body_on_a_day(code: str, day: date, nation: str, kind: str, role: str | None) -> None:
    assert register.role_of(code, day, nation, kind) == role


def test_a_body_is_found_by_its_code_its_title_and_what_people_write() -> None:
    for body in register.all_bodies():
        for words in (body.code, body.title, *body.also_written):
            found = register.body_by_words(words.upper())
            assert found is body, words
    assert register.body_by_words("the Rotary Club") is None


def test_why_a_duty_does_not_reach_an_area() -> None:
    assert AppliesTo(area_kinds=("county",)).why_not({"unitary"}) == "it applies only to a county with districts"
    assert AppliesTo(not_area_kinds=("county",)).why_not({"unitary"}) == ""
    assert "does not apply to a county" in AppliesTo(not_area_kinds=("county",)).why_not({"county"})
    commissioner = AppliesTo(policing_bodies=("police-and-crime-commissioner",))
    assert commissioner.why_not({"london-borough"}) == "it applies only where there is a police and crime commissioner"
    assert commissioner.why_not({"unitary"}) == ""
    assert AppliesTo(not_policing_bodies=("common-council",)).why_not({"city-of-london"})
    pilot = AppliesTo(places=("Barnet",), police_areas=("South Wales",))
    assert pilot.why_not({"london-borough"}, place="Hackney") == "it applies only in Barnet, South Wales"
    assert pilot.why_not({"london-borough"}, place="Barnet") == ""
    assert pilot.why_not({"welsh-principal-area"}, place="Cardiff", police_area="South Wales") == ""


def test_versions_over_time_run_from_the_oldest() -> None:
    pairs = register.versions_over_time("strategy-group-members")
    assert [version.in_force_from for _, version in pairs] == sorted(version.in_force_from for _, version in pairs)
    assert {nation for _, version in pairs for nation in version.nations} == {"england", "wales"}
    found = register.duty("strategic-assessment", "wales")
    assert found is not None
    assert found.citation_of(found.versions[0]) == "SI 2007/3076 reg. 5"
    assert found.on_whom_in_words == "the strategy group"


def test_nothing_is_read_before_it_is_asked_for() -> None:
    script = (
        "import sys; from cspcycle.law import register as r\n"
        "assert not r._compiled.cache_info().currsize\n"
        "assert r.body('council') and r.duty('public-meeting', 'wales')\n"
        "assert (r._duty.cache_info().currsize, r._body.cache_info().currsize) == (1, 1)\n"
        "assert not {'pydantic', 'ruamel.yaml', 'cspcycle.model'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
