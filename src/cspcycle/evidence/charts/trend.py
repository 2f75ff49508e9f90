"""A monthly series with the limits between which ordinary months lie; months without data are gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cspcycle.evidence.charts.svg import INK, MARGIN, OWN, PALE, SOFT, Canvas, Chart, Point, Scale, say, ticks
from cspcycle.evidence.statistics.series import Limits, Number, say_signals, signals

LEFT, RIGHT, BOTTOM = 64, 130, 44


@dataclass(frozen=True, slots=True)
class Month:
    """One point in time: its label, its figure or none, and why there is none."""

    label: str
    value: Number
    reason: str = ""


def draw_trend(
    title: str, months: Sequence[Month], *, unit: str, attribution: str, limits: Limits | None = None
) -> Chart:
    """The series from 0 upwards, with unusual months marked, and the last figure, the mean and the limits labelled."""
    values = [month.value for month in months]
    unusual = signals(values, limits) if limits else {}
    known = [value for value in values if value is not None]
    canvas = Canvas(title, _description(months, unit, limits), attribution)
    marks = ticks(max([*known, limits.high if limits else 0, 0]))
    across = Scale(0, max(len(months) - 1, 1), LEFT, canvas.width - RIGHT)
    up = Scale(0, marks[-1], canvas.height - BOTTOM, canvas.top + 14)
    canvas.text((MARGIN, canvas.top), unit, size=12, colour=SOFT)
    for mark in marks:
        canvas.line((LEFT, up(mark)), (canvas.width - RIGHT, up(mark)), colour=PALE)
        canvas.text((LEFT - 6, up(mark) + 4), say(mark), size=12, anchor="end", colour=SOFT)
    _draw_gaps(canvas, months, across, up)
    if limits:
        _draw_limits(canvas, limits, up)
    for run in runs(values):
        canvas.path([(across(place), up(value)) for place, value in run], colour=OWN)
    for place, value in enumerate(values):
        if value is not None:
            canvas.dot((across(place), up(value)), 5 if place in unusual else 2, colour=OWN, hollow=place in unusual)
    _draw_months(canvas, months, across)
    _draw_last(canvas, values, across, up, limits)
    rows = tuple(
        (
            month.label,
            say(month.value) if month.value is not None else month.reason or "no data",
            unusual.get(place, ""),
        )
        for place, month in enumerate(months)
    )
    return canvas.finish(("Month", unit.capitalize(), "Signal"), rows)


def runs(values: Sequence[Number]) -> list[list[tuple[int, float]]]:
    """The stretches of the series without a gap."""
    found: list[list[tuple[int, float]]] = []
    fresh = True
    for place, value in enumerate(values):
        if value is None:
            fresh = True
            continue
        if fresh:
            found.append([])
        fresh = False
        found[-1].append((place, value))
    return found


def _draw_gaps(canvas: Canvas, months: Sequence[Month], across: Scale, up: Scale) -> None:
    half = (across(1) - across(0)) / 2
    gap: list[int] = []
    for place, month in enumerate([*months, Month("", 0)]):
        if month.value is None:
            gap.append(place)
        elif gap:
            left = max(across(gap[0]) - half, LEFT)
            right = min(across(gap[-1]) + half, canvas.width - RIGHT)
            canvas.box((left, up(up.high)), (right - left, up(0) - up(up.high)))
            canvas.text(((left + right) / 2, up(0) - 8), "no data", size=11, anchor="middle", colour=INK)
            gap = []


def _draw_limits(canvas: Canvas, limits: Limits, up: Scale) -> None:
    right = canvas.width - RIGHT
    for value, dash in ((limits.high, "4 3"), (limits.mean, ""), (limits.low, "4 3")):
        canvas.line((LEFT, up(value)), (right, up(value)), colour=SOFT, dash=dash)
    spots = _apart([up(limits.high), up(limits.mean), up(limits.low)])
    names = (("upper limit", limits.high), ("mean", limits.mean), ("lower limit", limits.low))
    for spot, (name, value) in zip(spots, names, strict=True):
        canvas.text((right + 8, spot + 4), f"{name} {say(value)}", size=12, colour=SOFT)


def _apart(spots: list[float], least: float = 14) -> list[float]:
    placed: list[float] = []
    for spot in spots:
        placed.append(max(spot, placed[-1] + least) if placed else spot)
    return placed


def _draw_months(canvas: Canvas, months: Sequence[Month], across: Scale) -> None:
    step = max(1, -(-len(months) // 6))
    for place in range(0, len(months), step):
        anchor = "start" if place == 0 else "middle"
        canvas.text((across(place), canvas.height - BOTTOM + 20), months[place].label, size=12, anchor=anchor)


def _draw_last(canvas: Canvas, values: Sequence[Number], across: Scale, up: Scale, limits: Limits | None) -> None:
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if known:
        place, value = known[-1]
        at: Point = (across(place), up(value) - 10) if limits else (across(place) + 8, up(value) + 4)
        canvas.text(at, say(value), anchor="end" if limits else "start", colour=OWN, bold=True)


def _description(months: Sequence[Month], unit: str, limits: Limits | None) -> str:
    known = [(month.label, month.value) for month in months if month.value is not None]
    if not known:
        return f"No month has data for {unit}."
    parts = [
        f"{unit.capitalize()} from {months[0].label} to {months[-1].label}; last {say(known[-1][1])} in {known[-1][0]}."
    ]
    missing = [month.label for month in months if month.value is None]
    if missing:
        parts.append(f"No data for {', '.join(missing)}.")
    if limits:
        parts.append(
            f"Mean {say(limits.mean)}, ordinary months lie between {say(limits.low)} and {say(limits.high)} "
            f"(from {limits.months} months)."
        )
        parts.append(say_signals([month.label for month in months], [month.value for month in months], limits))
    return " ".join(parts)
