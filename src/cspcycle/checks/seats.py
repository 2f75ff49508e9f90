"""The seats held on a day by bodies that existed on it, and the words for a body's standing in law."""

from collections.abc import Iterator

from cspcycle.checks.check import Context
from cspcycle.law import register
from cspcycle.law.instrument import Body
from cspcycle.model.membership import Seat
from cspcycle.source.near import nearest

RESPONSIBLE, COOPERATING, INVITED = "responsible-authority", "co-operating", "invited"
POLICING_BODIES = frozenset({"mopac", "police-and-crime-commissioner", "mayor"})
HEALTH_BODIES = ("integrated-care-board", "clinical-commissioning-group", "primary-care-trust", "local-health-board")


def seats_by_body(context: Context) -> Iterator[tuple[Body, list[Seat]]]:
    """Each kind of body in the register that has a seat on the day, with its seats in the order of the file.

    A seat that waits for its body to be set up is nobody's yet.
    """
    grouped: dict[str, list[Seat]] = {}
    for seat in context.seats:
        if seat.body is not None and not seat.when_established:
            grouped.setdefault(seat.body, []).append(seat)
    for code, seats in grouped.items():
        if body := register.body(code):
            yield body, seats


def standing(context: Context) -> Iterator[tuple[Body, list[Seat]]]:
    """The same without bodies that had ended, had not begun or are of the other nation: other checks speak of these."""
    for body, seats in seats_by_body(context):
        begun = body.existed_from is None or body.existed_from <= context.on
        if begun and not register.ended(body.code, context.on) and context.nation in body.nations:
            yield body, seats


def roles_of(context: Context, code: str) -> set[str]:
    """The roles that the law gives a kind of body on the day in an area such as this; empty when it gives none."""
    kinds = set(context.area_kinds)
    area = context.dossier.partnership.area
    if area.kind == "county" or (area.kind == "combined-area" and len(kinds) == 1):
        kinds.add("two-tier-district")  # a county's districts; the parts of a combined area that does not name them
    roles = {register.role_of(code, context.on, context.nation, kind) for kind in kinds}
    if any(code in needed.met_by for needed in context.responsible_bodies):
        roles.add(RESPONSIBLE)
    return {role for role in roles if role}


def body_meant(word: str) -> str | None:
    """The code of the body that people mean by a word the register does not know, or the code nearest to the word."""
    meant = register.body_by_words(word)
    return meant.code if meant else nearest(word, [body.code for body in register.all_bodies()])


def named(body: Body) -> str:
    """The title as it stands after "the": `clinical commissioning group`, `Local Health Board`, `Probation Service`."""
    title = body.title.removeprefix("The ")
    first, _, rest = title.partition(" ")
    is_a_proper_name = first.isupper() or rest[:1].isupper() or "'" in first
    return title if is_a_proper_name else title[0].lower() + title[1:]


def described(seat: Seat) -> str:
    """The seat by its own words."""
    return f'"{seat.post}" of "{seat.organisation}"' if seat.post else f'"{seat.organisation}"'
