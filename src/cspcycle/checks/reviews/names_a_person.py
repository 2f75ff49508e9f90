"""A name of a person in the record of a death review.

Why it matters: families and survivors can be found by one name; published reviews are anonymous, and so is this record.
Instead: use the reference, a pseudonym or a letter ("Ms A", "the perpetrator", "the general practitioner").
Source: statutory guidance for domestic homicide reviews (anonymity); data protection: UK GDPR art. 5(1)(c).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.persons import title_of_a_person
from cspcycle.model.reviews import Review
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """Each text with a title and a name; the name itself is not repeated."""
    for number, review in enumerate(context.dossier.reviews, 1):
        for text, at in _texts(review):
            if title := title_of_a_person(text):
                yield Fault(at, f'a text of review {number} names a person ("{title} …")')


def _texts(review: Review) -> Iterator[tuple[str | None, Location]]:
    for key in ("reference", "known_as", "extension_reason", "not_published_because", "summary"):
        yield getattr(review, key), review.at(key)
    for recommendation in review.recommendations:
        for key in ("what", "body", "proof"):
            yield getattr(recommendation, key), recommendation.at(key)
    if review.document:
        yield review.document.title, review.document.at("title")


CHECK = Check(
    "reviews/names-a-person",
    Severity.ERROR,
    find,
    fix="use the reference, a pseudonym or a letter instead",
    law="UK GDPR art. 5(1)(c)",
)
