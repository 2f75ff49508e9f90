"""Which responsible authorities a set of body codes leaves out, and how to name them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from cspcycle.checks.check import Context
from cspcycle.law.instrument import BodyRequirement
from cspcycle.model.membership import Seat


def left_out(context: Context, codes: Collection[str], *, on: date | None = None) -> list[BodyRequirement]:
    """The responsible authorities of the day asked about, or of `on`, that none of `codes` stands for.

    What was done on an earlier day was done among the authorities of that day.
    """
    then = context if on is None else replace(context, on=on)
    return [needed for needed in then.responsible_bodies if not set(needed.met_by).intersection(codes)]


def named(needed: Collection[BodyRequirement]) -> str:
    """`the fire and rescue authority and the integrated care board`."""
    titles = [_with_article(each.body.title) for each in needed]
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"


def _with_article(title: str) -> str:
    if title.lower().startswith("the "):
        return f"the {title[4:]}"
    return f"the {title[0].lower()}{title[1:]}"


def seats_on(context: Context, group_id: str) -> list[Seat]:
    """The seats on a group on the day, in any capacity but that of observer or adviser."""
    return [
        seat for seat in context.seats if seat.sits_on.get(group_id) not in {None, "observer", "adviser", "invited"}
    ]
