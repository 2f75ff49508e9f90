"""An answer to the scrutiny committee, or the day it was wanted by, that lies before the request.

Why it matters: information is due by the day in the request; with days the wrong way round nobody can say whether it
came in time.
Instead: write the day of the request, the day it names and the day of the answer as the letters have them.
Source: SI 2009/942 regs 5 and 6.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such day."""
    committee = context.dossier.crime_and_disorder_committee
    for request in committee.requests if committee else ():
        for key, day, words in (
            ("due_on", request.due_on, "an answer was wanted by"),
            ("answered_on", request.answered_on, "the answer is dated"),
        ):
            if day is not None and day < request.asked_on:
                yield Fault(
                    request.at(key),
                    f"{words} {day_in_words(day)}, but the committee asked on {day_in_words(request.asked_on)}",
                    see=(request.at("asked_on"),),
                )


CHECK = Check("scrutiny/answer-before-request", Severity.ERROR, find, fix="correct one of the two days")
