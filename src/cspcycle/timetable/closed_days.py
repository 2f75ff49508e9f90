"""The closures of a timetable: days that are no working days, and stretches in which nothing is planned."""

from collections.abc import Iterator
from datetime import date, timedelta

from cspcycle.model.timetable import Closure
from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.source.words import day_in_words
from cspcycle.timetable.plan import Blackout
from cspcycle.timetable.working_days import NamedDay

_MOST_DAYS = 400


def closed_days(
    closures: tuple[Closure, ...],
) -> tuple[tuple[NamedDay, ...], tuple[Blackout, ...], list[Diagnostic]]:
    """The days off by name, the blackouts with their reasons, and closures that contradict themselves."""
    days_off: list[NamedDay] = []
    blackouts: list[Blackout] = []
    found: list[Diagnostic] = []
    for closure in closures:
        last_day = closure.last_day or closure.first_day
        length = (last_day - closure.first_day).days + 1
        if not 0 < length <= _MOST_DAYS:
            found.append(_fault(closure, last_day, length))
        elif closure.kind == "closure":
            days_off += _days(closure.first_day, length, closure.reason)
        else:
            until = date.fromordinal(min(last_day.toordinal() + 1, date.max.toordinal()))
            blackouts.append(Blackout(closure.first_day, until, closure.reason, closure.at("first_day")))
    return tuple(days_off), tuple(blackouts), found


def _days(first_day: date, length: int, reason: str) -> Iterator[NamedDay]:
    return (NamedDay(first_day + timedelta(days=number), reason) for number in range(length))


def _fault(closure: Closure, last_day: date, length: int) -> Diagnostic:
    if length <= 0:
        first, last = day_in_words(closure.first_day), day_in_words(last_day)
        message = f"“{closure.reason}” ends on {last}, before it begins on {first}"
        fix = "exchange the two days; until then it is not counted"
    else:
        message = f"“{closure.reason}” lasts {length:,} days; the calendar counts {_MOST_DAYS} at the most"
        fix = "correct the year of one of the two days; until then it is not counted"
    return Diagnostic(closure.at("last_day"), "timetable/closure-days", message, Severity.ERROR, fix)
