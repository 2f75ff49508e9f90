"""Days that a partnership's own registers set: reviews of its papers, terms of chairs, reports to funders, promises."""

from collections.abc import Iterator
from datetime import date

from cspcycle.model.dossier import Dossier
from cspcycle.model.values import last_day_of
from cspcycle.source.diagnostic import Location
from cspcycle.timetable.dates import add_months
from cspcycle.timetable.plan import Deadline


def register_deadlines(dossier: Dossier, *, on: date) -> Iterator[Deadline]:
    """Every day of review, end of term, report or promise that the files hold."""
    yield from _of_groups(dossier)
    sharing = dossier.information_sharing
    protocol = sharing.protocol if sharing else None
    if protocol is not None and protocol.review_by is not None:
        title = (
            f"Review of the information-sharing protocol “{protocol.title}”"
            if protocol.title
            else "Review of the information-sharing protocol"
        )
        yield _entry("protocol-review", title, protocol.at("review_by"), protocol.review_by, who="strategy group")
    for funding in dossier.funding:
        if funding.report_due_on is not None:
            name = f"funding-report-{_slug(funding.source)}-{funding.for_year.label}"
            title = f"Report to the funder: {funding.source}, {funding.for_year.label}"
            done_on = funding.reported_on if funding.reported_on and funding.reported_on <= on else None
            yield _entry(
                name, title, funding.at("report_due_on"), funding.report_due_on, who="strategy group", done_on=done_on
            )
    yield from _of_reviews(dossier, on)
    yield from _asked_for(dossier, on)


def _of_groups(dossier: Dossier) -> Iterator[Deadline]:
    for group in dossier.groups:
        terms, chair = group.terms_of_reference, group.chair
        if terms is not None and terms.review_by is not None:
            title = f"Review of the terms of reference of {group.name}"
            yield _entry(
                f"terms-of-reference-{group.id}", title, terms.at("review_by"), terms.review_by, who=group.name
            )
        if chair is None:
            continue
        ends_on, key = chair.until, "until"
        if (
            ends_on is None
            and chair.appointed_on is not None
            and chair.term_months is not None
            and chair.term_months > 0
        ):
            key = "term_months"
            try:
                ends_on = add_months(chair.appointed_on, chair.term_months)
            except ValueError:  # a term beyond the year 9999 ends for no reader of this
                continue
        if ends_on is not None:
            title = f"Chair of {group.name}: the term ends"
            yield _entry(f"chair-{group.id}", title, chair.at(key), ends_on, who=group.name)


def _of_reviews(dossier: Dossier, on: date) -> Iterator[Deadline]:
    for review in dossier.reviews:
        for number, recommendation in enumerate(review.recommendations, start=1):
            if recommendation.due is not None:
                title = f"{review.reference}: {recommendation.what}"
                name = f"recommendation-{_slug(review.reference)}-{number}"
                done_on = recommendation.done_on if recommendation.done_on and recommendation.done_on <= on else None
                yield _entry(
                    name,
                    title,
                    recommendation.at("due"),
                    last_day_of(recommendation.due),
                    who=recommendation.body or "",
                    done_on=done_on,
                    is_restricted=review.published_on is None,  # as documents for the public keep it back
                )


def _asked_for(dossier: Dossier, on: date) -> Iterator[Deadline]:
    committee, links = dossier.crime_and_disorder_committee, dossier.policing_body_links
    for request in committee.requests if committee else ():
        if request.due_on is not None:
            name = f"committee-request-{request.asked_on.isoformat()}-{_slug(request.asked_of)}"
            done_on = request.answered_on if request.answered_on and request.answered_on <= on else None
            title = "Information the crime and disorder committee asked for"
            yield _entry(name, title, request.at("due_on"), request.due_on, who=request.asked_of, done_on=done_on)
    for report in links.reports_required if links else ():
        if report.due_on is not None:
            done_on = report.submitted_on if report.submitted_on and report.submitted_on <= on else None
            title = "Report the policing body required"
            name = f"policing-body-report-{report.asked_on.isoformat()}"
            yield _entry(
                name, title, report.at("due_on"), report.due_on, who="responsible authorities", done_on=done_on
            )


def _entry(
    entry_id: str,
    title: str,
    at: Location,
    on: date,
    *,
    who: str,
    done_on: date | None = None,
    is_restricted: bool = False,
) -> Deadline:
    return Deadline(
        id=entry_id,
        title=title,
        at=at,
        who=who,
        on=on,
        is_register=True,
        is_restricted=is_restricted,
        done_on=done_on,
    )


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split())
