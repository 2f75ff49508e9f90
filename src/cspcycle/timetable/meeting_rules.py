"""Meeting dates from a rule: "first Tuesday of the quarter", "four times a year, at least 10 working days apart"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.dates import MONTH_NAMES, WEEKDAY_NAMES, FinancialYear, Month, in_words
from cspcycle.timetable.reasons import Because, Step
from cspcycle.timetable.working_days import WorkingDays

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_A_DAY = timedelta(days=1)


class NoMeetings(Protocol):
    """A stretch of days without meetings, and why."""

    @property
    def reason(self) -> str: ...
    def __contains__(self, day: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """How often a body meets, and on which day.

    With a weekday: the nth such day of each month, quarter or year (of the named months only, where they are named).
    With `times`: so many of those days spread over the year, or, without a weekday, so many working days.
    """

    at: Location
    words: str
    weekday: int | None = None  # Monday is 0
    nth: int = 1  # -1 is the last
    period: Literal["month", "quarter", "year"] = "month"
    months: tuple[int, ...] = ()
    not_in: tuple[int, ...] = ()
    times: int | None = None
    working_days_apart: int = 0


class RuleDate(NamedTuple):
    """A date that a rule gave: its number in the year, which stays when the day moves, and the reasons."""

    number: int
    on: date
    why: tuple[Step, ...]


class _Slot(NamedTuple):
    """A part of the year that should have one meeting, and the days that would do, best first."""

    number: int
    name: str
    first: date
    until: date
    choices: Iterator[date]


def rule_dates(
    rule: MeetingRule,
    year: FinancialYear,
    working: WorkingDays,
    *,
    not_on: Sequence[NoMeetings] = (),
    taken: Sequence[date] = (),
    instead: Sequence[date] = (),
) -> tuple[list[RuleDate], list[str]]:
    """The dates of a year, and the names of the parts of the year for which the rule gave none.

    A part of the year in which a meeting stands `instead` of the rule's gets no date, and is not missing one.
    """
    dates: list[RuleDate] = []
    without: list[str] = []
    kept = list(taken)
    for slot in _slots(rule, year):
        if any(slot.first <= day < slot.until for day in instead):
            continue
        first_refusal: Step | None = None
        for wanted in slot.choices:
            day = working.next(wanted)
            refusal = _refusal(day, rule, working, not_on, kept)
            if refusal is None:
                dates.append(RuleDate(slot.number, day, _why(rule, wanted, day, first_refusal, working)))
                kept.append(day)
                break
            first_refusal = first_refusal or Step(Because.MOVED, since=wanted, text=refusal)
        else:
            without.append(slot.name)
    return dates, without


def _slots(rule: MeetingRule, year: FinancialYear) -> Iterator[_Slot]:
    if rule.times is None:
        for number, months in enumerate(_periods(rule, year), start=1):
            first, until = months[0].first_day, months[-1].last_day + _A_DAY
            yield _Slot(number, _name(months), first, until, _weekdays(rule, months))
        return
    starts = [_part_start(year, part, rule.times) for part in range(rule.times)]
    for part, (first, until) in enumerate(pairwise([*starts, year.until])):
        name = f"{in_words(first)} to {in_words(until - _A_DAY)}"
        yield _Slot(part + 1, name, first, until, _within(rule, year, first, until))


def _part_start(year: FinancialYear, part: int, parts: int) -> date:
    """The first day of one of so many equal parts of a year: of a month where months divide so."""
    if 12 % parts == 0:
        return year.months[part * 12 // parts].first_day
    return year.first_day + timedelta(days=365 * part // parts)


def _periods(rule: MeetingRule, year: FinancialYear) -> list[tuple[Month, ...]]:
    whole: dict[str, list[tuple[Month, ...]]] = {
        "year": [year.months],
        "quarter": [*year.quarters],
        "month": [(month,) for month in year.months],
    }
    chosen = [tuple(m for m in months if _is_allowed(m.month, rule)) for months in whole[rule.period]]
    return [months for months in chosen if months]


def _is_allowed(month: int, rule: MeetingRule) -> bool:
    return month not in rule.not_in and (not rule.months or month in rule.months)


def _weekdays(rule: MeetingRule, months: tuple[Month, ...]) -> Iterator[date]:
    """The nth weekday of the months taken together, then the following ones; from the last, the earlier ones."""
    wanted = range(5) if rule.weekday is None else (rule.weekday,)
    days = [
        date.fromordinal(number)
        for month in months
        for number in range(month.first_day.toordinal(), month.last_day.toordinal() + 1)
        if (number + 6) % 7 in wanted
    ]
    yield from (reversed(days) if rule.nth == -1 else days[rule.nth - 1 :])


def _within(rule: MeetingRule, year: FinancialYear, first: date, until: date) -> Iterator[date]:
    if rule.weekday is not None:
        best = (next(_weekdays(rule, months), None) for months in _periods(rule, year))
        yield from (day for day in best if day is not None and first <= day < until)
        return
    day = first
    while day < until:
        if day.weekday() < 5 and _is_allowed(day.month, rule):
            yield day
        day += _A_DAY


def _refusal(
    day: date, rule: MeetingRule, working: WorkingDays, not_on: Sequence[NoMeetings], kept: Sequence[date]
) -> str | None:
    if not _is_allowed(day.month, rule):
        return f"not in {MONTH_NAMES[day.month - 1]}"
    for blackout in not_on:
        if day in blackout:
            return blackout.reason
    for other in kept:
        if day == other or abs(working.count(other, day)) < rule.working_days_apart:
            return f"too near the meeting of {in_words(other)}"
    return None


def _why(rule: MeetingRule, wanted: date, day: date, refused: Step | None, working: WorkingDays) -> tuple[Step, ...]:
    steps = [Step(Because.RULE, text=rule.words, day=day)]
    if refused is not None:
        steps.append(Step(Because.MOVED, since=refused.since, day=day, text=refused.text))
    elif wanted != day:
        steps.append(Step(Because.MOVED, since=wanted, day=day, text=working.why_not_working(wanted)))
    return tuple(steps)


def _name(months: tuple[Month, ...]) -> str:
    return months[0].label if len(months) == 1 else f"{months[0].label} to {months[-1].label}"


def describe(rule: MeetingRule) -> str:
    """The rule in words made from its parts, for a rule that was written as a structure."""
    nth = next(word for word, number in ORDINALS.items() if number == rule.nth)
    day = "working day" if rule.weekday is None else WEEKDAY_NAMES[rule.weekday]
    of = ", ".join(MONTH_NAMES[m - 1] for m in rule.months) or f"the {rule.period}"
    parts = [] if rule.weekday is None and rule.times else [f"{nth} {day} of {of}"]
    if rule.times is not None:
        parts.append(f"{rule.times} times a year" if rule.times != 1 else "once a year")
    if rule.not_in:
        parts.append("not " + " or ".join(MONTH_NAMES[m - 1] for m in rule.not_in))
    if rule.working_days_apart:
        parts.append(f"at least {rule.working_days_apart} working days apart")
    return ", ".join(parts)
