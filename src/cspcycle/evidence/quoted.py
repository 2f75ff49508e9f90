"""What a finding says in words against the figures of the indicator that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.periods import last_year_named
from cspcycle.evidence.record import Partnership, Withheld
from cspcycle.evidence.statistics.rates import Rate
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


def find_disagreements(
    text: str, held: Held, partnership: Partnership, indicator: str, at: Location
) -> Iterator[Diagnostic]:
    """A finding for each number, direction or year in the text that the cited indicator does not bear out."""
    found = compare(held, partnership, indicator)
    if found is None:
        return
    known, percents = _known(found)
    for quoted in numbers(text):
        candidates = percents if quoted.is_percent else known
        if not any(round(abs(value), quoted.places) == abs(quoted.value) for value in candidates):
            yield _disagreement(at, quoted, found)
    yield from _direction(text, found, at)
    period = last_year_named(text)
    if period is not None and period.last_day > found.period.last_day:
        message = f"the text speaks of the {period.label}, but the evidence ends with the {found.period.label}"
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


def _disagreement(at: Location, quoted: Quoted, found: Comparison) -> Diagnostic:
    own = found.own
    says = own.count.reason if isinstance(own.count, Withheld) else f"{own.count:,} in the {found.period.label}"
    if own.change is not None:
        percent = own.change.percent
        says += f", from {own.change.before:,}"
        says += "" if isinstance(percent, Withheld) else f" ({percent:+.1f} %)"
    if isinstance(own.rate, Rate):
        says += f", {own.rate.value:,.2f} per 1,000"
    message = f"the text says {quoted.text.strip()}, but {found.indicator.title} is {says}"
    fix = "correct the number, or cite the indicator that it comes from"
    return Diagnostic(at, "evidence/figure-disagrees", message, Severity.ERROR, fix)


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
