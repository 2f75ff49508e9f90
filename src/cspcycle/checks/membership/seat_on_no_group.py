"""A seat that is on no group, where other seats are.

Why it matters: the post is on the list of members but in no meeting, so its organisation is not heard.
Instead: write under `sits_on:` which groups the post belongs to, and as what.
Source: practice: membership lists that outgrow the groups.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import COOPERATING, INVITED, described
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such seat; bodies that co-operate or are invited need no seat on a group."""
    seats = context.seats
    if not any(seat.sits_on for seat in seats):
        return
    for seat in seats:
        is_expected = (
            seat.attends == "always" and seat.seat_class not in {COOPERATING, INVITED} and not seat.when_established
        )
        if is_expected and not seat.sits_on and not is_written(seat, "sits_on"):
            yield Fault(seat.at("organisation"), f"{described(seat)} sits on no group")


CHECK = Check(
    "membership/seat-on-no-group",
    Severity.NOTE,
    find,
    fix="add `sits_on:`, or `attends: by-invitation` for a post that comes when asked",
)
