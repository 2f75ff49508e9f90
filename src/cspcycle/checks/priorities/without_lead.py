"""A priority that nobody leads.

Why it matters: what belongs to everybody is reported by nobody; a board can only ask one authority how it stands.
Instead: name the one authority that leads as `lead:`, or let its seat say so under `leads:`.
Source: practice; plans that are delivered give each priority one lead and an accountable officer.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without a lead, a champion, or a seat that leads it."""
    led = {name.casefold() for seat in context.seats for name in seat.leads}
    for priority in context.dossier.priorities:
        if is_written(priority, "lead") or is_written(priority, "champion"):
            continue
        if led.isdisjoint({priority.id, priority.title.casefold()}):
            yield Fault(priority.at("title"), f"nobody leads the priority {quoted(priority.title)}")


CHECK = Check("priorities/without-lead", Severity.WARNING, find, fix="add `lead:` with the one authority that leads it")
