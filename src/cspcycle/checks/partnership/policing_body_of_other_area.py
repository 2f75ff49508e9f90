"""A local policing body that an area of this kind does not have, or that did not exist on the day.

Why it matters: the plan goes to the local policing body, and whether it must depends on which one it is.
Instead: London boroughs have the Mayor's Office for Policing and Crime, the City of London its Common Council, and
every other area a police and crime commissioner or a mayor who has those functions.
Source: Police Reform and Social Responsibility Act 2011; SI 2011/3019 (London); SI 2012/2892 (elsewhere).
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.law import register
from cspcycle.law.instrument import AREA_KINDS, POLICING_BODIES
from cspcycle.source.diagnostic import Severity

_BODIES_OF_KIND = {"london-borough": {"mopac"}, "city-of-london": {"common-council"}}
_BODIES_ELSEWHERE = {"police-and-crime-commissioner", "mayor"}
_FIRST_OF_ITS_KIND = {"london-borough": "mopac", "city-of-london": "mopac"}  # the City's came with the same Act and day


def find(context: Context) -> Iterator[Fault]:
    """The policing body, if it did not exist on the day or no part of the area can have it."""
    area = context.dossier.partnership.area
    body = area.local_policing_body
    if body is None:
        return
    on = day_in_words(context.on)
    kinds = context.area_kinds[1:] or context.area_kinds
    possible = set[str]().union(*(_BODIES_OF_KIND.get(kind, _BODIES_ELSEWHERE) for kind in kinds))
    began_on = _began(body.kind)
    if began_on and context.on < began_on:
        yield Fault(
            body.at("kind"),
            f"there has been {POLICING_BODIES[body.kind]} only since {day_in_words(began_on)}, not yet on {on}",
            fix="write `kind: none`; the police authority of that day is a member",
        )
    elif kinds == ("combined-area",):
        return
    elif body.kind == "none":
        firsts = [_began(_FIRST_OF_ITS_KIND.get(kind, "police-and-crime-commissioner")) for kind in kinds]
        if all(first and first <= context.on for first in firsts):
            yield Fault(body.at("kind"), f'"none" is written, but "{area.name}" has {_one_of(possible)}')
    elif body.kind not in possible:
        yield Fault(
            body.at("kind"),
            f'"{area.name}" is {AREA_KINDS[area.kind]}: it has {_one_of(possible)}, not {POLICING_BODIES[body.kind]}',
        )


def _began(code: str) -> date | None:
    body = register.body(code)
    return body.existed_from if body else None


def _one_of(codes: set[str]) -> str:
    return " or ".join(POLICING_BODIES[code] for code in sorted(codes, reverse=True))


CHECK = Check(
    "partnership/policing-body-of-other-area",
    Severity.ERROR,
    find,
    fix="write the kind of policing body that the area has",
    law="Police Reform and Social Responsibility Act 2011",
)
