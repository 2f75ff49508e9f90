"""A seat whose last day lies before its first.

Why it matters: on no day was anybody in the seat, so it is counted nowhere.
Instead: write `since:` as the first day of the seat and `until:` as the day on which it was no longer held.
Source: practice: days copied from another seat.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import described
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each seat that ends on or before the day it begins, on whatever day it is asked about."""
    for seat in context.dossier.membership:
        if seat.since and seat.until and seat.until <= seat.since:
            yield Fault(
                seat.at("until"),
                f"the seat of {described(seat)} begins on {day_in_words(seat.since)} "
                f"and ends on {day_in_words(seat.until)}: it is held on no day",
                see=(seat.at("since"),),
            )


CHECK = Check("membership/seat-ends-before-it-begins", Severity.ERROR, find, fix="correct `since` or `until`")
