"""How wide the columns of a table should be on paper, from what stands in them."""

from cspcycle.documents.page import Table, words

SHORT = 14  # characters that a column may keep on one line
CHARACTER = 110  # twentieths of a point that a letter of a table takes at most, but for the widest
MARGINS = 220
LONG = 60  # beyond this many characters a column gains no more room


def lengths(table: Table) -> tuple[int, ...]:
    """The number of characters of the longest cell of each column, header included."""
    rows = (table.head, *table.rows)
    return tuple(max(1, *(len(words(row[column])) for row in rows)) for column in range(len(table.head)))


def shares(table: Table) -> tuple[int, ...]:
    """What each column takes of the width that is left; 0 for a column just as wide as its text."""
    found = lengths(table)
    return tuple(0 if length <= SHORT and len(found) <= 8 else min(length, LONG) for length in found)


def twips(table: Table, whole: int) -> tuple[int, ...]:
    """Widths in twentieths of a point that add up to the whole, for a format that does not measure text itself."""
    found = lengths(table)
    fixed = [length * CHARACTER + MARGINS if length <= SHORT else 0 for length in found]
    if sum(fixed) > whole * 2 // 3 or all(fixed):
        fixed = [0 for _ in found]
    weights = [0 if width else min(max(length, 6), LONG) + 4 for length, width in zip(found, fixed, strict=True)]
    left = whole - sum(fixed)
    widths = [width or left * weight // sum(weights) for width, weight in zip(fixed, weights, strict=True)]
    widths[weights.index(max(weights))] += whole - sum(widths)
    return tuple(widths)
