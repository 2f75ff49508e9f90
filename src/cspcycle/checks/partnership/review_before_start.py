"""A review day that lies before the day on which the paper was agreed or signed.

Why it matters: one of the two days is wrong, and a reader cannot tell which.
Instead: write the day on which it was last agreed or signed, and a review day after it.
Source: practice: days copied forward from an older edition.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.partnership.register_past_review import papers_with_review
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each paper whose review comes before its beginning."""
    for what, began_on, review_by, at in papers_with_review(context):
        if began_on is not None and review_by < began_on:
            yield Fault(
                at,
                f"the review of {what} is due by {day_in_words(review_by)}, "
                f"before the paper's own day, {day_in_words(began_on)}",
            )


CHECK = Check("partnership/review-before-start", Severity.ERROR, find, fix="correct one of the two days")
