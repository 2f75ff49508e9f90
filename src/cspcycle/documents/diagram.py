"""Who reports to whom, as a picture with its table: a tree of boxes, read from top to bottom."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from cspcycle.documents.pictures import FONT_FAMILY

WIDTH = 660
BOX = 330
INDENT = 36
LINE = 19
LETTERS = 38  # of size 15 that fit into a box
GAP = 14
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the partnership and the group that it reports to, by name; `role` in a few words."""

    name: str
    reports_to: str | None = None
    role: str = ""


def governance_chart(
    title: str, groups: Sequence[Group], *, columns: tuple[str, str, str] = ("Group", "Reports to", "Role")
) -> dict[str, Any]:
    """A chart for `figure(…)` in a template: each group below the one it reports to, with a line between them.

    A group that reports to none of the others, or round in a circle, starts a tree of its own.
    """
    ordered = _ordered(groups)
    boxes, lines, top = [], [], 8
    middles: dict[str, tuple[int, int]] = {}
    for group, depth in ordered:
        left = 8 + min(depth, DEEPEST) * INDENT
        texts = textwrap.wrap(group.name, LETTERS) or [""]
        height = LINE * len(texts) + 14
        boxes.append(_box(left, top, height, texts))
        if depth and group.reports_to in middles:
            parent_left, parent_bottom = middles[group.reports_to]
            across, down = parent_left + INDENT // 2, top + height // 2
            lines.append(f'<path d="M{across} {parent_bottom}V{down}H{left}"/>')
        middles[group.name] = (left, top + height)
        top += height + GAP
    picture = f'<g fill="none" stroke="#4d5358" stroke-width="2">{"".join(lines)}</g>{"".join(boxes)}'
    rows = [[group.name, group.reports_to or "–", group.role or "–"] for group, _ in ordered]
    return {
        "title": title,
        "description": "; ".join(f"{name} reports to {above}" for name, above, _ in rows if above != "–") or title,
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}">{picture}</svg>',
        "columns": list(columns),
        "rows": rows,
    }


def _ordered(groups: Sequence[Group]) -> list[tuple[Group, int]]:
    """Every group once, each after the one that it reports to, with its depth in the tree."""
    waiting = {group.name: group for group in groups}
    found: list[tuple[Group, int]] = []

    def take(group: Group, depth: int) -> None:
        del waiting[group.name]
        found.append((group, depth))
        for other in list(waiting.values()):
            if other.reports_to == group.name and other.name in waiting:
                take(other, depth + 1)

    names = set(waiting)
    for group in list(waiting.values()):
        if group.name in waiting and group.reports_to not in names:
            take(group, 0)
    while waiting:  # those that report round in a circle
        take(next(iter(waiting.values())), 0)
    return found


def _box(left: int, top: int, height: int, texts: list[str]) -> str:
    shape = (
        f'<rect x="{left}" y="{top}" width="{BOX}" height="{height}" fill="#f2f5f7" stroke="#1d4f6e" stroke-width="2"/>'
    )
    lines = "".join(
        f'<text x="{left + 12}" y="{top + 8 + LINE * (index + 1) - 5}" font-family="{FONT_FAMILY}" font-size="15"'
        f' fill="#1a1a1a">{escape(text)}</text>'
        for index, text in enumerate(texts)
    )
    return shape + lines
