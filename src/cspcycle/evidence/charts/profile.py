"""The seasons of a year: each month against the average month."""

from __future__ import annotations

from calendar import month_abbr, month_name
from collections.abc import Mapping

from cspcycle.evidence.charts.svg import INK, MARGIN, OWN, PALE, SOFT, Canvas, Chart, Scale, say, ticks

LEFT, RIGHT, BOTTOM = 64, 90, 44


def draw_profile(title: str, index: Mapping[int, float], *, years: str, attribution: str) -> Chart:
    """A bar a month, the average month being 100."""
    high, low = max(index, key=lambda month: index[month]), min(index, key=lambda month: index[month])
    description = (
        f"Seasonal index, {years}; the average month is 100. Highest: {month_name[high]} {index[high]:.0f}; "
        f"lowest: {month_name[low]} {index[low]:.0f}."
    )
    canvas = Canvas(title, description, attribution, height=340)
    marks = ticks(max(*index.values(), 100))
    up = Scale(0, marks[-1], canvas.height - BOTTOM, canvas.top + 14)
    width = (canvas.width - LEFT - RIGHT) / 12
    canvas.text((MARGIN, canvas.top), "average month = 100", size=12, colour=SOFT)
    for mark in marks:
        canvas.line((LEFT, up(mark)), (canvas.width - RIGHT, up(mark)), colour=PALE)
        canvas.text((LEFT - 6, up(mark) + 4), say(mark), size=12, anchor="end", colour=SOFT)
    for month, value in sorted(index.items()):
        left = LEFT + width * (month - 1)
        canvas.box((left + 4, up(value)), (width - 8, up(0) - up(value)), colour=OWN)
        # inside the bar, clear of the line of the average
        label = (left + width / 2, up(value) + 18)
        canvas.text(label, f"{value:.0f}", size=12, anchor="middle", colour="#ffffff", bold=True)
        canvas.text((left + width / 2, canvas.height - BOTTOM + 18), month_abbr[month], size=12, anchor="middle")
    canvas.line((LEFT, up(100)), (canvas.width - RIGHT, up(100)), colour=INK, dash="4 3")
    canvas.text((canvas.width - RIGHT + 6, up(100) + 4), "average", size=12)
    rows = tuple((month_name[month], f"{value:.0f}") for month, value in sorted(index.items()))
    return canvas.finish(("Month", "Index"), rows)
