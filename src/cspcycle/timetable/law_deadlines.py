"""The deadlines of a year that duties set, each with its provision: those whose law, or guidance, names a time."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cspcycle.law.instrument import Duty, Version
from cspcycle.model.dossier import Dossier
from cspcycle.model.partnership_plan import CommunitySafetyAgreement, EarlierAgreement
from cspcycle.model.strategic_assessment import EarlierAssessment, StrategicAssessment
from cspcycle.model.years import FinancialYear
from cspcycle.source.diagnostic import Location
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.law_records import duties_that_reach, recorded_days
from cspcycle.timetable.plan import Deadline
from cspcycle.timetable.review_deadlines import review_deadlines

_GUIDANCE = {"statutory-guidance", "policy"}


def law_deadlines(dossier: Dossier, *, on: date, year: FinancialYear) -> Iterator[Deadline]:
    """Every deadline that the law of the year sets, as far as the files say what it counts from.

    The law is that of the day asked about, or of the nearest day of the year.
    """
    day = min(max(on, year.first_day), year.last_day)
    reached = duties_that_reach(dossier, day)
    for duty, version in reached.values():
        if duty.id in _BY_DUTY:
            yield from _BY_DUTY[duty.id](dossier, duty, version, on, year)
        elif version.within is not None:
            yield from _again_within(dossier, duty, version, on)
    yield from review_deadlines(dossier, on=on)


def public_meeting_provision(dossier: Dossier, *, on: date, year: FinancialYear) -> str:
    """The provision that asks for a public meeting in the year; empty where none does, or the year is over."""
    if on > year.last_day:
        return ""
    found = duties_that_reach(dossier, max(on, year.first_day)).get("public-meeting")
    return found[0].citation_of(found[1]) if found else ""


def plan_provision(dossier: Dossier, day: date) -> str:
    """The provision that wants the plan before 1 April; empty on a day on which none did."""
    found = duties_that_reach(dossier, day).get("plan-annual-revision")
    return found[0].citation_of(found[1]) if found else ""


def _in_year(
    law: tuple[Duty, Version],
    year: FinancialYear,
    title: str,
    at: Location,
    *,
    done_on: date | None,
    is_recorded: bool,
) -> Deadline:
    duty, version = law
    return Deadline(
        id=f"{duty.id}-{year.label}",
        title=title,
        at=at,
        who=duty.on_whom_in_words,
        on=year.last_day,
        provision=_cited(duty, version),
        says=version.says,
        force=duty.force,
        is_recorded=is_recorded,
        done_on=done_on,
    )


def _cited(duty: Duty, version: Version) -> str:
    return duty.citation_of(version) + (" (guidance)" if duty.force in _GUIDANCE else "")


def _plan(dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear) -> Iterator[Deadline]:
    following = FinancialYear(year.starts_in + 1)
    plan = dossier.partnership_plan
    revision = next((each for each in plan.revisions if each.for_year == following), None) if plan else None
    at = revision.at() if revision else dossier.place_of("partnership_plan")
    revised_on = revision.revised_on if revision else None
    if revised_on is None and plan and plan.starts_on == following.first_day and plan.approvals:
        revised_on = max((each.on for each in plan.approvals if each.on), default=None)
    title = f"Partnership plan for {following.label} revised, before the year starts"
    is_recorded = plan is not None and bool(plan.revisions)
    yield _in_year((duty, version), year, title, at, done_on=_past(revised_on, on), is_recorded=is_recorded)


def _assessment(dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear) -> Iterator[Deadline]:
    assessment = dossier.strategic_assessment
    records: tuple[StrategicAssessment | EarlierAssessment, ...] = ()
    if assessment is not None:
        records = (assessment, *assessment.earlier)
    done = next(((r.completed_on, r.at()) for r in records if _year_of(r.year, r.completed_on) == year), None)
    at = done[1] if done else dossier.place_of("strategic_assessment")
    title = f"Strategic assessment of {year.label} prepared, within the year"
    done_on = _past(done[0] if done else None, on)
    is_recorded = any(each.completed_on for each in records)
    yield _in_year((duty, version), year, title, at, done_on=done_on, is_recorded=is_recorded)


def _agreement(dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear) -> Iterator[Deadline]:
    agreement = dossier.community_safety_agreement
    records: tuple[CommunitySafetyAgreement | EarlierAgreement, ...] = ()
    if agreement is not None:
        records = (agreement, *agreement.earlier)
    done = next(((r.completed_on, r.at()) for r in records if r.year == year), None)
    at = done[1] if done else dossier.place_of("community_safety_agreement")
    title = f"Community safety agreement for {year.label} prepared, before the end of the year"
    done_on = _past(done[0] if done else None, on)
    is_recorded = any(each.completed_on for each in records)
    yield _in_year((duty, version), year, title, at, done_on=done_on, is_recorded=is_recorded)


def _public_meeting(
    dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear
) -> Iterator[Deadline]:
    held = sorted(
        (each.held_on, each.at("held_on"))
        for each in dossier.meetings
        if each.public and each.held_on and each.held_on in year and each.held_on <= on
    )
    at = held[0][1] if held else dossier.place_of("meetings")
    title = f"One or more public meetings held in {year.label}"
    is_recorded = any(each.public for each in dossier.meetings)
    done_on = held[0][0] if held else None
    yield _in_year((duty, version), year, title, at, done_on=done_on, is_recorded=is_recorded)


def _quarterly_data(
    dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear
) -> Iterator[Deadline]:
    sharing = dossier.information_sharing
    supplied = sharing.quarterly_data if sharing else ()
    usual = {each.body for each in supplied}
    before = FinancialYear(max(year.starts_in - 1, 1)).quarters[-1]
    for quarter, following in pairwise((before, *year.quarters)):
        ended_on = quarter[-1].last_day
        given = {
            each.body: each.supplied_on
            for each in supplied
            if each.quarter_ended_on == ended_on and each.supplied_on and each.supplied_on <= on
        }
        waiting = sorted(usual - set(given))
        yield Deadline(
            id=f"{duty.id}-{ended_on.isoformat()}",
            title=f"Depersonalised data for {quarter[0].label} to {quarter[-1].label} given to the other authorities",
            at=sharing.at("quarterly_data") if sharing and supplied else dossier.place_of("information_sharing"),
            who=", ".join(waiting) or duty.on_whom_in_words,
            on=following[-1].last_day,
            provision=_cited(duty, version),
            says=version.says,
            force=duty.force,
            is_recorded=bool(supplied),
            done_on=max(given.values()) if given and not waiting else None,
        )


def _scrutiny_response(
    dossier: Dossier, duty: Duty, version: Version, on: date, year: FinancialYear
) -> Iterator[Deadline]:
    del year
    committee = dossier.crime_and_disorder_committee
    seen: dict[date, int] = {}
    for report in committee.reports if committee else ():
        number = seen[report.on] = seen.get(report.on, 0) + 1
        answered = {each.body: each.on for each in report.responses if each.on <= on}
        waiting = [body for body in report.sent_to if body not in answered]
        yield Deadline(
            id=f"{duty.id}-{report.on.isoformat()}{f'-{number}' if number > 1 else ''}",
            title=f"Answers to the committee's report “{report.title}”",
            at=report.at(),
            who=", ".join(waiting or report.sent_to) or duty.on_whom_in_words,
            since=report.on,
            within=Lag(version.days or 28),
            counted_from="the date of the report",
            provision=_cited(duty, version),
            says=version.says,
            force=duty.force,
            done_on=max(answered.values()) if answered and not waiting else None,
        )


def _again_within(dossier: Dossier, duty: Duty, version: Version, on: date) -> Iterator[Deadline]:
    """From each recorded time to the next one, which met the deadline; the last is still to be followed."""
    rule = version.within
    if rule is None:
        return
    days = [(day, at) for day, at in recorded_days(dossier, rule.path) if day <= on]
    if not days and duty.id == "serious-violence-review" and dossier.serious_violence:
        published = dossier.serious_violence.published_on
        days = [(published, dossier.serious_violence.at("published_on"))] if published and published <= on else []
    for number, (day, at) in enumerate(days, start=1):
        yield Deadline(
            id=f"{duty.id}-after-{day.isoformat()}",
            title=duty.title,
            at=at,
            who=duty.on_whom_in_words,
            since=day,
            within=Lag(rule.months, Unit.MONTHS) if rule.months else Lag(rule.days),
            counted_from="the last time",
            provision=_cited(duty, version),
            says=version.says,
            force=duty.force,
            done_on=days[number][0] if number < len(days) else None,
        )


def _past(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None


def _year_of(year: FinancialYear | None, day: date | None) -> FinancialYear | None:
    return year or (FinancialYear.of(day) if day else None)


_BY_DUTY = {
    "plan-annual-revision": _plan,
    "strategic-assessment": _assessment,
    "county-agreement": _agreement,
    "public-meeting": _public_meeting,
    "disclose-prescribed-information": _quarterly_data,
    "scrutiny-response": _scrutiny_response,
}
