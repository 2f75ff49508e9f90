"""Duties that need no logic of their own: filled keys, once a year, within so many months, the partnership's word."""

from collections.abc import Iterable
from datetime import date, timedelta

from cspcycle.checks.check import Context
from cspcycle.checks.outcome import Judged, Outcome, due, met, unknown, unmet
from cspcycle.checks.paths import follow, in_words
from cspcycle.checks.words import day_in_words
from cspcycle.law.instrument import Duty, Version
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Location
from cspcycle.timetable.dates import add_months


def shown_by(context: Context, version: Version) -> Judged:
    """Met when every path is filled; unmet when one is answered no, or holds too few; due when its day is to come."""
    missing: list[str] = []
    shown: list[str] = []
    to_come: list[tuple[date, Location]] = []
    at: Location | None = None
    for condition in version.shown_by:
        found = follow(context.dossier, condition.path)
        if not found:
            missing.append(condition.path)
            continue
        past = [(value, place) for value, place in found if not _is_to_come(context, condition.path, value)]
        if not past:
            to_come.append(min(found))
            continue
        value, place = past[0]
        at = at or place
        if value is False:
            return unmet(f"`{condition.path}` is answered no", place)
        count = len(value) if isinstance(value, tuple | dict) else len(past)
        if count < condition.at_least:
            return unmet(f"`{condition.path}` has {count} where {condition.at_least} are needed", place)
        shown.append(f"`{condition.path}` is {in_words(value)}")
    if missing:
        return unknown("the files do not say", *missing, at=at)
    if to_come:
        day, place = max(to_come)
        return due(f"planned for {day_in_words(day)}", day, place)
    return met("; ".join(shown), at)


def _is_to_come(context: Context, path: str, value: object) -> bool:
    """Whether the value is a day on which something is still to be done. A plan is there before the day it begins."""
    return isinstance(value, date) and value > context.on and not path.endswith(".starts_on")


def every_year(context: Context, version: Version) -> Judged:
    """Once in each April-March year: a record that names its year and the day it was done, and those before it."""
    rule = version.every_year
    assert rule is not None  # noqa: S101 - asked only of such a version
    records = [record for path in (rule.path, f"{rule.earlier}[]") for record, _ in follow(context.dossier, path)]
    this_year = context.year
    last_year = FinancialYear(this_year.starts_in - 1)
    dated: list[tuple[FinancialYear, date, Location]] = []
    for record in records:
        year, day = getattr(record, rule.year_key), getattr(record, rule.day_key)
        if day is not None and day <= context.on:
            dated.append((year or FinancialYear.of(day), day, record.at(rule.day_key)))
    key = f"{rule.path}.{rule.day_key}"
    end = day_in_words(this_year.last_day)
    if not dated:
        return unknown(
            f"the files record none; that of {this_year.label} is due by {end}", f"{rule.path}.{rule.year_key}", key
        )
    year, day, place = max(dated)
    if year == this_year:
        if day not in year:
            return unmet(f"that of {year.label} was completed on {day_in_words(day)}, outside its year", place)
        return met(f"that of {year.label} was completed on {day_in_words(day)}", place)
    if year > this_year or year == last_year:
        return due(
            f"the last is that of {year.label}; that of {this_year.label} is due by {end}", this_year.last_day, place
        )
    return unmet(f"the last is that of {year.label}; {last_year.label} passed with none", place)


def once_a_year(context: Context, days: list[tuple[date, Location]], *, what: str, settle: tuple[str, ...]) -> Judged:
    """Met when this year's is there, due when last year's is, unmet when a year has passed with none, else unknown."""
    past = sorted((day, place) for day, place in days if day <= context.on)
    planned = sorted((day, place) for day, place in days if day > context.on and day in context.year)
    end = context.year.last_day
    if past and past[-1][0] in context.year:
        return met(f"{what} on {day_in_words(past[-1][0])}", past[-1][1])
    if planned:
        day, place = planned[0]
        return due(f"planned for {day_in_words(day)}", day, place)
    if not past:
        return unknown(f"the files record none; this year's is due by {day_in_words(end)}", *settle)
    day, place = past[-1]
    if day in FinancialYear(context.year.starts_in - 1):
        return due(f"the last was on {day_in_words(day)}; this year's is due by {day_in_words(end)}", end, place)
    return unmet(
        f"the last was on {day_in_words(day)}; {FinancialYear(context.year.starts_in - 1).label} passed with none",
        place,
    )


def within(context: Context, version: Version) -> Judged:
    """The latest day at a path is no older than so many months."""
    rule = version.within
    assert rule is not None  # noqa: S101 - asked only of such a version
    days = sorted(
        (value, place)
        for value, place in follow(context.dossier, rule.path)
        if isinstance(value, date) and value <= context.on
    )
    if not days:
        return unknown("the files record none", rule.path)
    day, place = days[-1]
    limit = months_after(day, rule.months) + timedelta(days=rule.days)
    if context.on <= limit:
        return met(f"last on {day_in_words(day)}; the next is due by {day_in_words(limit)}", place)
    return unmet(f"last on {day_in_words(day)}, so the next was due by {day_in_words(limit)}", place)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day if it is shorter.

    The calendar ends with the year 9999, which a slip of the finger can write; nothing is later than its last day.
    """
    try:
        return add_months(day, months)
    except ValueError:
        return date.max


def gravest(answers: Iterable[Judged]) -> Judged | None:
    """Of several answers the one that matters most: unmet, then unknown, then due; None when there is none of these."""
    order = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.DUE)
    return min(
        (each for each in answers if each.outcome in order), key=lambda each: order.index(each.outcome), default=None
    )


def declared(duty: Duty) -> Judged:
    """Only the partnership can say so."""
    return unknown("only the partnership can say", f"duties.{duty.id}")
