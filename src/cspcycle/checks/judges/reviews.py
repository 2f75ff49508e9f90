"""Duties about reviews of deaths. Only what the files record is judged: a partnership without a review owes nothing."""

from datetime import date

from cspcycle.checks.check import Context
from cspcycle.checks.judges.data import gravest
from cspcycle.checks.outcome import Judged, due, met, not_applicable, unknown, unmet
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import Version
from cspcycle.model.reviews import Review

_NONE = "the files record no such review"


def _of_kind(context: Context, *kinds: str) -> list[Review]:
    return [review for review in context.dossier.reviews if review.kind in kinds]


def established(context: Context, version: Version) -> Judged:
    """Where a death was notified, it was decided whether to hold a review."""
    kind = version.items[0] if version.items else "domestic-homicide-review"
    reviews = _of_kind(context, kind)
    if not reviews:
        return not_applicable(_NONE)
    answers = (_decided(context, review) for review in reviews)
    return gravest(answers) or met("it was decided in each case whether to hold a review", reviews[-1].at())


def _decided(context: Context, review: Review) -> Judged:
    if review.decision is not None or (review.decided_on is not None and review.decided_on <= context.on):
        return met(f"it was decided whether to hold {review.reference}", review.at())
    if review.notified_on is None:
        return unknown(
            f"the files do not say what was decided on {review.reference}", "reviews[].decided_on", at=review.at()
        )
    return due(
        f"whether to hold {review.reference}, notified on {day_in_words(review.notified_on)}, is still to be decided",
        None,
        review.at(),
    )


def sent_to_commissioner(context: Context, version: Version) -> Judged:
    """The conclusions of a finished review went to the Domestic Abuse Commissioner. Law: 2004 Act s. 9(3B)-(3C)."""
    finished = [
        each
        for each in _of_kind(context, "domestic-homicide-review")
        if each.completed_on is not None and version.in_force_from <= each.completed_on <= context.on
    ]
    if not finished:
        return not_applicable("the files record no finished domestic homicide review")
    answers = (_sent(context, review) for review in finished)
    return gravest(answers) or met(
        "the conclusions of each finished review were sent", finished[-1].at("sent_to_commissioner_on")
    )


def _sent(context: Context, review: Review) -> Judged:
    sent_on, at = review.sent_to_commissioner_on, review.at("sent_to_commissioner_on")
    if sent_on is None:
        return unknown(
            f"the files do not say that the conclusions of {review.reference} were sent",
            "reviews[].sent_to_commissioner_on",
            at=review.at(),
        )
    if sent_on > context.on:
        return due(f"the conclusions of {review.reference} are to be sent on {day_in_words(sent_on)}", sent_on, at)
    return met(f"the conclusions of {review.reference} were sent", at)


def published(context: Context, version: Version) -> Judged:
    """A review cleared for publication was published, without names. Source: statutory guidance, December 2016."""
    del version
    days = [
        (each, each.approved_on)
        for each in _of_kind(context, "domestic-homicide-review")
        if each.approved_on is not None
    ]
    cleared = [(review, day) for review, day in days if day <= context.on]
    if not cleared:
        return not_applicable("the files record no review cleared for publication")
    answers = (_is_out(context, review, day) for review, day in cleared)
    return gravest(answers) or met(
        "each review cleared for publication was published, or the files say why not", cleared[-1][0].at()
    )


def _is_out(context: Context, review: Review, cleared_on: date) -> Judged:
    if review.anonymised is False:
        return unmet(f"the published report of {review.reference} is not anonymised", review.at("anonymised"))
    is_published = review.published_on is not None and review.published_on <= context.on
    if is_published or review.not_published_because is not None:
        return met(f"{review.reference} was published, or the files say why not", review.at())
    words = f"{review.reference} was cleared on {day_in_words(cleared_on)} and is still to be published"
    return due(words, review.published_on, review.at())
