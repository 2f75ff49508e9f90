"""A name of a person in the record of a death review.

Why it matters: families and survivors can be found by one name; published reviews are anonymous, and so is this record.
Instead: use the reference, a pseudonym or a letter ("Ms A", "the perpetrator", "the general practitioner").
Source: statutory guidance for domestic homicide reviews, December 2016 (anonymity).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.persons import title_of_a_person
from cspcycle.model.record import Record
from cspcycle.model.reviews import Review
from cspcycle.source.diagnostic import Severity

_TEXTS_OF_REVIEW = ("reference", "known_as", "extension_reason", "not_published_because", "summary")
_TEXTS_OF_RECOMMENDATION = ("what", "body", "proof")


def find(context: Context) -> Iterator[Fault]:
    """Each text with a title and a name; the name itself is not repeated."""
    for number, review in enumerate(context.dossier.reviews, 1):
        for record, key in _texts(review):
            if title := title_of_a_person(getattr(record, key)):
                yield Fault(record.at(key), f'`{key}` in review {number} names a person ("{title} …")')


def _texts(review: Review) -> Iterator[tuple[Record, str]]:
    yield from ((review, key) for key in _TEXTS_OF_REVIEW)
    yield from ((each, key) for each in review.recommendations for key in _TEXTS_OF_RECOMMENDATION)
    if review.document:
        yield review.document, "title"


CHECK = Check(
    "reviews/names-a-person",
    Severity.WARNING,
    find,
    fix="use the reference, a pseudonym or a letter instead",
    law="Statutory guidance for domestic homicide reviews, December 2016",
)
