"""Rate against residents for every partnership: small areas need a wider funnel before they count as unusual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cspcycle.evidence.charts.svg import INK, MARGIN, OWN, PALE, SOFT, Canvas, Chart, Scale, say, ticks
from cspcycle.evidence.statistics.funnel import Funnel

LEFT, RIGHT, BOTTOM = 64, 110, 56
STEPS = 48


class Spot(NamedTuple):
    """An area's residents and rate."""

    name: str
    base: float
    rate: float
    own: bool = False


def draw_funnel(title: str, spots: Sequence[Spot], funnel: Funnel, *, unit: str, per: str, attribution: str) -> Chart:
    """All areas as small marks, ours named, with the average and the 99.8 % limits."""
    outside = [spot for spot in spots if not _inside(spot, funnel)]
    canvas = Canvas(title, _description(spots, outside, funnel, unit), attribution, height=460)
    base_marks = ticks(max(spot.base for spot in spots))
    marks = ticks(max(spot.rate for spot in spots))
    across = Scale(0, base_marks[-1], LEFT, canvas.width - RIGHT)
    up = Scale(0, marks[-1], canvas.height - BOTTOM, canvas.top + 14)
    canvas.text((MARGIN, canvas.top), unit, size=12, colour=SOFT)
    for mark in marks:
        canvas.line((LEFT, up(mark)), (canvas.width - RIGHT, up(mark)), colour=PALE)
        canvas.text((LEFT - 6, up(mark) + 4), say(mark), size=12, anchor="end", colour=SOFT)
    for mark in base_marks:
        canvas.text((across(mark), canvas.height - BOTTOM + 18), say(mark), size=12, anchor="middle", colour=SOFT)
    canvas.text((canvas.width - RIGHT, canvas.height - BOTTOM + 36), per, size=12, anchor="end")
    _draw_limits(canvas, funnel, across, up)
    for spot in sorted(spots):
        if not spot.own:
            canvas.dot((across(spot.base), up(spot.rate)), 2.5, colour=SOFT, hollow=True)
    for spot in spots:
        if spot.own:
            canvas.dot((across(spot.base), up(spot.rate)), 6, colour=OWN)
            label = f"{spot.name} {say(spot.rate)}"
            canvas.label((across(spot.base) + 10, up(spot.rate) - 8), label, colour=OWN, bold=True)
    shown = sorted([spot for spot in spots if spot.own or spot in outside], key=lambda spot: -spot.rate)
    rows = tuple((spot.name, say(spot.base), f"{spot.rate:,.2f}", _where(spot, funnel)) for spot in shown)
    return canvas.finish(("Area", per.capitalize(), unit.capitalize(), "Against the 99.8 % limits"), rows)


def _draw_limits(canvas: Canvas, funnel: Funnel, across: Scale, up: Scale) -> None:
    right = canvas.width - RIGHT
    canvas.line((LEFT, up(funnel.rate)), (right, up(funnel.rate)), colour=INK)
    canvas.text((right + 6, up(funnel.rate) + 4), f"average {say(funnel.rate)}", size=12)
    # closer steps where the funnel bends most
    bases = [across.high * (step / STEPS) ** 2 for step in range(1, STEPS + 1)]
    for side in (0, 1):
        corners = [(across(base), up(limit)) for base in bases if (limit := funnel.limits(base)[side]) <= up.high]
        if corners:
            canvas.path(corners, colour=INK, width=1.2, dash="5 3")
    canvas.text((right + 6, up(funnel.limits(across.high).high) - 4), "99.8 % limits", size=12)


def _inside(spot: Spot, funnel: Funnel) -> bool:
    low, high = funnel.limits(spot.base)
    return low <= spot.rate <= high


def _where(spot: Spot, funnel: Funnel) -> str:
    low, high = funnel.limits(spot.base)
    return "above" if spot.rate > high else "below" if spot.rate < low else "within"


def _description(spots: Sequence[Spot], outside: Sequence[Spot], funnel: Funnel, unit: str) -> str:
    parts = [f"{len(spots)} areas by size and {unit}; average {say(funnel.rate)}."]
    parts.append(f"{len(outside)} lie outside the 99.8 % limits.")
    parts += [f"{spot.name}, {say(spot.rate)}, is {_where(spot, funnel)} the limits." for spot in spots if spot.own]
    if funnel.spread > 1:
        parts.append(f"Limits are widened because areas spread {funnel.spread:.0f} times as much as chance alone.")
    return " ".join(parts)
