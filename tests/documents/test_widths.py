"""Columns fill the page, and no word is broken while there is room for it."""

from hypothesis import given
from hypothesis import strategies as st

from cspcycle.documents.formats.widths import MARGIN, Alike, widths
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
    assert widths(table, 90)[1] == 14


def test_tables_with_the_same_headings_have_their_columns_in_the_same_places() -> None:
    head = ((Text("Action"),), (Text("Lead"),))
    short = Table(head, (((Text("Mend lights"),), (Text("Vale Council"),)),), (False, False))
    long = Table(head, (((Text("mend " * 40),), (Text("Vale and Downs Integrated Care Board " * 2),)),), (False, False))
    alike = Alike((short, long))
    assert alike.widths(short, 90) == alike.widths(long, 90)
    assert alike.widths(short, 90) != widths(short, 90)


def test_the_column_that_makes_the_table_long_gets_the_room_that_is_left() -> None:
    rows = tuple(((Text("a duty in quite a few words " * 2),), (Text("x " * 12),)) for _ in range(4))
    one_long = ((Text("y"),), (Text("z " * 40),))
    found = widths(Table(((Text("Duty"),), (Text("Says"),)), (*rows, one_long), (False, False)), 80)
    assert found[0] > found[1]


def test_a_line_may_end_inside_a_web_address() -> None:
    row = ((Text("duty " * 20),), (Text("https://www.vale.example/safer/case-review"),))
    found = widths(Table(((Text("Duty"),), (Text("Where"),)), (row,), (False, False)), 60)
    assert found[1] < len("https://www.vale.example/safer/case-review")


def test_no_heading_is_broken_to_keep_short_cells_whole() -> None:
    head = tuple((Text(word),) for word in ("Finding", "Volume", "Direction", "Sum", "What became of it"))
    row = tuple((Text(word),) for word in ("violence " * 8, "3", "4", "19", "public places " * 6))
    head_words = ("Volume", "Direction", "Sum")
    found = widths(Table(head, (row,), (False, True, True, True, False)), 70)
    assert all(width >= MARGIN + len(word) * 6 // 5 for width, word in zip(found[1:4], head_words, strict=True))


def test_a_line_does_not_end_within_a_date_or_a_provision() -> None:
    row = tuple((Text(text),) for text in ("30 September 2026", "SI 2007/1830 reg. 12(4)(a)", "deadline " * 40))
    found = widths(Table(((Text("By"),), (Text("Law"),), (Text("What"),)), (row,), (False,) * 3), 60)
    assert found[0] >= MARGIN + len("30 September")
    assert found[1] >= MARGIN + len("reg. 12(4)(a)")
