"""Duties shown by what happened: public meetings, and what the policing body asked for."""

from cspcycle.checks.check import Context
from cspcycle.checks.judges.bodies import left_out, named
from cspcycle.checks.judges.data import gravest, once_a_year
from cspcycle.checks.outcome import Judged, due, met, not_applicable, unknown, unmet
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import Version
from cspcycle.model.events import AttendanceRequired, Meeting, ReportRequired


def public_meeting(context: Context, version: Version) -> Judged:
    """One or more public meetings in each April-March year. Law: reg. 12(4)(a) (Wales: reg. 10(4))."""
    del version
    days = [
        (meeting.when, meeting.at("held_on" if meeting.held_on else "planned_on"))
        for meeting in context.dossier.meetings
        if meeting.public and meeting.when is not None and meeting.cancelled_on is None
        and (meeting.held_on is not None or meeting.when > context.on)
    ]  # fmt: skip
    return once_a_year(
        context, days, what="a public meeting was held", settle=("meetings[].public", "meetings[].held_on")
    )


def _last_public_meeting(context: Context) -> Meeting | None:
    held = [
        each
        for each in context.dossier.meetings
        if each.public and each.held_on is not None and each.held_on <= context.on
    ]
    return max(held, key=lambda each: each.held_on or context.on, default=None)


def attendance(context: Context, version: Version) -> Judged:
    """Senior people of each responsible authority were there. Law: reg. 12(4)(b)."""
    del version
    meeting = _last_public_meeting(context)
    if meeting is None:
        return unknown("the files record no public meeting", "meetings[].public", "meetings[].attendance")
    if not meeting.attendance:
        return unknown("the files do not say who was at the public meeting", "meetings[].attendance", at=meeting.at())
    missing = left_out(context, {each.body for each in meeting.attendance}, on=meeting.held_on)
    words = f"the public meeting of {day_in_words(meeting.held_on)}" if meeting.held_on else "the public meeting"
    if missing:
        return unmet(f"nobody from {named(missing)} was at {words}", meeting.at("attendance"))
    junior = left_out(
        context, {each.body for each in meeting.attendance if each.senior is not False}, on=meeting.held_on
    )
    if junior:
        return unmet(f"no senior person from {named(junior)} was at {words}", meeting.at("attendance"))
    silent = left_out(context, {each.body for each in meeting.attendance if each.senior}, on=meeting.held_on)
    if silent:
        return unknown(
            f"the files do not say whether those from {named(silent)} were senior",
            "meetings[].attendance[].senior",
            at=meeting.at(),
        )
    return met(f"senior people of each responsible authority were at {words}", meeting.at("attendance"))


def publicity(context: Context, version: Version) -> Judged:
    """People were told of the meeting beforehand and of its discussion afterwards. Law: reg. 12(4)(c)."""
    del version
    meeting = _last_public_meeting(context)
    if meeting is None:
        return unknown("the files record no public meeting", "meetings[].public", "meetings[].publicised")
    missing = [name for name in ("publicised", "outcome_published") if getattr(meeting, name) is None]
    if missing:
        return unknown("the files do not say", *(f"meetings[].{name}" for name in missing), at=meeting.at())
    return met("people were told of the public meeting, and of what was discussed", meeting.at("publicised"))


def report_to_policing_body(context: Context, version: Version) -> Judged:
    """A report that the policing body required was sent. Law: Crime and Disorder Act 1998 s. 7."""
    del version
    links = context.dossier.policing_body_links
    required = [each for each in links.reports_required if each.asked_on <= context.on] if links is not None else []
    if not required:
        return not_applicable("the files record no report that the policing body required")
    answers = (_owed(context, report) for report in required)
    return gravest(answers) or met("every report required was sent", required[-1].at())


def _owed(context: Context, report: ReportRequired) -> Judged:
    asked = f"the report asked for on {day_in_words(report.asked_on)}"
    if report.submitted_on is not None and report.submitted_on <= context.on:
        return met(f"{asked} was sent", report.at("submitted_on"))
    if report.due_on is not None and report.due_on < context.on:
        return unmet(f"{asked} was due on {day_in_words(report.due_on)}", report.at())
    return due(f"{asked} is still to be sent", report.due_on, report.at())


def policing_body_meeting(context: Context, version: Version) -> Judged:
    """Representatives came when the commissioner called a meeting. Law: SI 2007/1830 reg. 14A."""
    del version
    links = context.dossier.policing_body_links
    called = [each for each in links.attendance_required if each.called_on <= context.on] if links is not None else []
    if not called:
        return not_applicable("the files record no meeting that the commissioner called")
    answers = (_came(context, meeting) for meeting in called)
    return gravest(answers) or met("representatives came to every meeting called", called[-1].at())


def _came(context: Context, meeting: AttendanceRequired) -> Judged:
    called = f"the meeting called on {day_in_words(meeting.called_on)}"
    if meeting.attended is False:
        return unmet(f"not all came to {called}", meeting.at("attended"))
    if meeting.attended:
        return met(f"representatives came to {called}", meeting.at("attended"))
    if meeting.held_on is None or meeting.held_on > context.on:
        return due(f"{called} is still to be held", meeting.held_on, meeting.at())
    return unknown(
        "the files do not say who came", "policing_body_links.attendance_required[].attended", at=meeting.at()
    )
