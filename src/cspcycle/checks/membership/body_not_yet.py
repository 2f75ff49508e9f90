"""A seat of a body that had not begun on the day, or a seat that is older than its body.

Why it matters: another body held the role then, and the record of who agreed what would name the wrong one.
Instead: write the body of the time; a seat that passed from one body to the next is two seats, each with its days.
Source: Crime and Disorder Act 1998 s. 5(1) as it stood on the day; the dates are in docs/law.md.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import named, seats_by_body
from cspcycle.checks.words import day_in_words
from cspcycle.law import register
from cspcycle.law.instrument import Body
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each body that begins after the day, once; each seat that begins before its body."""
    for body, seats in seats_by_body(context):
        began_on = body.existed_from
        if began_on is None:
            continue
        if context.on < began_on:
            first, *others = seats
            yield Fault(
                first.at("body"),
                f"the {named(body)} began on {day_in_words(began_on)}; "
                f"the day asked about is {day_in_words(context.on)}{_before(body)}",
                see=tuple(seat.at("body") for seat in others),
            )
            continue
        for seat in seats:
            if seat.since and seat.since < began_on:
                yield Fault(
                    seat.at("since"),
                    f"the seat begins on {day_in_words(seat.since)}, "
                    f"but the {named(body)} began only on {day_in_words(began_on)}{_before(body)}",
                    see=(seat.at("body"),),
                )


def _before(body: Body) -> str:
    before = [other for other in register.all_bodies() if other.successor == body.code]
    return f"; before it there was the {' and the '.join(named(other) for other in before)}" if before else ""


CHECK = Check(
    "membership/body-not-yet",
    Severity.ERROR,
    find,
    fix="write the body of the time",
    law="Crime and Disorder Act 1998 s. 5(1)",
)
