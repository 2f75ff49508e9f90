"""The partnership beside its force, England and Wales, and a group of areas that it calls similar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cspcycle.evidence.held import Held, own_row
from cspcycle.evidence.record import Area, Indicator, Partnership, Period, Row, Table, Withheld
from cspcycle.evidence.statistics.change import Change, change
from cspcycle.evidence.statistics.funnel import Funnel, funnel
from cspcycle.evidence.statistics.rates import Rate, Ratio, per_1000, rate_ratio

ENGLAND_AND_WALES = Area("", "England and Wales", "nation")


@dataclass(frozen=True, slots=True)
class Standing:
    """One area's count, rate and change for an indicator."""

    area: Area
    count: int | float | Withheld
    base: int | float | Withheld | None
    rate: Rate | Withheld
    change: Change | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An indicator of one period: our standing and others'; `rank` 1 is the highest of `ranked` rates."""

    indicator: Indicator
    period: Period
    own: Standing
    force: Standing | None
    nation: Standing | None
    similar: tuple[Standing, ...]
    every: tuple[Standing, ...]
    rank: int | None
    ranked: int
    ratio_to_nation: Ratio | None
    funnel: Funnel | None

    @property
    def is_outlier(self) -> bool | None:
        """Whether our rate lies outside the 99.8 % limits of the funnel; nothing where that cannot be said."""
        if self.funnel is None or not isinstance(self.own.rate, Rate) or not isinstance(self.own.base, (int, float)):
            return None
        low, high = self.funnel.limits(self.own.base)
        return not low <= self.own.rate.value <= high


def compare(
    held: Held, partnership: Partnership, indicator: str, *, similar: Iterable[str] = (), months: int = 12
) -> Comparison | None:
    """The latest period of the indicator; `similar` are partnership codes or names. Nothing without a figure."""
    tables = [table for table in held.tables_of(indicator, months) if own_row(table, partnership) is not None]
    if not tables:
        return None
    table = tables[-1]
    before = next((old for old in tables[-2::-1] if _a_year_apart(old.period, table.period)), None)
    row = own_row(table, partnership)
    if row is None:
        return None
    find = _Standings(held, table, before, indicator)
    own = find.standing(row)
    every = tuple(find.standing(one) for one in table.rows if one.area.kind == "partnership")
    wanted = set(similar)
    group = tuple(one for one in every if wanted & {one.area.code, one.area.name} and one.area != own.area)
    rates = sorted((one.rate.value for one in every if isinstance(one.rate, Rate)), reverse=True)
    force = table.find(row.area.force, "force")
    nation = find.nation() if len(every) > 1 else None
    return Comparison(
        indicator=find.indicator,
        period=table.period,
        own=own,
        force=find.standing(force) if force else None,
        nation=nation,
        similar=group,
        every=every,
        rank=rates.index(own.rate.value) + 1 if isinstance(own.rate, Rate) and own.rate.value in rates else None,
        ranked=len(rates),
        ratio_to_nation=_ratio(own, nation),
        funnel=_funnel(every),
    )


def _a_year_apart(old: Period, new: Period) -> bool:
    return (old.last_day.year + 1, old.last_day.month) == (new.last_day.year, new.last_day.month)


class _Standings:
    def __init__(self, held: Held, table: Table, before: Table | None, indicator: str) -> None:
        self.table = table
        self.before = before
        self.place = table.position[indicator]
        self.indicator = table.indicators[self.place]
        self.before_rows = {_key(row.area): row for row in before.rows} if before else {}
        self.before_place = before.position[indicator] if before else 0
        self.bases = _bases(held, table, self.indicator.per)
        self.published = _published(held, table, indicator)

    def standing(self, row: Row) -> Standing:
        count = row.values[self.place]
        base = self.bases.get(_key(row.area))
        old = self.before_rows.get(_key(row.area))
        earlier = old.values[self.before_place] if old else None
        rate = per_1000(count, base)
        known = self.published.get(_key(row.area))
        if isinstance(known, (int, float)) and isinstance(rate, Rate):
            rate = rate._replace(value=known)  # the publisher divides by residents before rounding them
        return Standing(row.area, count, base, rate, change(earlier, count))

    def nation(self) -> Standing:
        """Every partnership, unassigned record and airport; the rate leaves out areas without residents."""
        count = _added(self.table, self.place)
        earlier = _added(self.before, self.before_place) if self.before else None
        people = 0.0
        counted = count
        for row in self.table.rows:
            if row.area.kind == "partnership":
                base, value = self.bases.get(_key(row.area)), row.values[self.place]
                if isinstance(base, (int, float)):
                    people += base
                elif isinstance(value, (int, float)):
                    counted -= value
        rate = per_1000(counted, people or None)
        return Standing(ENGLAND_AND_WALES, count, people or None, rate, change(earlier, count))


def _key(area: Area) -> tuple[str, str, str]:
    return (area.code, area.kind, "" if area.code else area.name)


def _bases(held: Held, table: Table, per: str) -> dict[tuple[str, str, str], int | float | Withheld]:
    """Denominators of every area, from the same file where it has them; never estimates later than the period."""
    bases: dict[tuple[str, str, str], int | float | Withheld] = {}
    candidates = [one for one in held.tables_of(per) if one.period.last_day <= table.period.last_day] if per else []
    for one in sorted(candidates, key=lambda one: one.source.sha256 == table.source.sha256):
        bases.update({_key(row.area): row.values[one.position[per]] for row in one.rows})
    return bases


def _published(held: Held, table: Table, indicator: str) -> dict[tuple[str, str, str], int | float | Withheld]:
    rate = f"{indicator}/rate"
    same = [one for one in held.tables_of(rate) if one.period == table.period and one.source == table.source]
    return {_key(row.area): row.values[one.position[rate]] for one in same for row in one.rows}


def _added(table: Table, place: int) -> int | float:
    values = (row.values[place] for row in table.rows if row.area.kind in {"partnership", "unassigned", "airport"})
    return sum(value for value in values if isinstance(value, (int, float)))


def _ratio(own: Standing, nation: Standing | None) -> Ratio | None:
    if nation is None or not isinstance(own.rate, Rate) or not isinstance(nation.rate, Rate):
        return None
    numbers = (own.count, own.base, nation.base)
    if not all(isinstance(number, (int, float)) for number in numbers):
        return None
    ours, our_base, their_base = (float(number) for number in numbers if isinstance(number, (int, float)))
    return rate_ratio((round(ours), round(nation.rate.value * their_base / 1000)), (our_base, their_base))


def _funnel(every: Sequence[Standing]) -> Funnel | None:
    points = [
        (float(one.count), float(one.base))
        for one in every
        if isinstance(one.rate, Rate) and isinstance(one.count, (int, float)) and isinstance(one.base, (int, float))
    ]
    return funnel(points)
