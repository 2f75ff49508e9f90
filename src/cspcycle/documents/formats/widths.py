"""How wide the columns of a table should be on paper, from what stands in them; in characters of ordinary width."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cspcycle.documents.formats.together import tied
from cspcycle.documents.page import Table, words

SHORT = 17  # characters that a column may keep on one line: `30 September 2026`
DEAR = 1.1  # a table may be so much longer for its short cells' sake
MARGIN = 3  # characters between two columns
DAY = re.compile(r"(?<![\d/])(\d{1,2}) (?=[A-Z][a-z]{2})")
BETWEEN = re.compile(r"[ \n]+|(?<=[/-])(?=[A-Za-z])")  # where a line may end, once what belongs together is tied
MANY = 8  # with more columns than this the letters are smaller


def has_many_columns(table: Table) -> bool:
    """Whether the table needs smaller letters."""
    return len(table.head) > MANY


def lengths(table: Table) -> tuple[int, ...]:
    """The number of characters of the longest cell of each column, header included."""
    rows = (table.head, *table.rows)
    return tuple(max(1, *(len(words(row[column])) for row in rows)) for column in range(len(table.head)))


class Alike:
    """The tables of one document. Those with the same headings have columns in the same places."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._together: dict[tuple[str, ...], Table] = {}
        for table in tables:
            head = self._head(table)
            first = self._together.get(head)
            self._together[head] = table if first is None else replace(first, rows=first.rows + table.rows)
        self._widths: dict[tuple[tuple[str, ...], int], tuple[int, ...]] = {}

    @staticmethod
    def _head(table: Table) -> tuple[str, ...]:
        return tuple(map(words, table.head))

    def widths(self, table: Table, room: int) -> tuple[int, ...]:
        """What each column takes of the room, from all the tables with these headings."""
        key = self._head(table), room
        if key not in self._widths:
            self._widths[key] = widths(self._together.get(key[0], table), room)
        return self._widths[key]


def widths(table: Table, room: int) -> tuple[int, ...]:
    """What each column takes of the room: no word is broken while there is room for the longest of each column, and
    what is left goes where it shortens the table most.
    """
    longest = lengths(table)
    narrow = [MARGIN + _unbroken(table, column) for column in range(len(longest))]
    whole = [max(MARGIN + length, low) if length <= SHORT else low for length, low in zip(longest, narrow, strict=True)]
    most = [max(MARGIN + length, low) for length, low in zip(longest, narrow, strict=True)]
    if sum(most) <= room:
        return _spread(table, most, room - sum(most))
    if sum(narrow) >= room:
        return tuple(narrow)
    rows = Counter(tuple(len(words(cell)) for cell in row) for row in (table.head, *table.rows))
    free = _shared(rows, narrow, most, room)
    if sum(whole) >= room or has_many_columns(table):
        return free
    kept = _shared(rows, whole, most, room)  # short cells, such as dates, on one line, unless that costs too much
    return kept if _height(rows, kept) <= DEAR * _height(rows, free) else free


Rows = Mapping[tuple[int, ...], int]  # how many rows have cells of these lengths


def _height(rows: Rows, shared: Sequence[int]) -> int:
    """The lines of the whole table."""
    return sum(
        count * max(-(-length // (width - MARGIN)) for length, width in zip(row, shared, strict=True))
        for row, count in rows.items()
    )


def _spread(table: Table, most: Sequence[int], spare: int) -> tuple[int, ...]:
    """All fits on one line: the widest column of text takes what is spare, or, where none is wide, all alike."""
    text = [column for column, right in enumerate(table.to_the_right) if not right and most[column] > MARGIN + SHORT]
    spread = list(most)
    if text:
        spread[max(text, key=most.__getitem__)] += spare
        return tuple(spread)
    spread = [width + spare // len(most) for width in most]
    spread[0] += spare % len(most)
    return tuple(spread)


def _shared(rows: Rows, least: Sequence[int], most: Sequence[int], room: int) -> tuple[int, ...]:
    """The room that is free, piece by piece, to the column whose cells make the table longest."""
    shared = list(least)
    free = room - sum(least)
    piece = max(1, free // 16)
    while free > 0:
        gains = [0.0] * len(shared)
        for row, count in rows.items():
            lines = [length / (width - MARGIN) for length, width in zip(row, shared, strict=True)]
            tallest = lines.index(max(lines))
            if lines[tallest] > 1 and shared[tallest] < most[tallest]:
                gains[tallest] += count * lines[tallest] / (shared[tallest] - MARGIN)
        wanted = gains.index(max(gains))
        if not gains[wanted]:  # every row is as short as it can be
            wanted = max(range(len(most)), key=lambda column: most[column] - shared[column])
        given = min(piece, free)
        shared[wanted] += given
        free -= given
    return tuple(shared)


def _unbroken(table: Table, column: int) -> int:
    """The longest piece of the column that no line divides; a heading is bold, and so a little wider."""
    head = max(map(len, _pieces(words(table.head[column])))) * 6 // 5 + 1
    texts = {words(row[column]) for row in table.rows}
    return max([1, head, *(len(piece) for text in texts for piece in _pieces(text))])


def _pieces(text: str) -> list[str]:
    """The text in pieces that should not be divided: words, `30 September`, `reg. 4`."""
    return BETWEEN.split(DAY.sub("\\1\N{NO-BREAK SPACE}", tied(text)))
