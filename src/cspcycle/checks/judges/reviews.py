"""Duties about reviews of deaths. Only what the files record is judged: a partnership without a review owes nothing."""

from cspcycle.checks.check import Context
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
    for review in reviews:
        if review.decided_on is None and review.decision is None:
            if review.notified_on is None:
                return unknown(f"the files do not say what was decided on {review.reference}", "reviews[].decided_on", at=review.at())
            return due(f"whether to hold {review.reference}, notified on {day_in_words(review.notified_on)}, is still to be decided", None, review.at())
    return met("it was decided in each case whether to hold a review", reviews[-1].at())


def sent_to_commissioner(context: Context, version: Version) -> Judged:
    """The conclusions of a finished review went to the Domestic Abuse Commissioner. Law: 2004 Act s. 9(3B)-(3C)."""
    finished = [
        each
        for each in _of_kind(context, "domestic-homicide-review")
        if each.completed_on is not None and version.in_force_from <= each.completed_on <= context.on
    ]
    if not finished:
        return not_applicable("the files record no finished domestic homicide review")
    for review in finished:
        if review.sent_to_commissioner_on is None:
            return unknown(f"the files do not say that the conclusions of {review.reference} were sent", "reviews[].sent_to_commissioner_on", at=review.at())
    return met("the conclusions of each finished review were sent", finished[-1].at("sent_to_commissioner_on"))


def published(context: Context, version: Version) -> Judged:
    """A review cleared for publication was published, without names. Source: statutory guidance, December 2016."""
    del version
    cleared = [
        each
        for each in _of_kind(context, "domestic-homicide-review")
        if each.approved_on is not None and each.approved_on <= context.on
    ]
    if not cleared:
        return not_applicable("the files record no review cleared for publication")
    for review in cleared:
        if review.anonymised is False:
            return unmet(f"the published report of {review.reference} is not anonymised", review.at("anonymised"))
        if review.published_on is None and review.not_published_because is None:
            return due(f"{review.reference} was cleared on {day_in_words(review.approved_on or context.on)} and is still to be published", None, review.at())
    return met("each review cleared for publication was published, or the files say why not", cleared[-1].at())
