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
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each id under `after` or `before` that neither a milestone nor a standard cycle in use has."""
    timetable = context.dossier.timetable
    if timetable is None:
        return
    known = ids_under(context.dossier, "timetable", "milestones")
    if timetable.follow_standard_cycle:
        known |= _standard_ids(timetable.at())
    known -= {milestone.id for milestone in timetable.milestones if milestone.leave_out}
    for milestone in timetable.milestones:
        for name in ("after", "before"):
            for other in getattr(milestone, name):
                if other not in known:
                    yield Fault(
                        place_of_link(milestone, name, other),
                        f"{quoted(milestone.task)} comes {name} {quoted(other)}, which is no milestone here",
                        fix=suggestion(other, known, "milestones"),
                    )


def _standard_ids(at: Location) -> frozenset[str]:
    from cspcycle.timetable.dates import FinancialYear  # noqa: PLC0415 - only who follows the standard cycle waits for it
    from cspcycle.timetable.standard_cycle import standard_milestones  # noqa: PLC0415 - see above

    any_year = FinancialYear(2026)  # the ids are the same in each
    return frozenset(milestone.id for milestone in standard_milestones(any_year, at))


CHECK = Check("timetable/unknown-milestone", Severity.ERROR, find, fix="add that milestone, or take the line out")
