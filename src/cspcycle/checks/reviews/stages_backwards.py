"""A stage of a death review that is dated before the stage it follows.

Why it matters: the months allowed for the decision and the report are counted from these days.
Instead: notified, decided, chair appointed, completed, submitted, approved, published: write each day as it was.
Source: statutory guidance for domestic homicide reviews (Domestic Violence, Crime and Victims Act 2004 s. 9(3)).
"""

from collections.abc import Iterator
from itertools import pairwise

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity

_STAGES = {
    "notified_on": "the police told the partnership",
    "decided_on": "it was decided whether to review",
    "chair_appointed_on": "the chair was appointed",
    "completed_on": "the report was finished",
    "submitted_on": "it went to the Home Office",
    "approved_on": "it was cleared for publication",
    "published_on": "it was published",
}


def find(context: Context) -> Iterator[Fault]:
    """Each stage earlier than the last one before it that has a day."""
    for review in context.dossier.reviews:
        known = [(key, getattr(review, key)) for key in _STAGES if getattr(review, key) is not None]
        for (before, day_before), (after, day_after) in pairwise(known):
            if day_after < day_before:
                yield Fault(
                    review.at(after),
                    f"{review.reference}: {_STAGES[after]} on {day_in_words(day_after)}, "
                    f"before {_STAGES[before]} on {day_in_words(day_before)}",
                    see=(review.at(before),),
                )


CHECK = Check("reviews/stages-backwards", Severity.ERROR, find, fix="correct one of the two days")
