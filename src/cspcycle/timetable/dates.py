"""Financial years, quarters, months and the arithmetic of whole months: pure, and without bank holidays."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(day: date) -> str:
    """The day as a paper writes it, in English whatever the machine's language.

    >>> in_words(date(2027, 3, 4))
    'Thursday 4 March 2027'
    """
    return f"{WEEKDAY_NAMES[day.weekday()]} {without_weekday(day)}"


def without_weekday(day: date) -> str:
    """The day without its weekday.

    >>> without_weekday(date(2027, 3, 4))
    '4 March 2027'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier); the last day of a month that is too short.

    >>> add_months(date(2027, 1, 31), 1), add_months(date(2028, 2, 29), -12)
    (datetime.date(2027, 2, 28), datetime.date(2027, 2, 28))

    Raises: ValueError if the result is outside the years 1 to 9999.
    """
    year, month_from_zero = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"{months} months from {day} is outside the years 1 to 9999")
    return date(year, month_from_zero + 1, min(day.day, monthrange(year, month_from_zero + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year. As a deadline it means its last day, and keeps its own words as the label.

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
        """The words a paper uses."""
        return f"{MONTH_NAMES[self.month - 1]} {self.year}"


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The year from 1 April of `starts_in`, until and not including the next 1 April.

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

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day < self.until

    @property
    def with_neighbours(self) -> tuple["FinancialYear", ...]:
        """The year before, this one and the next, as far as dates reach."""
        return tuple(FinancialYear(self.starts_in + n) for n in (-1, 0, 1) if 1 <= self.starts_in + n <= 9998)
