"""Duties that follow from the crime and disorder committee's reports and requests."""

from datetime import timedelta

from cspcycle.checks.check import Context
from cspcycle.checks.judges.bodies import left_out, named
from cspcycle.checks.judges.data import gravest
from cspcycle.checks.outcome import Judged, due, met, not_applicable, unknown, unmet
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import Version
from cspcycle.model.events import ScrutinyReport, ScrutinyRequest

_NO_REPORT = "the files record no report of the committee"


def _reports(context: Context) -> list[ScrutinyReport]:
    committee = context.dossier.crime_and_disorder_committee
    return [report for report in committee.reports if report.on <= context.on] if committee is not None else []


def response(context: Context, version: Version) -> Judged:
    """Each body that had a report answered it. Law: Police and Justice Act 2006 s. 19(8B); SI 2009/942 reg. 7."""
    reports = _reports(context)
    if not reports:
        return not_applicable(_NO_REPORT)
    days = version.days or 28
    late = [each for report in reports if (each := _late_answer(context, report, days))]
    all_answered = "every body that had a report has answered it"
    return gravest(_answered(context, report, days) for report in reports) or met(
        f"{all_answered}, though {late[0]}" if late else all_answered, reports[-1].at()
    )


def _answered(context: Context, report: ScrutinyReport, days: int) -> Judged:
    limit = report.on + timedelta(days=days)
    answered = {each.body for each in report.responses if each.on <= context.on}
    if not report.sent_to and not answered:
        return unknown(
            f"the files do not say who answered “{report.title}”",
            "crime_and_disorder_committee.reports[].responses",
            at=report.at(),
        )
    waiting = [body for body in report.sent_to if body not in answered]
    if not waiting:
        return met(f"every body that had “{report.title}” has answered it", report.at())
    words = f"{', '.join(waiting)} ha{'s' if len(waiting) == 1 else 've'} not answered “{report.title}”"
    if context.on > limit:
        return unmet(f"{words}; answers were due by {day_in_words(limit)}", report.at())
    return due(f"{words}; answers are due by {day_in_words(limit)}", limit, report.at())


def _late_answer(context: Context, report: ScrutinyReport, days: int) -> str:
    """An answer after the day, in words. It is no breach by itself: as soon as reasonably possible is lawful too."""
    limit = report.on + timedelta(days=days)
    late = next((each for each in report.responses if limit < each.on <= context.on), None)
    return f"{late.body} answered “{report.title}” after {day_in_words(limit)}" if late else ""


def report_copies(context: Context, version: Version) -> Judged:
    """Each report went to each responsible authority, with notice of its duty to respond. Law: s. 19(2), (8), (8A)."""
    del version
    reports = _reports(context)
    if not reports:
        return not_applicable(_NO_REPORT)
    told = "each report went to each responsible authority with notice of the duty to respond"
    return gravest(_copied(context, report) for report in reports) or met(told, reports[-1].at())


def _copied(context: Context, report: ScrutinyReport) -> Judged:
    path = "crime_and_disorder_committee.reports[]"
    if not report.sent_to:
        return unknown(f"the files do not say who was sent “{report.title}”", f"{path}.sent_to", at=report.at())
    missing = left_out(context, report.sent_to, on=report.on)
    if missing:
        return unmet(f"“{report.title}” did not go to {named(missing)}", report.at("sent_to"))
    if report.told_of_duty_to_respond is False:
        return unmet(
            f"recipients of “{report.title}” were not told of their duty to respond",
            report.at("told_of_duty_to_respond"),
        )
    if report.told_of_duty_to_respond is None:
        return unknown(
            "the files do not say whether recipients were told", f"{path}.told_of_duty_to_respond", at=report.at()
        )
    return met(f"“{report.title}” went to each responsible authority", report.at("sent_to"))


def information(context: Context, version: Version) -> Judged:
    """What the committee asked for was supplied by the date in the request. Law: SI 2009/942 reg. 5."""
    del version
    committee = context.dossier.crime_and_disorder_committee
    requests = [each for each in committee.requests if each.asked_on <= context.on] if committee is not None else []
    if not requests:
        return not_applicable("the files record no request of the committee")
    return gravest(_supplied(context, request) for request in requests) or met(
        "every request was answered", requests[-1].at()
    )


def _supplied(context: Context, request: ScrutinyRequest) -> Judged:
    words = f"the request of {day_in_words(request.asked_on)} to {request.asked_of}"
    if request.answered_on is None or request.answered_on > context.on:
        if request.due_on is not None and request.due_on < context.on:
            return unmet(f"{words} was due on {day_in_words(request.due_on)}", request.at())
        return due(f"{words} is still to be answered", request.due_on, request.at())
    if request.depersonalised is False:
        return unknown(
            f"{words} was answered with personal data; say why it was necessary",
            "duties.scrutiny-information",
            at=request.at(),
        )
    return met(f"{words} was answered", request.at("answered_on"))
