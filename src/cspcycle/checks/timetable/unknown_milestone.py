"""A milestone that waits for one that is not there.

Why it matters: its date cannot be worked out, nor that of anything behind it.
Instead: write the other milestone's id exactly, or add that milestone.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import place_of_link
from cspcycle.checks.references import suggestion
from cspcycle.checks.words import quoted
from cspcycle.checks.written import ids_under
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each id under `after` or `before` that no milestone has.

    Where the standard cycle is followed, its milestones may be meant; whoever works out the dates knows them.
    """
    timetable = context.dossier.timetable
    if timetable is None or timetable.follow_standard_cycle:
        return
    known = ids_under(context.dossier, "timetable", "milestones")
    for milestone in timetable.milestones:
        for name in ("after", "before"):
            for other in getattr(milestone, name):
                if other not in known:
                    yield Fault(
                        place_of_link(milestone, name, other),
                        f"{quoted(milestone.task)} comes {name} {quoted(other)}, which is no milestone here",
                        fix=suggestion(other, known, "milestones"),
                    )


CHECK = Check("timetable/unknown-milestone", Severity.ERROR, find, fix="add that milestone, or take the line out")
