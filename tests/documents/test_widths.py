"""Columns fill the page, and no word is broken while there is room for it."""

from hypothesis import given
from hypothesis import strategies as st

from cspcycle.documents.formats.widths import MARGIN, widths
from cspcycle.documents.page import Table, Text

cells = st.text("ab ", max_size=60)
tables = st.integers(1, 12).flatmap(
    lambda columns: st.builds(
        lambda rows: Table(
            head=tuple((Text(cell),) for cell in rows[0]),
            rows=tuple(tuple((Text(cell),) for cell in row) for row in rows[1:]),
            to_the_right=(False,) * columns,
        ),
        st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=1, max_size=4),
    ),
)


def longest_words(table: Table) -> list[int]:
    rows = (table.head, *table.rows)
    return [
        max(
            (len(word) for row in rows for part in row[column] for word in getattr(part, "text", "").split()), default=1
        )
        for column in range(len(table.head))
    ]


@given(tables, st.integers(40, 200))
def test_the_longest_word_of_every_column_has_room(table: Table, room: int) -> None:
    found = widths(table, room)
    assert all(width >= word + MARGIN for width, word in zip(found, longest_words(table), strict=True))


@given(tables, st.integers(40, 200))
def test_the_columns_fill_the_room_unless_their_words_need_more(table: Table, room: int) -> None:
    assert sum(widths(table, room)) >= room


def test_a_date_stays_on_one_line_beside_a_long_text() -> None:
    row = ((Text("x " * 200),), (Text("10 May 2027"),))
    table = Table((((Text("Step"),)), ((Text("By when"),))), (row,), (False, False))
    assert widths(table, 90) == (76, 14)
