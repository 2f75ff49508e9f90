"""Months and financial years, for every room alike: pure, so that whoever only counts days imports nothing heavy."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from cspcycle.source.words import MONTHS


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A whole month, where a document names no day. As a deadline it means its last day, and keeps its own words.

    >>> Month(2014, 1).last_day, Month(2014, 1).label
    (datetime.date(2014, 1, 31), 'January 2014')
    """

    year: int
    month: int

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month, which "by January 2014" means."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def label(self) -> str:
        """The month as documents print it."""
        return f"{MONTHS[self.month - 1]} {self.year}"


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The year from 1 April of `starts_in`, until and not including the next 1 April.

    Law: "year" in the strategy regulations (SI 2007/1830 reg. 2).

    >>> FinancialYear.of(date(2027, 3, 31)).label
    '2026-27'
    """

    starts_in: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The only financial year that has the day in it."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @classmethod
    def read(cls, label: str) -> Self | None:
        """The year a person wrote, or None.

        >>> FinancialYear.read("2026-27"), FinancialYear.read("1999/00"), FinancialYear.read("2026-28")
        (FinancialYear(starts_in=2026), FinancialYear(starts_in=1999), None)
        """
        first, _, second = label.strip().replace("/", "-").replace("–", "-").partition("-")
        if not (first.isascii() and first.isdigit() and len(first) == 4 and 1 <= int(first) <= 9998):
            return None
        following = f"{int(first) + 1:04}"
        return cls(int(first)) if second in {following, following[2:]} else None

    @property
    def label(self) -> str:
        """The year as papers write it."""
        return f"{self.starts_in}-{(self.starts_in + 1) % 100:02}"

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.starts_in, 4, 1)

    @property
    def until(self) -> date:
        """The 1 April that is no longer in the year."""
        return date(self.starts_in + 1, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March."""
        return date(self.starts_in + 1, 3, 31)

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months, April first.

        >>> FinancialYear(2026).months[9].label
        'January 2027'
        """
        return tuple(Month(self.starts_in + (month > 12), (month - 1) % 12 + 1) for month in range(4, 16))

    @property
    def quarters(self) -> tuple[tuple[Month, Month, Month], ...]:
        """The four quarters, April to June first.

        >>> [quarter[2].last_day.isoformat() for quarter in FinancialYear(2026).quarters]
        ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31']
        """
        m = self.months
        return tuple((m[i], m[i + 1], m[i + 2]) for i in range(0, 12, 3))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first_day <= day <= self.last_day

    @property
    def with_neighbours(self) -> tuple["FinancialYear", ...]:
        """The year before, this one and the next, as far as dates reach."""
        return tuple(FinancialYear(self.starts_in + n) for n in (-1, 0, 1) if 1 <= self.starts_in + n <= 9998)
