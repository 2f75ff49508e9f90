"""Duties about the partnership plan and the county agreement: in time, on the right basis, with the right contents."""

from datetime import timedelta

from cspcycle.checks.check import Context
from cspcycle.checks.judges.bodies import left_out, named
from cspcycle.checks.judges.data import months_after, once_a_year
from cspcycle.checks.outcome import Judged, due, met, unknown, unmet
from cspcycle.checks.paths import in_words
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import POLICING_BODIES, Version
from cspcycle.model.partnership_plan import (
    CommunitySafetyAgreement,
    EarlierAgreement,
    PartnershipPlan,
    Revision,
    SentTo,
)
from cspcycle.model.values import FinancialYear

_LIMB_WORDS = {
    "crime-and-disorder": "crime and disorder",
    "substance-misuse": "misuse of drugs, alcohol and other substances",
    "reoffending": "re-offending",
    "serious-violence": "serious violence",
}
_REVISION = ("partnership_plan.revisions[].for_year", "partnership_plan.revisions[].revised_on")


def annual_revision(context: Context, version: Version) -> Judged:
    """Revised before 1 April, for the year that the day lies in. Law: reg. 10(2) (Wales: reg. 8(2))."""
    del version
    plan = context.dossier.partnership_plan
    if plan is None or (not plan.revisions and plan.starts_on is None):
        return unknown("the files record no revision of the plan", *_REVISION)
    revisions = {revision.for_year: revision for revision in plan.revisions}
    revision = revisions.get(context.year)
    return _not_recorded(context, plan, revisions) if revision is None else _in_time(context, revision)


def _in_time(context: Context, revision: Revision) -> Judged:
    revised_on, year = revision.revised_on, revision.for_year
    if revised_on is None:
        return unknown(
            f"the files do not say when the plan for {year.label} was revised", _REVISION[1], at=revision.at()
        )
    at = revision.at("revised_on")
    was = "was" if revised_on <= context.on else "is to be"
    words = f"the plan for {year.label} {was} revised on {day_in_words(revised_on)}"
    late = (revised_on - year.first_day).days + 1
    if late > 0:
        before = day_in_words(year.first_day)
        return unmet(f"{words}, {late} day{'s' if late != 1 else ''} too late: the regulations say before {before}", at)
    return met(f"{words}; the next revision is due by {day_in_words(year.last_day)}", at)


def _not_recorded(context: Context, plan: PartnershipPlan, revisions: dict[FinancialYear, Revision]) -> Judged:
    """The answer where no revision is for the year of the day: a new plan, the year to come, or a gap."""
    year = context.year
    following = FinancialYear(year.starts_in + 1)
    by = day_in_words(year.last_day)
    if plan.starts_on == year.first_day:
        return met(f"the plan is new for {year.label}; its next revision is due by {by}", plan.at("starts_on"))
    ahead = revisions.get(following)
    if ahead is not None and ahead.revised_on is not None and ahead.revised_on <= context.on:
        return met(
            f"the plan for {following.label} was revised on {day_in_words(ahead.revised_on)}", ahead.at("revised_on")
        )
    if ahead is not None or (plan.starts_on is not None and plan.starts_on > context.on):
        return due(f"the plan for {following.label} is to be ready by {by}", year.last_day, plan.at("revisions"))
    if revisions:
        words = f"the last revision recorded is for {max(revisions).label}; none is recorded for {year.label}"
        return unmet(words, plan.at("revisions"))
    return unknown(f"the files record no revision for {year.label}", *_REVISION, at=plan.at())


def considers(context: Context, version: Version) -> Judged:
    """The revision considered the assessment (and, in two-tier areas, the agreement) made in the year before."""
    del version
    plan = context.dossier.partnership_plan
    dated = (
        [revision for revision in plan.revisions if revision.revised_on and revision.revised_on <= context.on]
        if plan
        else []
    )
    if not dated:
        return unknown(
            "the files record no revision of the plan", "partnership_plan.revisions[].considered_assessment_of"
        )
    revision = max(dated, key=lambda each: each.for_year)
    before = FinancialYear(revision.for_year.starts_in - 1)
    wanted = {"considered_assessment_of": "strategic assessment"}
    if "two-tier-district" in context.area_kinds:
        wanted["considered_agreement_of"] = "community safety agreement"
    for name, what in wanted.items():
        year = getattr(revision, name)
        if year is None:
            return unknown(
                f"the files do not say which {what} it considered",
                f"partnership_plan.revisions[].{name}",
                at=revision.at(),
            )
        if year != before:
            words = f"considered the {what} of {year.label}, not that of {before.label}"
            return unmet(f"the revision for {revision.for_year.label} {words}", revision.at(name))
    return met(f"the revision for {revision.for_year.label} considered what was made in {before.label}", revision.at())


def strategy(context: Context, version: Version) -> Judged:
    """The plan has a strategy for each limb of the day: said outright, or by the priorities that serve it."""
    dossier = context.dossier
    plan = dossier.partnership_plan
    said = set(plan.strategies) if plan is not None else set()
    served = {limb for priority in dossier.priorities for limb in priority.serves}
    missing = [limb for limb in version.limbs if limb not in said | served]
    if missing:
        words = ", ".join(_LIMB_WORDS[limb] for limb in missing)
        return unknown(
            f"the files name no strategy for {words}",
            *(f"partnership_plan.strategies.{limb}" for limb in missing), "priorities[].serves",
        )  # fmt: skip
    words = ", ".join(_LIMB_WORDS[limb] for limb in version.limbs)
    at = plan.at("strategies") if plan is not None and said else dossier.place_of("priorities")
    texts = {str(limb): text for limb, text in plan.strategies.items()} if plan and len(version.limbs) == 1 else {}
    where = texts.get(version.limbs[0])
    return met(f"there is a strategy for {words}" + (f": {in_words(where)}" if where else ""), at)


def three_years(context: Context, version: Version) -> Judged:
    """The strategy covered three years from the start of the plan (the rule until 2011)."""
    plan = context.dossier.partnership_plan
    if plan is None or plan.starts_on is None or plan.ends_on is None:
        return unknown(
            "the files do not say what period the plan covers", "partnership_plan.starts_on", "partnership_plan.ends_on"
        )
    end = months_after(plan.starts_on, version.months or 36) - timedelta(days=1)
    if plan.ends_on == end:
        return met(f"the plan covers three years, to {day_in_words(end)}", plan.at("ends_on"))
    return unmet(
        f"the plan ends on {day_in_words(plan.ends_on)}; three years end on {day_in_words(end)}", plan.at("ends_on")
    )


def contents(context: Context, version: Version) -> Judged:
    """Priorities, steps, resources, how each authority measures success, and the year's engagement steps."""
    dossier = context.dossier
    plan = dossier.partnership_plan
    missing: list[str] = []
    if not dossier.priorities:
        missing.append("priorities")
    if not (plan is not None and plan.steps) and next(dossier.every_action(), None) is None:
        missing.append("priorities[].actions")
    if plan is None:
        return unknown("the files hold no plan", *missing, "partnership_plan")
    of_the_plan = (item for item in version.items if item not in {"priorities", "steps"})
    missing += [f"partnership_plan.{item}" for item in of_the_plan if not getattr(plan, item)]
    if missing:
        return unknown("the files do not hold all that the regulations name", *missing, at=plan.at())
    without = left_out(context, {each.body for each in plan.measures_of_success})
    if without:
        return unmet(
            f"the plan does not say how success is measured by {named(without)}", plan.at("measures_of_success")
        )
    return met("the plan holds priorities, steps, resources, measures of success and engagement steps", plan.at())


def full_council_adoption(context: Context, version: Version) -> Judged:
    """The full council adopted the plan. Law: Crime and Disorder Act 1998 s. 5, as noted; SI 2000/2853."""
    del version
    plan = context.dossier.partnership_plan
    approvals = [each for each in plan.approvals if _is_full_council(context, each.by)] if plan is not None else []
    for approval in approvals:
        if approval.on is not None and approval.on <= context.on:
            return met(f"the full council adopted it on {day_in_words(approval.on)}", approval.at("on"))
    for approval in approvals:
        if approval.planned_on is not None and approval.planned_on >= context.on:
            return due(
                f"planned for {day_in_words(approval.planned_on)}", approval.planned_on, approval.at("planned_on")
            )
    return unknown(
        "the files record no adoption by the full council",
        "partnership_plan.approvals[].by",
        "partnership_plan.approvals[].on",
    )


def _is_full_council(context: Context, by: str) -> bool:
    group = context.dossier.group_ids.get(by)
    if group is not None:
        return group.kind == "council-body" and "council" in group.name.lower()
    return by.lower().replace("-", " ").removeprefix("the ") in {"full council", "council"}


def copy_to_policing_body(context: Context, version: Version) -> Judged:
    """A copy of the plan went to the local policing body. Law: SI 2007/1830 reg. 13A; no deadline is set."""
    del version
    plan = context.dossier.partnership_plan
    return _copy(context, plan.sent_to_policing_body if plan is not None else None, "partnership_plan", "plan")


def copy_of_agreement(context: Context, version: Version) -> Judged:
    """A copy of the county agreement went to the local policing body. Law: SI 2007/1830 reg. 9A; no deadline is set."""
    del version
    agreement = context.dossier.community_safety_agreement
    sent = agreement.sent_to_policing_body if agreement is not None else None
    return _copy(context, sent, "community_safety_agreement", "agreement")


def _copy(context: Context, sent: SentTo | None, section: str, what: str) -> Judged:
    body = context.dossier.partnership.area.local_policing_body
    whom = POLICING_BODIES[body.kind] if body is not None else "the local policing body"
    if sent is not None and sent.on is not None and sent.on <= context.on:
        return met(f"a copy went to {sent.to or whom} on {day_in_words(sent.on)}", sent.at("on"))
    return unknown(
        f"the {what} must go to {whom}; the files record no copy", f"{section}.sent_to_policing_body.on",
        at=sent.at() if sent is not None else None,
    )  # fmt: skip


def county_agreement(context: Context, version: Version) -> Judged:
    """An agreement before the end of each year, on all the districts' assessments. Law: SI 2007/1830 reg. 9."""
    del version
    agreement = context.dossier.community_safety_agreement
    records: tuple[CommunitySafetyAgreement | EarlierAgreement, ...] = (
        (agreement, *agreement.earlier) if agreement else ()
    )
    days = [(each.completed_on, each.at("completed_on")) for each in records if each.completed_on is not None]
    judged = once_a_year(
        context, days, what="an agreement was made", settle=("community_safety_agreement.completed_on",)
    )
    if agreement is None or agreement.completed_on is None:
        return judged
    districts = {part.name for part in context.dossier.partnership.area.parts}
    missing = sorted(districts - set(agreement.based_on)) if agreement.based_on else []
    if missing:
        return unmet(
            f"the agreement of {agreement.year.label} does not rest on the assessment of {', '.join(missing)}",
            agreement.at("based_on"),
        )
    return judged
