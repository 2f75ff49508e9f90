"""A seat that leads a priority which the partnership does not have.

Why it matters: the priority it was meant to lead has nobody, and the seat answers for nothing.
Instead: use the id or the title of a priority under `priorities:`.
Source: practice: leads named for the priorities of an older plan.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_in, suggestion, told_once
from cspcycle.checks.seats import described
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such lead, where priorities are written at all."""
    known = defined_in(context.dossier, "priorities")
    titles = {_plain(priority.title) for priority in context.dossier.priorities}
    if not known or not known.is_complete:
        return
    yield from told_once(
        (
            lead,
            Fault(
                seat.at("leads", index),
                f"{described(seat)} leads {quoted(lead)}, but no priority has that id or title",
                fix=suggestion(lead, known, "priorities"),
            ),
        )
        for seat in context.seats
        for index, lead in enumerate(seat.leads)
        if lead not in known and _plain(lead) not in titles
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


CHECK = Check(
    "membership/lead-of-unknown-priority", Severity.ERROR, find, fix="use the id of a priority under `priorities:`"
)
