"""A responsible authority or co-operating body of a kind that only the other nation has.

Why it matters: health is commissioned by integrated care boards in England and by Local Health Boards in Wales; the
wrong one carries no duty here.
Instead: write the body of the area's own nation; a neighbour from across the border is invited.
Source: Crime and Disorder Act 1998 s. 5(1)(e) and (f); SI 1998/2452; SI 2004/118.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import COOPERATING, RESPONSIBLE, named, seats_by_body
from cspcycle.law import register
from cspcycle.law.instrument import NATIONS
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each body of the other nation, once, at its first seat with a statutory class."""
    for body, all_seats in seats_by_body(context):
        seats = [seat for seat in all_seats if seat.seat_class in {RESPONSIBLE, COOPERATING}]
        if seats and context.nation not in body.nations and not register.ended(body.code, context.on):
            yield Fault(
                seats[0].at("body"),
                f"the {named(body)} is a body of {NATIONS[body.nations[0]]}; "
                f'"{context.dossier.partnership.area.name}" is in {NATIONS[context.nation]}',
                see=tuple(seat.at("body") for seat in seats[1:]),
            )


CHECK = Check(
    "membership/body-of-other-nation",
    Severity.ERROR,
    find,
    fix="write the body of the area's own nation, or `class: invited` for a neighbour",
    law="Crime and Disorder Act 1998 s. 5(1)",
)
