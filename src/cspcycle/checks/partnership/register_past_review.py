"""Terms of reference or an information-sharing protocol whose review day has passed.

Why it matters: the law and the bodies change while the paper stands still; a protocol past its review is quoted against
the partnership when something goes wrong.
Instead: review it and write the new day, or write why it still stands and until when.
Source: practice; the protocol itself is required by SI 2007/1830 reg. 4 and SI 2007/3076 reg. 4.
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """Each paper that was due for review before the day."""
    for what, began_on, review_by, at in papers_with_review(context):
        contradictory = began_on is not None and review_by < began_on
        if review_by < context.on and not contradictory:
            yield Fault(at, f"the review of {what} was due by {day_in_words(review_by)}")


def papers_with_review(context: Context) -> Iterator[tuple[str, date | None, date, Location]]:
    """Each paper with a review day: what it is, the day it was agreed or signed, the review day and its place."""
    for group in context.dossier.groups:
        terms = group.terms_of_reference
        if terms and terms.review_by:
            yield f'the terms of reference of "{group.name}"', terms.agreed_on, terms.review_by, terms.at("review_by")
    sharing = context.dossier.information_sharing
    protocol = sharing.protocol if sharing else None
    if protocol and protocol.review_by:
        yield "the information-sharing protocol", protocol.signed_on, protocol.review_by, protocol.at("review_by")


CHECK = Check(
    "partnership/register-past-review", Severity.WARNING, find, fix="review it, and write the new day as `review_by:`"
)
