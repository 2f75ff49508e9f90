"""A responsible authority that is written only as co-operating, invited or observing.

Why it matters: the body carries the duty jointly with the others whether or not the page says so; a page that calls it
a guest hides who answers.
Instead: write `class: responsible-authority` on the seat that speaks for the body.
Source: Crime and Disorder Act 1998 s. 5(1) as it stood on the day.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import COOPERATING, INVITED, RESPONSIBLE, named, roles_of, standing
from cspcycle.source.diagnostic import Severity

_LOWER = {COOPERATING: "a co-operating body", INVITED: "invited", "observer": "an observer"}


def find(context: Context) -> Iterator[Fault]:
    """Each body all of whose seats have a lower class, once; a second seat as observer is nobody's mistake."""
    for body, seats in standing(context):
        if all(seat.seat_class in _LOWER for seat in seats) and RESPONSIBLE in roles_of(context, body.code):
            first, *others = seats
            yield Fault(
                first.at("class"),
                f'"{first.organisation}" is written as {_LOWER[first.seat_class]}, '
                f"but the {named(body)} is a responsible authority",
                see=tuple(seat.at("class") for seat in others),
            )


CHECK = Check(
    "membership/responsible-authority-in-lower-class",
    Severity.ERROR,
    find,
    fix="write `class: responsible-authority` on the seat that speaks for the body",
    law="Crime and Disorder Act 1998 s. 5(1)",
)
