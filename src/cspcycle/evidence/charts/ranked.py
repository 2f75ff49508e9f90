"""Areas ranked by rate, each with its interval, ours in bold; a line shows the average."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from cspcycle.evidence.charts.svg import INK, OWN, PALE, SOFT, Canvas, Chart, Scale, say, ticks
from cspcycle.evidence.record import Withheld
from cspcycle.evidence.statistics.rates import Rate

ROW = 24
LEFT, RIGHT = 230, 150


@dataclass(frozen=True, slots=True)
class Bar:
    """One area: its name, its rate or why it has none, and whether it is ours."""

    name: str
    rate: Rate | Withheld
    own: bool = False


def draw_ranked(
    title: str, bars: Sequence[Bar], *, unit: str, attribution: str, average: tuple[str, float] | None = None
) -> Chart:
    """Highest first; areas without a rate come last with the reason in place of a mark."""
    ranked = sorted(bars, key=lambda bar: (isinstance(bar.rate, Withheld), -_value(bar), bar.name))
    canvas = Canvas(title, _description(ranked, unit, average), attribution)
    top = canvas.top + (34 if average else 16)
    canvas.height = round(top + ROW * len(ranked) + 40)
    highest = max(
        [bar.rate.interval.high for bar in ranked if isinstance(bar.rate, Rate)] + [average[1] if average else 0]
    )
    marks = ticks(highest)
    across = Scale(0, marks[-1], LEFT, canvas.width - RIGHT)
    foot = top + ROW * len(ranked)
    for mark in marks:
        canvas.line((across(mark), top - 6), (across(mark), foot), colour=PALE)
        canvas.text((across(mark), foot + 16), say(mark), size=12, anchor="middle", colour=SOFT)
    canvas.text((canvas.width - RIGHT, foot + 32), unit, size=12, anchor="end", colour=SOFT)
    if average:
        name, value = average
        canvas.line((across(value), top - 6), (across(value), foot), colour=INK, dash="4 3")
        canvas.text((across(value), top - 12), f"{name} {say(value)}", size=12, anchor="middle")
    for place, bar in enumerate(ranked):
        _draw_bar(canvas, bar, top + ROW * place + ROW / 2, across)
    rows = tuple((bar.name, *_cells(bar)) for bar in ranked)
    return canvas.finish(("Area", unit.capitalize(), "95 % interval"), rows)


def _draw_bar(canvas: Canvas, bar: Bar, y: float, across: Scale) -> None:
    colour = OWN if bar.own else INK
    canvas.text((LEFT - 12, y + 4), bar.name, anchor="end", bold=bar.own, colour=colour)
    if isinstance(bar.rate, Withheld):
        canvas.text((LEFT, y + 4), textwrap.shorten(bar.rate.reason, 84, placeholder="…"), size=10, colour=SOFT)
        return
    low, high = bar.rate.interval
    canvas.line((across(low), y), (across(high), y), colour=colour, width=3 if bar.own else 1.5)
    canvas.dot((across(bar.rate.value), y), 6 if bar.own else 4, colour=colour, hollow=not bar.own)
    canvas.label((across(high) + 8, y + 4), say(bar.rate.value), size=12, bold=bar.own, colour=colour)


def _value(bar: Bar) -> float:
    return bar.rate.value if isinstance(bar.rate, Rate) else 0.0


def _cells(bar: Bar) -> tuple[str, str]:
    if isinstance(bar.rate, Withheld):
        return bar.rate.reason, ""
    return f"{bar.rate.value:,.2f}", f"{bar.rate.interval.low:,.2f} to {bar.rate.interval.high:,.2f}"


def _description(ranked: Sequence[Bar], unit: str, average: tuple[str, float] | None) -> str:
    rated = [bar for bar in ranked if isinstance(bar.rate, Rate)]
    parts = [f"{len(ranked)} areas ranked by {unit}, from highest to lowest."]
    for place, bar in enumerate(rated, 1):
        if bar.own:
            parts.append(f"{bar.name} is number {place} of {len(rated)} with {say(_value(bar))}.")
    parts += [f"{bar.name} has no rate." for bar in ranked if isinstance(bar.rate, Withheld)]
    if average:
        parts.append(f"{average[0]}: {say(average[1])}.")
    return " ".join(parts)
