"""Dates that duties and registers set: a day, or a length of time from another day."""

from collections.abc import Iterable
from datetime import date

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.entry import Entry, Source, status_of
from cspcycle.timetable.lags import Unit
from cspcycle.timetable.plan import Deadline
from cspcycle.timetable.reasons import Because, Step, skipped
from cspcycle.timetable.working_days import WorkingDays


def deadline_entries(
    deadlines: Iterable[Deadline], working: WorkingDays, *, on: date, year: FinancialYear
) -> tuple[list[Entry], list[Diagnostic]]:
    """The deadlines of the year, and older ones that nothing says were met; with those that could not be dated."""
    entries: list[Entry] = []
    found: list[Diagnostic] = []
    for deadline in deadlines:
        try:
            due_on = _due_on(deadline, working)
        except (OverflowError, ValueError):
            due_on = None
        if due_on is None:
            message = f"“{deadline.title}” has no day that could be worked out"
            fix = "give the day it is due, or the day it counts from and how long"
            found.append(Diagnostic(deadline.at, "timetable/no-date", message, Severity.ERROR, fix=fix))
        elif due_on in year or (due_on < year.first_day and deadline.done_on is None):
            entries.append(_entry(deadline, due_on, working, on=on))
    return entries, found


def _due_on(deadline: Deadline, working: WorkingDays) -> date | None:
    if deadline.on is not None:
        return deadline.on
    if deadline.since is None or deadline.within is None:
        return None
    return deadline.within.after(deadline.since, working)


def _entry(deadline: Deadline, due_on: date, working: WorkingDays, *, on: date) -> Entry:
    by_working_days = deadline.within is not None and deadline.within.unit is Unit.WORKING_DAYS
    return Entry(
        id=deadline.id,
        title=deadline.title,
        due_on=due_on,
        source=Source.REGISTER if deadline.is_register else Source.LAW,
        at=deadline.at,
        status=status_of(due_on, deadline.done_on, on=on, is_recorded=deadline.is_recorded),
        who=deadline.who,
        why=_why(deadline, due_on, working),
        is_certain=not by_working_days or working.knows(due_on),
        is_restricted=deadline.is_restricted,
        actual_on=deadline.done_on,
        provision=deadline.provision,
        force=deadline.force,
    )


def _why(deadline: Deadline, due_on: date, working: WorkingDays) -> tuple[Step, ...]:
    steps = [Step(Because.LAW, provision=deadline.provision, text=deadline.says)] if deadline.provision else []
    if deadline.on is None and deadline.since is not None and deadline.within is not None:
        steps.append(
            Step(Because.COUNTED, day=due_on, since=deadline.since, lag=deadline.within, text=deadline.counted_from)
        )
        if deadline.within.unit is Unit.WORKING_DAYS and (off := skipped(deadline.since, due_on, working)):
            steps.append(off)
    else:
        steps.append(Step(Because.FIXED, day=due_on))
    if not working.is_working(due_on) and due_on > date.min:
        steps.append(
            Step(Because.DAY_OFF, day=working.previous(due_on), since=due_on, text=working.why_not_working(due_on))
        )
    if deadline.done_on is not None:
        steps.append(Step(Because.DONE, day=deadline.done_on))
    return tuple(steps)
