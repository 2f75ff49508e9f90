"""Working days of England and Wales: bank holidays up to a stated horizon, and a council's own closures."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cspcycle.timetable.dates import WEEKDAY_NAMES

_ONE_DAY = timedelta(days=1)


class NamedDay(NamedTuple):
    """A weekday on which nobody works, and what it is called."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The published bank holidays, with where and when they were read and the days they reach."""

    days: tuple[NamedDay, ...]
    first_known: date
    last_known: date
    publisher: str
    address: str
    read_on: date
    attribution: str


@lru_cache(maxsize=1)
def bank_holidays() -> BankHolidays:
    """The bank holidays of England and Wales that ship with the product.

    Source: GOV.UK, UK bank holidays; edition and day read are in bank_holidays.json.
    """
    data = json.loads(Path(__file__).with_name("bank_holidays.json").read_text(encoding="utf-8"))
    return BankHolidays(
        days=tuple(NamedDay(date.fromisoformat(day), name) for day, name in data["days"].items()),
        first_known=date.fromisoformat(data["first_known"]),
        last_known=date.fromisoformat(data["last_known"]),
        publisher=data["publisher"],
        address=data["address"],
        read_on=date.fromisoformat(data["read_on"]),
        attribution=data["attribution"],
    )


class WorkingDays:
    """Monday to Friday, less bank holidays and closures; knows the first and last day it can speak for.

    >>> days = WorkingDays([NamedDay(date(2027, 3, 26), "Good Friday")], date(2027, 1, 1), date(2027, 12, 31))
    >>> days.add(date(2027, 3, 25), 1)
    datetime.date(2027, 3, 29)
    """

    def __init__(self, holidays: Iterable[NamedDay], first_known: date, last_known: date) -> None:
        named = {day: name for day, name in holidays if day.weekday() < 5}
        self._named = named
        self._days = sorted(named)
        self.first_known = first_known
        self.last_known = last_known

    @classmethod
    def of_england_and_wales(cls, closures: Iterable[NamedDay] = ()) -> "WorkingDays":
        """The shipped bank holidays with a partnership's own closures; a closure gives its name to a shared day."""
        published = bank_holidays()
        return cls([*published.days, *closures], published.first_known, published.last_known)

    def knows(self, day: date) -> bool:
        """Whether the bank holidays around the day have been published."""
        return self.first_known <= day <= self.last_known

    def is_working(self, day: date) -> bool:
        """Whether people work that day, as far as the calendar knows."""
        return day.weekday() < 5 and day not in self._named

    def why_not_working(self, day: date) -> str:
        """The name of the day off ("Good Friday", "Sunday"), or nothing for a working day."""
        return WEEKDAY_NAMES[day.weekday()] if day.weekday() >= 5 else self._named.get(day, "")

    def next(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it.

        Raises: OverflowError past the year 9999.
        """
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def previous(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before it.

        Raises: OverflowError before the year 1.
        """
        while not self.is_working(day):
            day -= _ONE_DAY
        return day

    def count(self, since: date, until: date) -> int:
        """The working days after `since`, up to and including `until`; negative when `until` is earlier.

        >>> days = WorkingDays([], date(2027, 1, 1), date(2027, 12, 31))
        >>> days.count(date(2027, 3, 5), date(2027, 3, 8)), days.count(date(2027, 3, 8), date(2027, 3, 5))
        (1, -1)
        """
        return self._number(until) - self._number(since)

    def add(self, day: date, working_days: int) -> date:
        """The day on which so many further working days have passed; a negative number counts back.

        Nought gives the day itself, working or not. Raises: OverflowError outside the years 1 to 9999.
        """
        if working_days < 0:
            return self.subtract(day, -working_days)
        return day if working_days == 0 else self._numbered(self._number(day) + working_days)

    def subtract(self, day: date, working_days: int) -> date:
        """The last working day from which `add` reaches no later than the day.

        >>> days = WorkingDays([], date(2027, 1, 1), date(2027, 12, 31))
        >>> days.subtract(date(2027, 3, 8), 1), days.subtract(date(2027, 3, 7), 1)
        (datetime.date(2027, 3, 5), datetime.date(2027, 3, 4))
        """
        return day if working_days == 0 else self._numbered(self._number(day) - working_days)

    def named_between(self, since: date, until: date) -> tuple[NamedDay, ...]:
        """The bank holidays and closures after `since` and before `until`, which working-day counts skip."""
        chosen = self._days[bisect_right(self._days, since) : bisect_left(self._days, until)]
        return tuple(NamedDay(day, self._named[day]) for day in chosen)

    def _number(self, day: date) -> int:
        """How many working days there have been from 1 January of year 1 (a Monday) to the day."""
        weeks, rest = divmod(day.toordinal(), 7)
        return weeks * 5 + min(rest, 5) - bisect_right(self._days, day)

    def _numbered(self, number: int) -> date:
        """The working day with that number: the inverse of `_number`."""
        holidays = 0
        while True:
            weeks, rest = divmod(number + holidays - 1, 5)
            ordinal = weeks * 7 + rest + 1
            if not 1 <= ordinal <= date.max.toordinal():
                raise OverflowError("the date is outside the years 1 to 9999")
            day = date.fromordinal(ordinal)
            passed = bisect_right(self._days, day)
            if passed == holidays:
                return day
            holidays = passed
