"""A dossier's timetable: its milestones, meetings, registers and the law's deadlines put before the scheduling."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from cspcycle.model.dossier import Dossier
from cspcycle.model.timetable import Milestone as Written
from cspcycle.model.timetable import Timetable as WrittenTimetable
from cspcycle.model.values import Month, last_day_of
from cspcycle.model.years import FinancialYear
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.body_meetings import bodies_of
from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.closed_days import closed_days
from cspcycle.timetable.entry import PlannedEarlier, Timetable
from cspcycle.timetable.lags import Lag, read_lag
from cspcycle.timetable.law_deadlines import law_deadlines, plan_provision, public_meeting_provision
from cspcycle.timetable.plan import Inputs, Link, Milestone, Target
from cspcycle.timetable.register_deadlines import register_deadlines
from cspcycle.timetable.standard_cycle import standard_milestones
from cspcycle.timetable.who import Naming
from cspcycle.timetable.working_days import WorkingDays

_YEAR_LABEL = re.compile(r"((?:19|20)[0-9]{2})(?![0-9])")
_LAST_YEAR = 2200
_KINDS = {"public-meeting": "public meeting"}


def timetable_of(dossier: Dossier, *, on: date, year: FinancialYear | None = None) -> Timetable:
    """The calendar of a year as it stands on a day; without a year, that of the cycle the partnership wrote down."""
    chosen = year or usual_year(dossier, on)
    inputs, found = inputs_of(dossier, on=on, year=chosen)
    made = build_timetable(inputs, on=on, year=chosen)
    naming = Naming(dossier, on)
    entries = tuple(replace(entry, who_names=naming.names(entry.who)) for entry in made.entries)
    return Timetable(entries, tuple(sorted([*made.findings, *found])))


def usual_year(dossier: Dossier, on: date) -> FinancialYear:
    """The year in which the plan that the timetable leads to is made; without such a plan, the year of the day."""
    leads_to = plan_year(dossier.timetable) if dossier.timetable else None
    return FinancialYear(leads_to.starts_in - 1) if leads_to and leads_to.starts_in > 1 else FinancialYear.of(on)


def plan_year(timetable: WrittenTimetable) -> FinancialYear | None:
    """The plan year the timetable leads to: said outright, or the one after the day on which it was agreed."""
    if timetable.for_plan_year is not None:
        found = _YEAR_LABEL.match(timetable.for_plan_year)
        return FinancialYear(int(found[1])) if found else None
    agreed = timetable.agreed
    day = (agreed.on or agreed.planned_on) if agreed else None
    return FinancialYear(FinancialYear.of(day).starts_in + 1) if day and day.year < _LAST_YEAR else None


def inputs_of(dossier: Dossier, *, on: date, year: FinancialYear) -> tuple[Inputs, list[Diagnostic]]:
    """What the scheduling needs from a dossier, and what in it could not be understood."""
    timetable = dossier.timetable or WrittenTimetable()
    days_off, blackouts, found = closed_days(timetable.closures)
    bodies, complaints = bodies_of(dossier, on=on)
    found += complaints
    leads_to_a_plan = timetable.follow_standard_cycle or (plan_year(timetable) is not None and timetable.milestones)
    plans_meetings = any((each.when or date.min) in year for each in dossier.meetings)
    inputs = Inputs(
        at=dossier.place_of("meetings"),
        working=WorkingDays.of_england_and_wales(days_off),
        milestones=_milestones(dossier, year, found) if dossier.timetable else (),
        deadlines=(*law_deadlines(dossier, on=on, year=year), *register_deadlines(dossier, on=on)),
        bodies=bodies,
        blackouts=blackouts,
        assessment_days_before_plan=timetable.days_from_assessment_to_plan or 0,
        public_meeting_provision=(
            public_meeting_provision(dossier, on=on, year=year) if leads_to_a_plan and plans_meetings else ""
        ),
    )
    return inputs, found


def _milestones(dossier: Dossier, year: FinancialYear, found: list[Diagnostic]) -> tuple[Milestone, ...]:
    timetable = dossier.timetable
    if timetable is None:
        return ()
    leads_to = plan_year(timetable)
    own = tuple(_milestone(each, dossier, leads_to, found) for each in _once(timetable) if not each.leave_out)
    if not timetable.follow_standard_cycle:
        return own
    left_out = {each.id for each in timetable.milestones if each.leave_out}
    of_year = leads_to or FinancialYear(year.starts_in + 1)
    at = timetable.at("follow_standard_cycle")
    cycle = standard_milestones(of_year, at, instead=own, without=left_out)
    target = _plan_target(dossier, of_year, at)
    return tuple(
        replace(each, target=target) if each.kind == "partnership-plan" and each not in own else each for each in cycle
    )


def _once(timetable: WrittenTimetable) -> Iterator[Written]:
    """The milestones without later uses of an id, which a check of ids tells of."""
    seen: set[str] = set()
    for each in timetable.milestones:
        if each.id not in seen:
            seen.add(each.id)
            yield each


def _milestone(
    written: Written, dossier: Dossier, leads_to: FinancialYear | None, found: list[Diagnostic]
) -> Milestone:
    at = written.at("due" if written.has("due") else "task")
    return Milestone(
        id=written.id,
        title=written.task,
        at=at,
        who=written.who or "",
        kind=_KINDS.get(written.serves or "", written.serves or ""),
        on=written.due,
        not_before=written.not_before,
        window=_lag(written.open_for, written.at("open_for"), written, found) if written.open_for else None,
        after=_links(written, "after", found),
        before=_links(written, "before", found),
        meeting_of=written.at_next_meeting_of or "",
        target=_target(written, dossier, leads_to, at),
        needs_working_day=written.working_day is not False,
        is_restricted=written.restricted is not None,
        actual_on=written.done_on,
        slipped_because=written.slipped_because or "",
        minute=written.minute or "",
        planned_earlier=tuple(
            PlannedEarlier(
                last_day_of(each.due),
                each.due.label if isinstance(each.due, Month) else None,
                each.changed_on,
                each.because or "",
                each.minute or "",
            )
            for each in written.planned_before
        ),
    )


def _links(written: Written, name: str, found: list[Diagnostic]) -> tuple[Link, ...]:
    links: Mapping[str, str] = getattr(written, name)
    if not links:
        return ()
    raw = written.raw[name]
    made = []
    for other, words in links.items():
        at = Location(raw.file, *raw.places[other][:2])
        made.append(Link(other, at, _lag(words, at, written, found) or Lag(0)))
    return tuple(made)


def _lag(words: str, at: Location, written: Written, found: list[Diagnostic]) -> Lag | None:
    lag = read_lag(words)
    if lag is None:
        message = f"“{words}”, at “{written.task}”, is no length of time that can be counted; it is taken as none"
        fix = "write a number of days, working days, weeks or months, such as “10 working days”"
        found.append(Diagnostic(at, "timetable/lead-time", message, Severity.ERROR, fix))
    return lag


def _target(written: Written, dossier: Dossier, leads_to: FinancialYear | None, at: Location) -> Target | None:
    """The last day for what completes the plan, or its summary; what is dated after the plan's year is another's."""
    if leads_to is None:
        return None
    if written.due is not None and last_day_of(written.due) > leads_to.last_day:
        return None
    if written.serves == "partnership-plan":
        return _plan_target(dossier, leads_to, at)
    if written.serves == "plan-summary":
        return Target(date(leads_to.starts_in, 5, 1), at, "practice publishes the summary as the year begins")
    return None


def _plan_target(dossier: Dossier, leads_to: FinancialYear, at: Location) -> Target | None:
    provision = plan_provision(dossier, leads_to.first_day)
    because = f"on that day the year {leads_to.label} begins, and the plan is revised before the start of each year"
    written = dossier.timetable
    said = written.at("for_plan_year") if written is not None and written.for_plan_year is not None else at
    return Target(leads_to.first_day, said, because, provision) if provision else None
