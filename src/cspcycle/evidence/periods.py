"""Periods as official titles and columns write them, read into days."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from cspcycle.evidence.record import Period, month_period, year_ending

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
YEAR_ENDING = re.compile(r"year ending (?:\d{1,2} )?([A-Za-z]+) ((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
FROM_TO = re.compile(r"([A-Za-z]+) ((?:19|20)\d{2}) to (?:\d{1,2} )?([A-Za-z]+) ((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
FINANCIAL = re.compile(r"\b((?:19|20)\d{2})[/_-](\d{2})\b")
MONTH = re.compile(r"((?:19|20)\d{2})-(0[1-9]|1[0-2])")
QUARTER = re.compile(r"((?:19|20)\d{2})[ -]?Q([1-4])", re.IGNORECASE)
NAMED_MONTH = re.compile(r"([A-Za-z]+) ((?:19|20)\d{2})")


def last_year_named(title: str) -> Period | None:
    """The last year that a table's title names: it may name the year before as well."""
    found: list[Period] = []
    for month, year in YEAR_ENDING.findall(title):
        if month.lower() in MONTHS:
            found.append(year_ending(int(year), MONTHS[month.lower()]))
    for first, first_year, last, last_year in FROM_TO.findall(title):
        if first.lower() in MONTHS and last.lower() in MONTHS:
            start = month_period(int(first_year), MONTHS[first.lower()]).first_day
            end = month_period(int(last_year), MONTHS[last.lower()]).last_day
            if end > start:
                found.append(Period(start, end))
    found += [financial_year(int(year)) for year, _ in FINANCIAL.findall(title)]
    return max(found, key=lambda period: period.last_day) if found else None


def financial_year(starts: int) -> Period:
    """April to March."""
    return year_ending(starts + 1, 3)


def financial_quarter(starts: int, quarter: int) -> Period:
    """A quarter of a financial year: the fourth is January to March of the second year."""
    year, month = (starts + 1, 1) if quarter == 4 else (starts, 1 + 3 * quarter)
    return Period(date(year, month, 1), month_period(year, month + 2).last_day)


def read_period(text: str) -> Period | None:
    """The period a person wrote: 2024-01, 2024-Q1, 2024/25, 2024, January 2024, year ending …, two days with `to`."""
    text = " ".join(text.split())
    for shape, read in SHAPES:
        if match := shape.fullmatch(text):
            return read(match)
    return None


def _month(match: re.Match[str]) -> Period:
    return month_period(int(match[1]), int(match[2]))


def _quarter(match: re.Match[str]) -> Period:
    year, month = int(match[1]), 3 * int(match[2])
    return Period(date(year, month - 2, 1), month_period(year, month).last_day)


def _financial(match: re.Match[str]) -> Period | None:
    starts = int(match[1])
    return financial_year(starts) if (starts + 1) % 100 == int(match[2]) else None


def _named_month(match: re.Match[str]) -> Period | None:
    month = MONTHS.get(match[1].lower())
    return month_period(int(match[2]), month) if month else None


def _days(match: re.Match[str]) -> Period | None:
    try:
        period = Period(date.fromisoformat(match[1]), date.fromisoformat(match[2] or match[1]))
    except ValueError:
        return None
    return period if period.first_day <= period.last_day else None


SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = (
    (MONTH, _month),
    (QUARTER, _quarter),
    (FINANCIAL, _financial),
    (re.compile(r"(?:19|20)\d{2}"), lambda match: year_ending(int(match[0]), 12)),
    (NAMED_MONTH, _named_month),
    (YEAR_ENDING, lambda match: last_year_named(match[0])),
    (FROM_TO, lambda match: last_year_named(match[0])),
    (re.compile(r"(\d{4}-\d{2}-\d{2})(?: to (\d{4}-\d{2}-\d{2}))?"), _days),
)
