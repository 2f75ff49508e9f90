"""A seat of a body that had ended by the day.

Why it matters: the seat carries a statutory role that now belongs to another body, and whoever reads the page asks the
wrong one.
Instead: write the body that took its place, or `until:` if the seat ended with the body.
Source: Crime and Disorder Act 1998 s. 5(1) as it stood on the day; the dates are in docs/law.md.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import RESPONSIBLE, named, roles_of, seats_by_body
from cspcycle.checks.unread import unread_beside
from cspcycle.checks.words import day_in_words
from cspcycle.law import register
from cspcycle.law.instrument import Body
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each body once, at its first seat, with the places of the others; once it can be read until when they sat."""
    for body, seats in seats_by_body(context):
        ending = register.ended(body.code, context.on)
        if ending and not any(unread_beside(context.dossier, seat.at()) for seat in seats):
            first, *others = seats
            successor = register.body(ending.successor)
            then, fix = _succession(context, body, successor, ending.successor_from) if successor else ("", "")
            yield Fault(
                first.at("body"),
                f"the {named(body)} ended on {day_in_words(ending.last_day)}{then}",
                see=tuple(seat.at("body") for seat in others),
                fix=f"{fix}write `until: {ending.last_day + timedelta(days=1)}` if the seat ended with it",
            )


def _succession(context: Context, body: Body, successor: Body, since: date | None) -> tuple[str, str]:
    """What took its place, in the sentence and in the fix."""
    words = f"; the {named(successor)} has stood in its place{f' since {day_in_words(since)}' if since else ''}"
    was_responsible = any(role.role == RESPONSIBLE for role in body.roles)
    if was_responsible and RESPONSIBLE not in roles_of(context, successor.code):
        return f"{words}, but not as a responsible authority", ""
    return words, f"write `body: {successor.code}`, or "


CHECK = Check(
    "membership/body-ended",
    Severity.ERROR,
    find,
    fix="write the body that took its place",
    law="Crime and Disorder Act 1998 s. 5(1)",
)
