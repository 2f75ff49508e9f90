"""A seat that attends only when something is discussed, without saying what.

Why it matters: whoever sends out the agenda cannot know whom to ask.
Instead: write under `only_when:` what must be on the agenda.
Source: practice: boards whose members attend for particular issues name the issues.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.seats import described
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such seat."""
    for seat in context.seats:
        if seat.attends == "only-when" and not is_written(seat, "only_when"):
            yield Fault(seat.at("attends"), f"{described(seat)} attends only when something is discussed, but not what")


CHECK = Check(
    "membership/only-when-without-words", Severity.WARNING, find, fix="add `only_when:` with what must be on the agenda"
)
