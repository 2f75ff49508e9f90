"""Small charts side by side, one an offence group, each on its own scale from 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cspcycle.evidence.charts.svg import OWN, PALE, SOFT, Canvas, Chart, Scale, say
from cspcycle.evidence.charts.trend import Month, runs

ACROSS = 3
PANEL_WIDTH, PANEL_HEIGHT, GAP = 232, 120, 16


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: its name and its months."""

    name: str
    months: tuple[Month, ...]


def draw_multiples(title: str, panels: Sequence[Panel], *, unit: str, attribution: str) -> Chart:
    """Three to a row, in the order given; the first and last figures stand at the ends of each line."""
    canvas = Canvas(title, _description(panels, unit), attribution)
    top = canvas.top + 6
    canvas.height = round(top + -(-len(panels) // ACROSS) * (PANEL_HEIGHT + GAP) + 8)
    for place, panel in enumerate(panels):
        left = GAP + place % ACROSS * (PANEL_WIDTH + GAP)
        _draw_panel(canvas, panel, left, top + place // ACROSS * (PANEL_HEIGHT + GAP))
    rows = tuple(
        (panel.name, month.label, say(month.value) if month.value is not None else month.reason or "no data")
        for panel in panels
        for month in panel.months
    )
    return canvas.finish(("Group", "Month", unit.capitalize()), rows)


def _draw_panel(canvas: Canvas, panel: Panel, left: float, top: float) -> None:
    values = [month.value for month in panel.months]
    known = [value for value in values if value is not None]
    right = left + PANEL_WIDTH - 44
    canvas.text((left, top + 12), panel.name[:36], size=12, bold=True)
    across = Scale(0, max(len(values) - 1, 1), left, right)
    up = Scale(0, max([*known, 1]), top + PANEL_HEIGHT - 22, top + 30)
    canvas.line((left, up(0)), (right, up(0)), colour=PALE)
    for run in runs(values):
        if len(run) > 1:
            canvas.path([(across(place), up(value)) for place, value in run], colour=OWN, width=1.5)
        else:
            canvas.dot((across(run[0][0]), up(run[0][1])), 1.5, colour=OWN)
    if known:
        last = max(place for place, value in enumerate(values) if value is not None)
        canvas.text((across(last) + 5, up(known[-1]) + 4), say(known[-1]), size=12, colour=OWN, bold=True)
    else:
        canvas.text((left, up(0) - 10), "no data", size=11)
    if panel.months:
        canvas.text((left, top + PANEL_HEIGHT - 6), panel.months[0].label, size=11, colour=SOFT)
        canvas.text((right, top + PANEL_HEIGHT - 6), panel.months[-1].label, size=11, anchor="end", colour=SOFT)


def _description(panels: Sequence[Panel], unit: str) -> str:
    parts = [f"{len(panels)} small charts of {unit}, each on its own scale from 0."]
    for panel in panels:
        known = [month for month in panel.months if month.value is not None]
        if known and known[0].value is not None and known[-1].value is not None:
            first, last = known[0], known[-1]
            parts.append(
                f"{panel.name}: {say(known[0].value)} in {first.label}, {say(known[-1].value)} in {last.label}."
            )
        else:
            parts.append(f"{panel.name}: no data.")
    return " ".join(parts)
