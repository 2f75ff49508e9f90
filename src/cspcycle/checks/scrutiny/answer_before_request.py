"""An answer to the scrutiny committee that is dated before the request.

Why it matters: information is due by the day in the request; with days the wrong way round nobody can say whether it
came in time.
Instead: write the day of the request and the day of the answer as the letters have them.
Source: SI 2009/942 reg. 5.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such answer."""
    committee = context.dossier.crime_and_disorder_committee
    for request in committee.requests if committee else ():
        if request.answered_on and request.answered_on < request.asked_on:
            yield Fault(
                request.at("answered_on"),
                f"the answer is dated {day_in_words(request.answered_on)}, "
                f"but the committee asked on {day_in_words(request.asked_on)}",
                see=(request.at("asked_on"),),
            )


CHECK = Check("scrutiny/answer-before-request", Severity.ERROR, find, fix="correct one of the two days")
