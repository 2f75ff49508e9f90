"""How wide the columns of a table should be on paper, from what stands in them; in characters of ordinary width."""

from cspcycle.documents.page import Table, words

SHORT = 14  # characters that a column may keep on one line
LONG = 70  # beyond this many characters a column gains no more room
MARGIN = 3  # characters between two columns
MANY = 8  # with more columns than this the letters are smaller


def has_many_columns(table: Table) -> bool:
    """Whether the table needs smaller letters."""
    return len(table.head) > MANY


def lengths(table: Table) -> tuple[int, ...]:
    """The number of characters of the longest cell of each column, header included."""
    rows = (table.head, *table.rows)
    return tuple(max(1, *(len(words(row[column])) for row in rows)) for column in range(len(table.head)))


def widths(table: Table, room: int) -> tuple[int, ...]:
    """What each column takes of the room: no word is broken while there is room for the longest of each column."""
    longest = lengths(table)
    least = [MARGIN + _unbroken(table, column, length) for column, length in enumerate(longest)]
    most = [max(min(length, LONG) + MARGIN, low) for length, low in zip(longest, least, strict=True)]
    if sum(most) <= room:
        widest = most.index(max(most))
        each = 0 if longest[widest] > SHORT else (room - sum(most)) // len(most)
        spread = [width + each for width in most]
        spread[widest] += room - sum(spread)
        return tuple(spread)
    free = room - sum(least)
    if free <= 0:
        return tuple(least)
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    shared = [low + free * more // sum(wanted) for low, more in zip(least, wanted, strict=True)]
    shared[wanted.index(max(wanted))] += room - sum(shared)
    return tuple(shared)


def _unbroken(table: Table, column: int, longest: int) -> int:
    """The room that no line of the column may go without; a heading is bold, and so a little wider."""
    head = max(map(len, words(table.head[column]).split()), default=1) * 6 // 5
    if longest <= SHORT and not has_many_columns(table):
        return max(longest, head)
    return max([head, *(len(word) for row in table.rows for word in words(row[column]).split())])
