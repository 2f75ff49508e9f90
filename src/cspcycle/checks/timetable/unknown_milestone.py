"""A milestone that waits for one that is not there.

Why it matters: its date cannot be worked out, nor that of anything behind it.
Instead: write the other milestone's id exactly, or add that milestone.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import place_of_link
from cspcycle.checks.references import Defined, defined_in, suggestion, told_once
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Location, Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each id under `after` or `before` that neither a milestone nor a standard cycle in use has."""
    timetable = context.dossier.timetable
    if timetable is None:
        return
    known = defined_in(context.dossier, "timetable", "milestones")
    if not known.is_complete:
        return
    if timetable.follow_standard_cycle:
        known = Defined(_standard_milestones(timetable.at()) | known)
    for milestone in timetable.milestones:
        if milestone.leave_out:
            known.pop(milestone.id, None)
    yield from told_once(
        (
            other,
            Fault(
                place_of_link(milestone, name, other),
                f"{quoted(milestone.task)} comes {name} {quoted(other)}, which is no milestone here",
                fix=suggestion(other, known, "milestones"),
            ),
        )
        for milestone in timetable.milestones
        for name in ("after", "before")
        for other in getattr(milestone, name)
        if other not in known
    )


def _standard_milestones(at: Location) -> dict[str, tuple[str, ...]]:
    from cspcycle.timetable.dates import FinancialYear  # noqa: PLC0415 - only who follows the standard cycle waits for it
    from cspcycle.timetable.standard_cycle import standard_milestones  # noqa: PLC0415 - see above

    any_year = FinancialYear(2026)  # the ids are the same in each
    return {milestone.id: (milestone.title,) for milestone in standard_milestones(any_year, at)}


CHECK = Check("timetable/unknown-milestone", Severity.ERROR, find, fix="add that milestone, or take the line out")
