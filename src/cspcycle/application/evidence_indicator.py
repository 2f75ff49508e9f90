"""What the evidence says of one indicator, as words: level, rate, change, comparison, months and caveats."""

from dataclasses import dataclass

from cspcycle.application.evidence_read import Opened
from cspcycle.evidence.charts.drawn import monthly
from cspcycle.evidence.compare import Comparison, Standing, compare
from cspcycle.evidence.record import Record, Value, Withheld
from cspcycle.evidence.statistics.change import change
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.series import rolling_twelve, say_signals, xmr_limits
from cspcycle.source.words import day_in_words


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area in a comparison; a withheld figure is its reason."""

    area: str
    count: str
    rate: str
    interval: str
    change: str


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator in words, ready to print; an empty text where the evidence has nothing to say."""

    id: str
    title: str
    unit: str
    rate_unit: str  # "per 1,000 residents"
    period: str
    count: str
    change: str  # "+9.4 % on 13,865 the year before: rise"
    rate: str
    standing: str  # "48th highest of 313; higher than chance and the usual spread between areas explain"
    comparison: tuple[AreaLine, ...]  # the partnership, its force, England and Wales, then similar areas
    months: tuple[str, ...]  # what the monthly series says, one sentence each
    caveats: tuple[str, ...]
    attribution: str
    source: str  # publisher, title and edition
    read_on: str


def view_indicator(opened: Opened, indicator: str, similar: tuple[str, ...] | None = None) -> IndicatorView | None:
    """The indicator for the latest year held, or the latest period where there is no year; nothing without a figure.

    `similar` are names or codes of areas to compare with, in place of the partnership's own group.
    """
    group = opened.similar if similar is None else similar
    found = compare(opened.held, opened.partnership, indicator, similar=group)
    period = found.period if found else None
    record = opened.held.record(indicator, opened.partnership, period)
    if record is None:
        return None
    per = record.indicator.per
    own = found.own if found else None
    return IndicatorView(
        id=indicator,
        title=record.indicator.title,
        unit=record.indicator.unit,
        rate_unit=f"per 1,000 {per}" if per else "",
        period=record.period.label,
        count=say_count(record.value),
        change=_change_in_full(own) if own else "",
        rate=say_rate(own.rate) if own and per else "",
        standing=_standing(found) if found else "",
        comparison=_lines(found) if found else (),
        months=tuple(_months(opened, indicator)),
        caveats=caveats_of(opened, indicator),
        attribution=record.source.attribution,
        source=f"{record.source.publisher}, {record.source.title}, {record.source.edition}",
        read_on=day_in_words(record.source.read_on),
    )


def caveats_of(opened: Opened, *indicators: str) -> tuple[str, ...]:
    """What must be said beside any of the indicators, each once."""
    bases = {opened.held.indicators[one].per for one in indicators if one in opened.held.indicators}
    wanted = (*indicators, *bases)
    unused = {note for per in bases if per for table in opened.held.tables_of(per) for note in table.caveats} - {
        note for one in indicators for note in _of_base(opened, one)
    }
    found = (caveat.words for caveat in opened.caveats if any(caveat.concerns(one) for one in wanted if one))
    return tuple(dict.fromkeys(words for words in found if words not in unused))


def _of_base(opened: Opened, indicator: str) -> tuple[str, ...]:
    """What the publisher says of the residents or households that the indicator is divided by."""
    record = indicator_record(opened, indicator)
    if record is None:
        return ()
    tables = [table for table in opened.held.tables_of(indicator) if table.period == record.period]
    base = opened.held.denominator(record.indicator.per, record.area.code, tables[-1])
    return base.caveats if base else ()


def say_count(value: Value | None) -> str:
    """A count with thousands separated, or the reason why there is none."""
    if value is None:
        return ""
    if isinstance(value, Withheld):
        return value.reason
    return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")


def say_rate(rate: Rate | Withheld) -> str:
    """A rate to two decimal places, as ONS publishes it, or the reason why there is none."""
    return rate.reason if isinstance(rate, Withheld) else f"{rate.value:,.2f}"


def say_change(standing: Standing) -> str:
    """The change in percent with whether it is clear, or the reason why there is no percentage."""
    if standing.change is None:
        return ""
    percent = standing.change.percent
    words = standing.change.words
    return f"{percent:+.1f} % ({words})" if not isinstance(percent, Withheld) else f"{words}; {percent.reason}"


def _change_in_full(own: Standing) -> str:
    if own.change is None:
        return ""
    percent = own.change.percent
    before, words = f"{own.change.before:,} the year before", own.change.words
    if isinstance(percent, Withheld):
        return f"from {before}: {words} ({percent.reason})"
    return f"{percent:+.1f} % on {before}: {words}"


def _standing(found: Comparison) -> str:
    parts = []
    if found.rank is not None:
        parts.append(f"{ordinal(found.rank)} highest rate of {found.ranked} partnerships")
    outlier = found.is_outlier
    if outlier is not None and found.funnel is not None and isinstance(found.own.rate, Rate):
        side = "higher" if found.own.rate.value > found.funnel.rate else "lower"
        parts.append(
            f"{side} than chance and the usual spread between areas explain (99.8 % limits)"
            if outlier
            else "within the usual spread between areas (99.8 % limits)"
        )
    return "; ".join(parts)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _lines(found: Comparison) -> tuple[AreaLine, ...]:
    others = [("", found.own), ("police force", found.force), ("", found.nation)]
    others += [("", one) for one in found.similar]
    return tuple(_line(one, kind) for kind, one in others if one is not None)


def _line(one: Standing, kind: str) -> AreaLine:
    interval = ""
    if isinstance(one.rate, Rate):
        interval = f"{one.rate.interval.low:,.2f} to {one.rate.interval.high:,.2f}"
    name = f"{one.area.name} {kind}".strip()
    return AreaLine(name, say_count(one.count), say_rate(one.rate), interval, say_change(one))


def _months(opened: Opened, indicator: str) -> list[str]:
    series = monthly(opened.held, opened.partnership, indicator)
    if not series:
        return []
    values = [record.number if record else None for _, record in series]
    labels = [period.label for period, _ in series]
    missing = [label for label, value in zip(labels, values, strict=True) if value is None]
    said = [f"{len(values) - len(missing)} months from {labels[0]} to {labels[-1]}."]
    if missing:
        said.append(f"No data for {', '.join(missing)}.")
    years = rolling_twelve(values)
    if years[-1] is not None:
        said.append(f"{years[-1]:,} in the twelve months to {labels[-1]}{_against(years)}.")
    limits = xmr_limits(values)
    if limits:
        said.append(
            f"Mean {limits.mean:,.0f} a month; ordinary months lie between {limits.low:,.0f} and {limits.high:,.0f} "
            f"(first {limits.months} months)."
        )
        said.append(say_signals(labels, values, limits))
    return said


def _against(years: list[int | float | None]) -> str:
    before = years[-13] if len(years) > 12 else None
    moved = change(before, years[-1]) if before is not None else None
    if moved is None or before is None:
        return ""
    return f", against {before:,} in the twelve before: {moved.words}"


def indicator_record(opened: Opened, indicator: str) -> Record | None:
    """The record whose figure `view_indicator` shows."""
    found = compare(opened.held, opened.partnership, indicator)
    return opened.held.record(indicator, opened.partnership, found.period if found else None)
