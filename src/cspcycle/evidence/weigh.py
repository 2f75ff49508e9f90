"""A scoring matrix for themes: what the evidence says of each, cell by cell. It weighs; the board decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Partnership, Record, Withheld
from cspcycle.evidence.statistics.harm import harm
from cspcycle.evidence.statistics.rates import Rate
from cspcycle.evidence.statistics.rates import rate_ratio as ratio_of

CRITERIA = ("volume", "peers", "direction", "harm", "concern")
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that may become a priority: the indicators that show it, and offence codes that carry its harm."""

    name: str
    indicators: tuple[str, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one criterion says of one theme: the figure, its score from 0 to 4, the words, and the records behind it."""

    value: float | None
    score: float | None
    words: str
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A theme's cells and the weighted mean of the scores there are; `missing` names the criteria without one.

    `label` is the theme's name, and more where another has the same.
    """

    theme: Theme
    label: str
    cells: Mapping[str, Cell]
    total: float | None
    missing: tuple[str, ...]


def weigh(
    held: Held,
    partnership: Partnership,
    themes: Sequence[Theme],
    weights: Mapping[str, float],
    concern: Mapping[str, float] | None = None,
) -> list[Weighed]:
    """The matrix, highest total first. `concern` is the share of people consulted, 0 to 1, who name the theme.

    Method: within each criterion a theme scores by how many other themes have a lower figure, from 0 for none to 4 for
    all of them; ties share. A criterion without figures for a theme is left out of its mean and named.
    """
    raw = [_cells(held, partnership, theme, (concern or {}).get(theme.name)) for theme in themes]
    scored = [_scored(cells, raw) for cells in raw]
    lines = []
    for theme, label, cells in zip(themes, _labels(held, themes), scored, strict=True):
        used = {name: cell.score for name, cell in cells.items() if cell.score is not None and weights.get(name, 0) > 0}
        weight = sum(weights[name] for name in used)
        total = sum(weights[name] * score for name, score in used.items()) / weight if weight else None
        missing = tuple(name for name in CRITERIA if cells[name].score is None and weights.get(name, 0) > 0)
        lines.append(Weighed(theme, label, cells, total, missing))
    return sorted(lines, key=lambda line: (-(line.total if line.total is not None else -1), line.label))


def _labels(held: Held, themes: Sequence[Theme]) -> list[str]:
    """The names; themes named alike are told apart by what shows them, and if need be by their place."""
    names = Counter(theme.name.casefold() for theme in themes)
    labels = []
    for theme in themes:
        titles = [held.indicators[one].title if one in held.indicators else one for one in theme.indicators]
        is_shared = names[theme.name.casefold()] > 1 and titles
        labels.append(f"{theme.name} ({', '.join(titles)})" if is_shared else theme.name)
    alike = Counter(labels)
    return [f"{label}, number {place}" if alike[label] > 1 else label for place, label in enumerate(labels, 1)]


def _scored(cells: Mapping[str, Cell], every: Sequence[Mapping[str, Cell]]) -> dict[str, Cell]:
    found = {}
    for name, cell in cells.items():
        values = [value for other in every if (value := other[name].value) is not None]
        score = None
        if cell.value is not None and len(values) > 1:
            below = sum(value < cell.value for value in values)
            same = sum(value == cell.value for value in values) - 1
            score = HIGHEST * (below + same / 2) / (len(values) - 1)
        found[name] = Cell(cell.value, score, cell.words, cell.records)
    return found


def _cells(held: Held, partnership: Partnership, theme: Theme, concern: float | None) -> dict[str, Cell]:
    none = Cell(None, None, "no figure")
    comparisons = [found for one in theme.indicators if (found := compare(held, partnership, one)) is not None]
    records = tuple(
        record for found in comparisons if (record := held.record(found.indicator.id, partnership, found.period))
    )
    counts = [float(found.own.count) for found in comparisons if isinstance(found.own.count, (int, float))]
    volume = sum(counts)
    cells = dict.fromkeys(CRITERIA, none)
    if counts:
        period = comparisons[0].period.label
        cells["volume"] = Cell(volume, None, f"{volume:,.0f} {comparisons[0].indicator.unit} in {period}", records)
    before = [found.own.change.before for found in comparisons if found.own.change]
    if counts and before and len(before) == len(counts) and sum(before):
        percent = 100 * (volume - sum(before)) / sum(before)
        cells["direction"] = Cell(percent, None, f"{percent:+.1f} % on the year before ({sum(before):,.0f})", records)
    cells["peers"] = _peers(comparisons, records) or none
    cells["harm"] = _harm(held, partnership, theme) or none
    if concern is not None:
        cells["concern"] = Cell(concern, None, f"{100 * concern:.0f} % of the people consulted named it")
    return cells


def _peers(comparisons: Sequence[Comparison], records: tuple[Record, ...]) -> Cell | None:
    ours = theirs = 0.0
    bases: list[tuple[float, float]] = []
    for found in comparisons:
        own, nation = found.own, found.nation
        if nation is None or not isinstance(own.rate, Rate) or not isinstance(nation.rate, Rate):
            return None
        if not isinstance(own.base, (int, float)) or not isinstance(nation.base, (int, float)):
            return None
        bases.append((float(own.base), float(nation.base)))
        ours += own.rate.value * own.base / 1000
        theirs += nation.rate.value * nation.base / 1000
    if len(set(bases)) != 1:  # residents and households do not mix
        return None
    ratio = ratio_of((round(ours), round(theirs)), bases[0])
    if ratio is None:
        return None
    low, high = ratio.interval
    words = f"{ratio.value:.2f} times the rate of England and Wales ({low:.2f} to {high:.2f})"
    return Cell(ratio.value, None, words, records)


def _harm(held: Held, partnership: Partnership, theme: Theme) -> Cell | None:
    tables = held.tables_of("severity-weight")
    if not tables:
        return None
    rows = [row for row in tables[-1].rows if not isinstance(row.values[0], Withheld)]
    titles = {held.indicators[one].title.lower() for one in theme.indicators if one in held.indicators}
    codes = set(theme.codes) or {row.area.code for row in rows if row.area.force in titles}
    weights = {row.area.code: float(row.values[0]) for row in rows if isinstance(row.values[0], (int, float))}
    records = {
        code: record for code in codes if (record := held.record(f"home-office/code/{code}", partnership)) is not None
    }
    counts = {code: int(record.number) for code, record in records.items() if record.number is not None}
    if not counts:
        return None
    found = harm(counts, weights)
    drivers = ", ".join(f"{records[code].indicator.title} {100 * share:.0f} %" for code, share in found.drivers[:3])
    return Cell(found.total, None, f"{found.total:,.0f} days of sentence; most from {drivers}", tuple(records.values()))
