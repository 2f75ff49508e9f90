"""Short ways to write inputs in these tests."""

from datetime import date

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.build import build_timetable
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.entry import Entry, Timetable
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.meetings import Body, GivenMeeting
from cspcycle.timetable.plan import Inputs, Link, Milestone, Target
from cspcycle.timetable.working_days import WorkingDays

AT = Location("timetable.yaml", 1, 1)
WORKING = WorkingDays.of_england_and_wales()
YEAR = FinancialYear(2026)
ON = date(2026, 4, 1)


def line(number: int) -> Location:
    return Location("timetable.yaml", number, 3)


def after(other: str, count: int = 0, unit: Unit = Unit.DAYS) -> tuple[Link, ...]:
    return (Link(other, AT, Lag(count, unit)),)


def body(name: str, *days: date, **more: object) -> Body:
    given = tuple(GivenMeeting(f"{name}-{number}", day, AT) for number, day in enumerate(days, start=1))
    return Body(name, name.capitalize(), AT, given=given, **more)  # type: ignore[arg-type]


def target(before: date) -> Target:
    return Target(before, AT, "the plan is revised before the year starts", "SI 2007/1830 reg. 11")


def timetable(*milestones: Milestone, on: date = ON, **more: object) -> Timetable:
    return build_timetable(Inputs(AT, WORKING, milestones, **more), on=on, year=YEAR)  # type: ignore[arg-type]


def codes(made: Timetable) -> list[str]:
    return [finding.code.removeprefix("timetable/") for finding in made.findings]


def entry(made: Timetable, entry_id: str) -> Entry:
    return made.by_id()[entry_id]
