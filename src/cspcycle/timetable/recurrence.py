"""The days of a repeated event (RFC 5545, for rules in whole days); it looks no further than the last day asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from cspcycle.timetable.dates import Month, add_months

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
_A_DAY = timedelta(days=1)


class NotUnderstood(Exception):  # noqa: N818 - it is no error of ours: the rule came from somebody else's calendar
    """The rule is broken, repeats within a day, or uses a part that no committee needs."""


@dataclass(frozen=True, slots=True)
class _Rule:
    frequency: str
    interval: int
    count: int | None
    until: date
    weekdays: tuple[tuple[int, int], ...]  # which one in the period, or 0 for each; and the weekday, Monday 0
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    positions: tuple[int, ...]
    week_start: int


def repeated_days(rule: str, starts_on: date, until: date) -> Iterator[date]:
    """The days from the first until, and not including, the last. Raises: NotUnderstood."""
    read = _read(rule, until)
    days = (day for period in _periods(read, starts_on) for day in _chosen(period, read) if day >= starts_on)
    within = islice(days, read.count) if read.count is not None else days
    return (day for day in within if day <= read.until)


def _read(rule: str, until: date) -> _Rule:
    try:
        parts = dict(part.split("=") for part in rule.upper().split(";"))
        weekdays = [_NTH_WEEKDAY.fullmatch(each) for each in parts.get("BYDAY", "").split(",") if each]
        given_end = parts.get("UNTIL", "99991231")[:8]
        read = _Rule(
            frequency=parts["FREQ"],
            interval=int(parts.get("INTERVAL", "1")),
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            until=min(date.fromisoformat(given_end), until - _A_DAY),
            weekdays=tuple((int(each[1] or 0), _WEEKDAYS.index(each[2])) for each in weekdays if each),
            month_days=_numbers(parts, "BYMONTHDAY"),
            months=_numbers(parts, "BYMONTH"),
            positions=_numbers(parts, "BYSETPOS"),
            week_start=_WEEKDAYS.index(parts.get("WKST", "MO")),
        )
    except (ValueError, KeyError, OverflowError) as fault:
        raise NotUnderstood(rule) from fault
    is_by_nth = any(nth for nth, _ in read.weekdays)
    is_odd_week = read.frequency == "WEEKLY" and (read.month_days or read.positions or is_by_nth)
    is_odd_day = read.frequency == "DAILY" and is_by_nth
    if (
        read.frequency not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
        or not parts.keys() <= _KNOWN
        or not 1 <= read.interval <= 1000
        or (read.count is not None and read.count < 1)
        or None in weekdays
        or is_odd_week
        or is_odd_day
    ):
        raise NotUnderstood(rule)
    return read


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    return tuple(int(each) for each in parts[name].split(",")) if name in parts else ()


def _periods(rule: _Rule, starts_on: date) -> Iterator[list[date]]:
    """The days that the rule picks in each day, week, month or year, in order, before positions are counted."""
    match rule.frequency:
        case "DAILY":
            for day in _steps(starts_on, rule.until, rule.interval):
                yield [day] if _fits(day, rule) else []
        case "WEEKLY":
            wanted = {weekday for _, weekday in rule.weekdays} or {starts_on.weekday()}
            first = starts_on - timedelta(days=(starts_on.weekday() - rule.week_start) % 7)
            for week in _steps(first, rule.until, rule.interval * 7):
                days = [week + timedelta(days=n) for n in range(7)]
                yield [day for day in days if day.weekday() in wanted and _in_months(day, rule)]
        case "MONTHLY":
            month = starts_on.replace(day=1)
            while month <= rule.until:
                yield _in_month(Month(month.year, month.month), rule, starts_on) if _in_months(month, rule) else []
                month = add_months(month, rule.interval)
        case _:
            for year in range(starts_on.year, rule.until.year + 1, rule.interval):
                yield _in_year(year, rule, starts_on)


def _steps(day: date, last: date, days: int) -> Iterator[date]:
    while day <= last:
        yield day
        day += timedelta(days=days)


def _in_month(month: Month, rule: _Rule, starts_on: date) -> list[date]:
    days = [month.first_day + timedelta(days=n) for n in range(month.last_day.day)]
    if not rule.weekdays and not rule.month_days:
        return [day for day in days if day.day == starts_on.day]
    return _by_weekday([day for day in days if _on_month_day(day, rule)], days, rule)


def _in_year(year: int, rule: _Rule, starts_on: date) -> list[date]:
    if not (rule.months or rule.weekdays or rule.month_days):
        return _in_month(Month(year, starts_on.month), rule, starts_on)
    if rule.months or not rule.weekdays:
        months = sorted(set(rule.months)) or range(1, 13)
        return [day for month in months if 1 <= month <= 12 for day in _in_month(Month(year, month), rule, starts_on)]
    days = list(_steps(date(year, 1, 1), date(year, 12, 31), 1))
    return _by_weekday([day for day in days if _on_month_day(day, rule)], days, rule)


def _by_weekday(days: list[date], whole: list[date], rule: _Rule) -> list[date]:
    """Those of the days that are a wanted weekday, or the nth such weekday of the whole period."""
    if not rule.weekdays:
        return days
    wanted: set[date] = set()
    for nth, weekday in rule.weekdays:
        same = [day for day in whole if day.weekday() == weekday]
        if nth == 0:
            wanted.update(same)
        elif abs(nth) <= len(same):
            wanted.add(same[nth - 1 if nth > 0 else nth])
    return [day for day in days if day in wanted]


def _chosen(days: list[date], rule: _Rule) -> list[date]:
    if not rule.positions:
        return days
    return sorted({days[n - 1 if n > 0 else n] for n in rule.positions if n and abs(n) <= len(days)})


def _fits(day: date, rule: _Rule) -> bool:
    weekdays = {weekday for _, weekday in rule.weekdays}
    return _in_months(day, rule) and _on_month_day(day, rule) and (not weekdays or day.weekday() in weekdays)


def _in_months(day: date, rule: _Rule) -> bool:
    return not rule.months or day.month in rule.months


def _on_month_day(day: date, rule: _Rule) -> bool:
    last = Month(day.year, day.month).last_day.day
    return not rule.month_days or day.day in rule.month_days or day.day - last - 1 in rule.month_days
