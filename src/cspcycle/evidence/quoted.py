"""What a finding says in words against the figures of the indicator that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cspcycle.evidence.charts.drawn import monthly
from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.periods import last_year_named
from cspcycle.evidence.record import Partnership, Period, Record, Withheld
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.series import rolling_twelve
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

NUMBER = re.compile(
    r"(?<![\w.,/-])([+\-\u2212]?\d{1,3}(?:,\d{3})+|[+\-\u2212]?\d+(?:\.\d+)?)(\s?%| per cent\b)?(?![\w/]|,\d|\.\d)"
)
RISE = re.compile(
    r"\b(rose|risen|rise|rises|rising|increased?|increases|increasing|went up|grew|higher)\b", re.IGNORECASE
)
FALL = re.compile(
    r"\b(fell|fallen|falls?|falling|decreased?|decreases|reduced|reduction|went down|dropped|lower)\b", re.IGNORECASE
)
PER_1000 = re.compile(r"\bper 1,?000\b")


class Quoted(NamedTuple):
    """A number in a text: how it reads, its value, and whether it is a percentage."""

    text: str
    value: float
    places: int
    is_percent: bool


class Known(NamedTuple):
    """The numbers that indicators bear: counts, rates and differences; and percentages of change."""

    figures: tuple[float, ...]
    percents: tuple[float, ...]

    def bears(self, value: float, places: int, *, is_percent: bool = False) -> bool:
        """Whether one of the numbers reads as this one with so many decimal places."""
        candidates = self.percents if is_percent else self.figures
        return any(round(abs(candidate), places) == abs(value) for candidate in candidates)


def numbers_of_period(held: Held, partnership: Partnership, indicator: str, period: Period | None) -> Known:
    """The partnership's own count, rate, difference and change in percent for the period, or for the latest."""
    record = held.record(indicator, partnership, period)
    figures = [float(record.number)] if record and record.number is not None else []
    percents: list[float] = []
    found = compare(held, partnership, indicator)
    if found is not None and period in {None, found.period}:
        own = found.own
        figures += [float(own.count)] if isinstance(own.count, (int, float)) else []
        figures += [own.rate.value] if isinstance(own.rate, Rate) else []
        if own.change is not None:
            figures.append(float(own.change.after - own.change.before))
            percents += [] if isinstance(own.change.percent, Withheld) else [own.change.percent]
    return Known(tuple(figures), tuple(percents))


def known_numbers(held: Held, partnership: Partnership, *indicators: str, similar: Iterable[str] = ()) -> Known:
    """Every number that a text may state of the indicators: of the year, of each month, of twelve months together."""
    figures: list[float] = []
    percents: list[float] = []
    group = tuple(similar)
    for indicator in indicators:
        found = compare(held, partnership, indicator, similar=group)
        if found is not None:
            more, changes = _known(found)
            figures += more
            percents += changes
        series = held.series(indicator, partnership)
        figures += [float(record.number) for record in series if record.number is not None]
        months = [record.number if record else None for _, record in monthly(held, partnership, indicator)]
        figures += [float(total) for total in rolling_twelve(months) if total is not None]
    return Known(tuple(figures), tuple(percents))


def find_disagreements(
    text: str,
    held: Held,
    partnership: Partnership,
    indicator: str,
    at: Location,
    *,
    also: tuple[str, ...] = (),
    similar: Iterable[str] = (),
) -> Iterator[Diagnostic]:
    """A finding for each number, direction or year in the text that the cited indicator does not bear out.

    A number may come from the indicators in `also` as well; direction and year are those of the first.
    """
    last = held.record(indicator, partnership)
    if last is None:
        return
    known = known_numbers(held, partnership, indicator, *also, similar=similar)
    found = compare(held, partnership, indicator)
    for quoted in numbers(text):
        if not known.bears(quoted.value, quoted.places, is_percent=quoted.is_percent):
            yield _disagreement(at, quoted.text.strip(), last, found)
    if found is not None and not also:
        yield from _direction(text, found, at)
    named = last_year_named(text)
    end = found.period if found else last.period
    if named is not None and named.last_day > end.last_day:
        message = f"the text speaks of the {named.label}, but the evidence ends with the {end.label}"
        yield Diagnostic(
            at, "evidence/period-disagrees", message, Severity.ERROR, "add the later edition, or correct the year"
        )


def numbers(text: str) -> Iterator[Quoted]:
    """The numbers that state a figure: percentages, those with a decimal point, and those from 100 upwards.

    Years, dates and small numbers such as "3 wards" are no claim about the indicator.
    """
    for match in NUMBER.finditer(PER_1000.sub("", text)):
        raw = match[1].replace(",", "").replace("\u2212", "-")
        value = float(raw)
        plain = raw.lstrip("+-")
        is_year = plain.isdigit() and 1900 <= value <= 2100 and "," not in match[1] and not match[2]
        if not is_year and (match[2] or "." in raw or abs(value) >= 100):
            yield Quoted(match[0], value, len(raw.partition(".")[2]), bool(match[2]))


def _known(found: Comparison) -> tuple[list[float], list[float]]:
    known: list[float] = []
    percents: list[float] = []
    for standing in (found.own, found.force, found.nation, *found.similar):
        if standing is None:
            continue
        known += [float(value) for value in (standing.count, standing.base) if isinstance(value, (int, float))]
        if isinstance(standing.rate, Rate):
            known.append(standing.rate.value)
        if standing.change is not None:
            known += [float(standing.change.before), float(standing.change.after - standing.change.before)]
            if not isinstance(standing.change.percent, Withheld):
                percents.append(standing.change.percent)
    return known, percents


def _disagreement(at: Location, text: str, last: Record, found: Comparison | None) -> Diagnostic:
    message = f"the text says {text}, but {what_it_is(last, found)}"
    fix = "correct the number, or cite the indicator that it comes from"
    return Diagnostic(at, "evidence/figure-disagrees", message, Severity.ERROR, fix)


def what_it_is(last: Record, found: Comparison | None) -> str:
    """What the evidence says of an indicator, in one clause."""
    title = last.indicator.title
    if found is None:
        value = last.value.reason if isinstance(last.value, Withheld) else f"{last.value:,}"
        return f"{title} is {value} in {last.period.label}"
    own = found.own
    says = own.count.reason if isinstance(own.count, Withheld) else f"{own.count:,} in the {found.period.label}"
    if own.change is not None:
        percent = own.change.percent
        says += f", from {own.change.before:,}"
        says += "" if isinstance(percent, Withheld) else f" ({percent:+.1f} %)"
    if isinstance(own.rate, Rate):
        says += f", {own.rate.value:,.2f} per 1,000"
    return f"{title} is {says}"


def _direction(text: str, found: Comparison, at: Location) -> Iterator[Diagnostic]:
    change = found.own.change
    if change is None or bool(RISE.search(text)) == bool(FALL.search(text)):
        return
    says_rise = bool(RISE.search(text))
    moved = change.after - change.before
    title = found.indicator.title
    if (moved > 0) != says_rise and moved:
        said = "rise" if says_rise else "fall"
        message = f"the text says a {said}, but {title} went from {change.before:,} to {change.after:,}"
        yield Diagnostic(at, "evidence/direction-disagrees", message, Severity.ERROR, "correct the direction")
    elif not change.is_clear:
        message = f"{title} went from {change.before:,} to {change.after:,}, which chance alone may explain"
        yield Diagnostic(at, "evidence/no-clear-change", message, Severity.WARNING, "say that there is no clear change")
