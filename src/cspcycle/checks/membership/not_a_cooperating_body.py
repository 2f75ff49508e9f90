"""A body written as co-operating that the Act and orders do not make one.

Why it matters: co-operating bodies must co-operate by law, and the responsible authorities with them; bodies that are
only invited, and policing bodies, stand elsewhere in the Act.
Instead: write `class: invited` for landlords and voluntary bodies; a policing body stands under
`policing_body_links`.
Source: Crime and Disorder Act 1998 s. 5(2) and (3); SI 2004/118 (England); SI 1998/2452 (Wales).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import COOPERATING, INVITED, POLICING_BODIES, RESPONSIBLE, named, roles_of, standing
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import Body
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such body once, at its first seat with this class; "other" may be anything, so nothing is said of it."""
    for body, all_seats in standing(context):
        seats = [seat for seat in all_seats if seat.seat_class == COOPERATING]
        roles = roles_of(context, body.code)
        if seats and body.code != "other" and not roles & {COOPERATING, RESPONSIBLE}:
            yield Fault(
                seats[0].at("class"),
                _in_law(context, body, roles, seats[0].organisation),
                see=tuple(seat.at("class") for seat in seats[1:]),
                fix="write `class: invited`" if INVITED in roles else "",
            )


def _in_law(context: Context, body: Body, roles: set[str], organisation: str) -> str:
    """What the body is, in a sentence."""
    if body.code in POLICING_BODIES:
        return f'"{organisation}" is the local policing body, not a co-operating body under section 5(2)'
    if INVITED in roles:
        since = min(role.first_day for role in body.roles if role.role == INVITED and context.nation in role.nations)
        return (
            f'"{organisation}" is no co-operating body under section 5(2): '
            f"such bodies have been invited under section 5(3) since {day_in_words(since)}"
        )
    return f'no order under section 5(2) names the {named(body)} ("{organisation}") as a co-operating body'


CHECK = Check(
    "membership/not-a-cooperating-body",
    Severity.ERROR,
    find,
    fix="write a local class such as `sector-representative` or `observer`",
    law="Crime and Disorder Act 1998 s. 5(2)",
)
