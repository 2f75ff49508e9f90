"""A kind of body that the register does not know.

Why it matters: which bodies had which role on which day is looked up by these words; an unknown one counts for nobody.
Instead: use the register's word, such as `clinical-commissioning-group` for "CCG"; `other` is for
what has no kind of its own.
Source: Crime and Disorder Act 1998 s. 5(1) to (3), whose bodies docs/law.md lists with their dates.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import body_meant, described
from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.events import Attendance, ScrutinyReport, ScrutinyResponse
from cspcycle.model.partnership import InformationSharing, Liaison, QuarterlyData, Quorum
from cspcycle.model.partnership_plan import PartnershipPlan, Resource, SuccessMeasure
from cspcycle.source.diagnostic import Location, Severity

_WithBody = Liaison | QuarterlyData | Attendance | ScrutinyResponse | Resource | SuccessMeasure


def find(context: Context) -> Iterator[Fault]:
    """Each use of an unknown word, with the body that people mean by it if there is one."""
    for word, at, what in unknown_words(context.dossier):
        near = body_meant(word)
        is_sure = register.body_by_words(word) is not None
        fix = f"write `{near}`" if is_sure else f"did you mean `{near}`?" if near else ""
        yield Fault(at, f'{what} "{word}", which is not a kind of body in the register', fix=fix)


def unknown_words(dossier: Dossier) -> Iterator[tuple[str, Location, str]]:
    """Each use of a word that is no kind of body, where it stands, and the beginning of the sentence."""
    codes = frozenset(body.code for body in register.all_bodies())
    return (use for use in _uses(dossier) if use[0] not in codes)


def _uses(dossier: Dossier) -> Iterator[tuple[str, Location, str]]:
    """Each word that stands for a kind of body, where it stands, and the beginning of the sentence."""
    for seat in dossier.membership:
        if seat.body:
            yield seat.body, seat.at("body"), f"the body of {described(seat)} is"
        for index, word in enumerate(seat.appointed_by):
            yield word, seat.at("appointed_by", index), f"{described(seat)} is appointed by"
    for group in dossier.groups:
        quorum = group.quorum or Quorum()
        for index, word in enumerate(quorum.must_include):
            yield word, quorum.at("must_include", index), f'the quorum of "{group.name}" needs'
    for report in _reports(dossier):
        for index, word in enumerate(report.sent_to):
            yield word, report.at("sent_to", index), f'"{report.title}" was sent to'
    for record, words in _records(dossier):
        yield record.body, record.at("body"), words


def _records(dossier: Dossier) -> Iterator[tuple[_WithBody, str]]:
    sharing = dossier.information_sharing or InformationSharing()
    plan = dossier.partnership_plan or PartnershipPlan()
    yield from ((liaison, f'the liaison "{liaison.post}" is of') for liaison in sharing.liaison)
    yield from ((quarter, "the quarter's data are those of") for quarter in sharing.quarterly_data)
    yield from (
        (attendance, "the attendance is that of") for meeting in dossier.meetings for attendance in meeting.attendance
    )
    for report in _reports(dossier):
        yield from ((answer, f'an answer to "{report.title}" is that of') for answer in report.responses)
    yield from ((resource, f'"{resource.what}" is put in by') for resource in plan.resources)
    yield from ((success, f'"{success.how}" is how success is measured by') for success in plan.measures_of_success)


def _reports(dossier: Dossier) -> tuple[ScrutinyReport, ...]:
    committee = dossier.crime_and_disorder_committee
    return committee.reports if committee is not None else ()


CHECK = Check(
    "membership/unknown-body", Severity.ERROR, find, fix="use a word of the register's list of bodies, or `other`"
)
