"""A seat with words for when it attends, although it attends always.

Why it matters: the words are lost, and the post is invited to, and counted at, every meeting.
Instead: write `attends: only-when` beside `only_when:`, or take the words out.
Source: practice: a seat that attends for one subject is easily listed as a full member.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import described
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such seat, whether `attends: always` was written or left to stand."""
    for seat in context.seats:
        if seat.attends == "always" and seat.only_when:
            yield Fault(
                seat.at("only_when"),
                f"{described(seat)} attends only when {quoted(seat.only_when)}, but is listed as attending always",
            )


CHECK = Check(
    "membership/only-when-yet-always", Severity.WARNING, find, fix="add `attends: only-when`, or take out `only_when:`"
)
