"""Periods and days that stand in a text, such as the title of a plan or of minutes."""

import re
from datetime import date
from typing import NamedTuple

from cspcycle.model.values import Month
from cspcycle.source.words import MONTHS

_LONGEST_PERIOD = 20  # years; what is longer is no period of a plan but two numbers that stand side by side
_YEAR = r"(?:19|20)[0-9]{2}"
_PERIOD = re.compile(
    rf"(?<![0-9])({_YEAR})(?:[-/][0-9]{{2}})?\s*(?:-|–|—|/|\bto\b|\buntil\b)\s*"
    rf"(?:[0-9]{{1,2}}\s+)?(?:(?:{'|'.join(MONTHS)})\s+)?"
    rf"(?:({_YEAR})(?:[-/]([0-9]{{2}}))?|([0-9]{{2}}))(?![-/]?[0-9])"
)
_SINGLE = re.compile(rf"(?<![0-9])({_YEAR})(?![0-9])")
_DAY = re.compile(rf"\b([0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(MONTHS)})\s+({_YEAR})\b", re.IGNORECASE)


class Label(NamedTuple):
    """The first and the last calendar year that a text names as a period."""

    first_year: int
    last_year: int


def periods_in(text: str) -> list[Label]:
    """The periods of more than one calendar year that the text names.

    >>> periods_in("Safer Vale Plan 2027–30"), periods_in("April 2024 to March 2026")
    ([Label(first_year=2027, last_year=2030)], [Label(first_year=2024, last_year=2026)])
    >>> periods_in("2017/18 to 2019/20"), periods_in("2027-04-01")
    ([Label(first_year=2017, last_year=2020)], [])
    """
    found = []
    for match in _PERIOD.finditer(text):
        first = int(match[1])
        last = _last_year(first, match)
        if first < last <= first + _LONGEST_PERIOD:
            found.append(Label(first, last))
    return found


def _last_year(first: int, match: re.Match[str]) -> int:
    if match[4]:
        return _following(first, int(match[4]))
    last = int(match[2])
    return _following(last, int(match[3])) if match[3] else last


def _following(year: int, two_digits: int) -> int:
    """The first year from `year` on that ends in the two digits."""
    return year + (two_digits - year) % 100


def single_years_in(text: str) -> list[int]:
    """Every calendar year that the text names.

    >>> single_years_in("Plan for 2027, agreed in 2026")
    [2027, 2026]
    """
    return [int(match[1]) for match in _SINGLE.finditer(text)]


def days_in(text: str) -> list[date]:
    """The full days that the text names.

    >>> days_in("Minutes of 24th January 2023")
    [datetime.date(2023, 1, 24)]
    """
    return [
        day
        for match in _DAY.finditer(text)
        if (day := _day(int(match[3]), MONTHS.index(match[2].capitalize()) + 1, int(match[1])))
    ]


def _day(year: int, month: int, day: int) -> date | None:
    last = Month(year, month).last_day.day
    return date(year, month, day) if 1 <= day <= last else None


def without_days(text: str) -> str:
    """The text without the full days it names.

    >>> without_days("Minutes of 24th January 2023")
    'Minutes of '
    """
    return _DAY.sub("", text)
