"""Lead times in days, working days, weeks and months: read from words, added and taken away."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cspcycle.timetable.dates import add_months
from cspcycle.timetable.working_days import WorkingDays

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = re.compile(r"(-?\d{1,9}|[a-z]+) +((?:working |calendar )?days?|weeks?|months?|years?)", re.ASCII)


class Unit(StrEnum):
    """What a lead time is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Lag:
    """A length of time between two steps, or of one step; it adds to a day and can be taken from one.

    >>> str(Lag(1, Unit.WORKING_DAYS)), str(Lag(6, Unit.WEEKS))
    ('1 working day', '6 weeks')
    """

    count: int
    unit: Unit = Unit.DAYS

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value[:-1] if abs(self.count) == 1 else self.unit.value}"

    def __bool__(self) -> bool:
        return self.count != 0

    def after(self, day: date, working: WorkingDays) -> date:
        """The day on which the time has passed. Raises: OverflowError or ValueError outside the years 1 to 9999."""
        match self.unit:
            case Unit.WORKING_DAYS:
                return working.add(day, self.count)
            case Unit.MONTHS:
                return add_months(day, self.count)
            case Unit.WEEKS:
                return day + timedelta(weeks=self.count)
            case Unit.DAYS:
                return day + timedelta(days=self.count)

    def before(self, day: date, working: WorkingDays) -> date:
        """The last day from which `after` comes no later than the given day; for working days, the last working one.

        >>> Lag(1, Unit.MONTHS).before(date(2027, 2, 28), WorkingDays([], date.min, date.max))
        datetime.date(2027, 1, 31)
        """
        match self.unit:
            case Unit.WORKING_DAYS:
                return working.subtract(day, self.count)
            case Unit.MONTHS:
                start = add_months(day, -self.count)
                while add_months(start + timedelta(days=1), self.count) <= day:
                    start += timedelta(days=1)
                return start
            case Unit.WEEKS:
                return day - timedelta(weeks=self.count)
            case Unit.DAYS:
                return day - timedelta(days=self.count)


NO_LAG = Lag(0)


def read_lag(words: str) -> Lag | None:
    """The lead time a person wrote, or None; a year is twelve months.

    >>> read_lag("8 weeks"), read_lag("ten working days"), read_lag("soon")
    (Lag(count=8, unit=<Unit.WEEKS: 'weeks'>), Lag(count=10, unit=<Unit.WORKING_DAYS: 'working days'>), None)
    """
    match = _WORDS.fullmatch(" ".join(words.lower().split()))
    if match is None:
        return None
    number, unit = match[1], match[2].rstrip("s")
    if number in _NUMBERS:
        count = _NUMBERS.index(number)
    elif number.lstrip("-").isdigit():
        count = int(number)
    else:
        return None
    if unit == "year":
        return Lag(count * 12, Unit.MONTHS)
    return Lag(count, {"working day": Unit.WORKING_DAYS, "week": Unit.WEEKS, "month": Unit.MONTHS}.get(unit, Unit.DAYS))
