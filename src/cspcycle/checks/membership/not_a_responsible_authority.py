"""A body written as a responsible authority that the Act does not make one.

Why it matters: only responsible authorities carry the duty to formulate and implement the strategies; a page that adds
others, such as the Mayor's Office for Policing and Crime or a provider trust, says who answers when nobody does.
Instead: give the seat the class that the body has in law: co-operating, invited, or a local word such as observer.
Source: Crime and Disorder Act 1998 s. 5(1) as it stood on the day.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import (
    COOPERATING,
    HEALTH_BODIES,
    INVITED,
    POLICING_BODIES,
    RESPONSIBLE,
    named,
    roles_of,
    standing,
)
from cspcycle.law import register
from cspcycle.law.instrument import Body
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such body once, at its first seat with this class."""
    for body, all_seats in standing(context):
        seats = [seat for seat in all_seats if seat.seat_class == RESPONSIBLE]
        if not seats:
            continue
        roles = roles_of(context, body.code)
        if RESPONSIBLE not in roles:
            yield Fault(
                seats[0].at("class"),
                _in_law(context, body, roles, seats[0].organisation),
                see=tuple(seat.at("class") for seat in seats[1:]),
                fix=_fix(body, roles),
            )


def _in_law(context: Context, body: Body, roles: set[str], organisation: str) -> str:
    """What the body is, in a sentence."""
    name = named(body)
    if body.code in POLICING_BODIES:
        return (
            f'"{organisation}" is the local policing body: the {name} did not succeed the police authority '
            "as a responsible authority"
        )
    if body.code == "county-council":
        return f'"{organisation}": a county council is a responsible authority only in a two-tier area'
    if body.code == "nhs-trust":
        health = next((code for code in HEALTH_BODIES if RESPONSIBLE in roles_of(context, code)), None)
        commissioner = register.body(health) if health else None
        instead = f"; the responsible authority for health is the {named(commissioner)}" if commissioner else ""
        return f'"{organisation}" is a provider of health services, not the commissioner{instead}'
    if COOPERATING in roles:
        return f'"{organisation}" is a co-operating body under section 5(2), not a responsible authority'
    if INVITED in roles:
        return f'"{organisation}" is invited to take part under section 5(3), not a responsible authority'
    return f'section 5(1) does not name the {name} ("{organisation}") among the responsible authorities'


def _fix(body: Body, roles: set[str]) -> str:
    if body.code in POLICING_BODIES:
        return "write a local class such as `observer`; what passes between you stands under `policing_body_links:`"
    role = COOPERATING if COOPERATING in roles else INVITED if INVITED in roles else None
    return f"write `class: {role}`" if role else "write a local class such as `observer` or `sector-representative`"


CHECK = Check(
    "membership/not-a-responsible-authority",
    Severity.ERROR,
    find,
    fix="write the class that the body has in law",
    law="Crime and Disorder Act 1998 s. 5(1)",
)
