"""Days in words and the arithmetic of whole months, beside the months and financial years: without bank holidays."""

from calendar import monthrange
from datetime import date

from cspcycle.model.years import FinancialYear, Month
from cspcycle.source.words import MONTHS, day_in_words

__all__ = ["MONTH_NAMES", "WEEKDAY_NAMES", "FinancialYear", "Month", "add_months", "in_words", "without_weekday"]

MONTH_NAMES = MONTHS
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
    return day_in_words(day)


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
