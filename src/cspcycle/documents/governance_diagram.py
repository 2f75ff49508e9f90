"""The governance diagram: a box a group, below the group it reports to; the same drawing for the same groups."""

import textwrap
from collections.abc import Sequence
from xml.sax.saxutils import escape

WIDTH = 640
BOX_WIDTH = 330
BOX_HEIGHT = 46
GAP = 14
STEP = 44  # how far a group stands to the right of the one it reports to
DEEPEST = 6  # further down the boxes would leave the picture
LONGEST_NAME = 40
INK = "#1b1b1b"
LINE = "#5a5a5a"
PALE = "#eef3f6"

Box = tuple[str, str, str, str]  # id, name, what it is, the id it reports to


def draw_governance(boxes: Sequence[Box]) -> str:
    """The groups in their order, each joined by a line to the one it reports to; what it is stands to its right."""
    depths: dict[str, int] = {}
    rows: dict[str, int] = {}
    lines: list[str] = []
    shapes: list[str] = []
    for row, (key, name, kind, above) in enumerate(boxes):
        depth = min(depths.get(above, -1) + 1, DEEPEST)
        depths[key], rows[key] = depth, row
        x, y = 1 + depth * STEP, 1 + row * (BOX_HEIGHT + GAP)
        if above in rows and above != key:
            lines.append(_joint(depths[above], rows[above], x, y))
        shapes += _box(x, y, name, kind, is_top=above not in rows)
    height = len(boxes) * (BOX_HEIGHT + GAP) - GAP + 2
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    return "\n".join([head, *lines, *shapes, "</svg>"])


def _joint(depth: int, row: int, x: int, y: int) -> str:
    start_x = 1 + depth * STEP + STEP // 2
    start_y = 1 + row * (BOX_HEIGHT + GAP) + BOX_HEIGHT
    middle = y + BOX_HEIGHT // 2
    path = f"M{x} {middle}H{start_x}V{start_y}"
    arrow = f"M{start_x - 5} {start_y + 8}L{start_x} {start_y}L{start_x + 5} {start_y + 8}"
    return f'<path d="{path}{arrow}" fill="none" stroke="{LINE}" stroke-width="1.5"/>'


def _box(x: int, y: int, name: str, kind: str, *, is_top: bool) -> list[str]:
    fill = PALE if is_top else "#ffffff"
    lines = textwrap.wrap(name, LONGEST_NAME, max_lines=2, placeholder=" …") or [""]
    first = y + BOX_HEIGHT // 2 + 5 - 9 * (len(lines) - 1)
    said = [
        f'<text x="{x + 12}" y="{first + 18 * number}" font-size="15" fill="{INK}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    right = x + BOX_WIDTH + 10
    room = max(12, (WIDTH - right) // 7)
    notes = textwrap.wrap(kind, room, max_lines=2, placeholder=" …")
    first = y + BOX_HEIGHT // 2 + 4 - 8 * (len(notes) - 1)
    said += [
        f'<text x="{right}" y="{first + 16 * number}" font-size="12.5" fill="{LINE}">{escape(note)}</text>'
        for number, note in enumerate(notes)
    ]
    size = f'width="{BOX_WIDTH}" height="{BOX_HEIGHT}"'
    return [f'<rect x="{x}" y="{y}" {size} fill="{fill}" stroke="{INK}" stroke-width="1.5"/>', *said]
