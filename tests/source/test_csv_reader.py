"""What a CSV file holds, row by row, and the line of every row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspcycle.source.csv_reader import MOST_FINDINGS, Row, Table, read_csv
from cspcycle.source.diagnostic import Diagnostic, Location


def read(data: bytes | str, *, most_bytes: int = 100_000) -> tuple[Table, list[Diagnostic]]:
    return read_csv(data.encode() if isinstance(data, str) else data, "calendar.csv", most_bytes=most_bytes)


def lines(table: Table) -> list[tuple[int, Row]]:
    return [(row.line, row) for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
def test_rows_are_read_whatever_program_wrote_them(separator: str, ending: str, mark: bytes) -> None:
    text = f"date {separator}meeting{ending}2027-04-01{separator} Scrutiny, first; long {ending}".replace(
        ", first; long", " and a half"
    )
    table, found = read(mark + text.encode())
    assert found == []
    assert table.header == ("date", "meeting")
    assert lines(table) == [(2, {"date": "2027-04-01", "meeting": "Scrutiny and a half"})]
    assert table.at(table.rows[0]) == Location("calendar.csv", 2)


def test_a_line_break_in_a_cell_does_not_move_the_lines_after_it() -> None:
    table, found = read('\na,b\n1,"x\ny"\n\n2,"z, ""q"""\n')
    assert found == []
    assert table.header_line == 2
    assert lines(table) == [(3, {"a": "1", "b": "x\ny"}), (6, {"a": "2", "b": 'z, "q"'})]


def test_a_file_of_an_older_windows_program_is_read_and_says_so() -> None:
    table, (finding,) = read("a,b\n£5,Children’s\n".encode("cp1252"))
    assert lines(table) == [(2, {"a": "£5", "b": "Children’s"})]
    assert finding.code == "csv/not-utf-8"


FAULTS = [
    ("fewer cells", "a,b\n1\n2,3\n", "short-row", 2, [{"a": "1", "b": ""}, {"a": "2", "b": "3"}]),
    ("more cells", "a,b\n1,2,3\n4,5\n", "long-row", 2, [{"a": "4", "b": "5"}]),
    ("two columns of one name", "a,b,a\n1,2,3\n", "duplicate-column", 1, [{"a": "1", "b": "2"}]),
    ("an open quotation", 'a,b\n1,2\n"3,4\n5,6\n', "unclosed-quote", 3, [{"a": "1", "b": "2"}]),
    ("words after a quotation", 'a,b\n"1" x,2\n3,4\n', "text-after-quote", 2, [{"a": "3", "b": "4"}]),
    ("a cell without end", "a,b\n1," + "x" * 140_000 + "\n", "unclosed-quote", 2, []),
    ("nothing", "", "empty-file", 1, []),
    ("blank lines", "\n\n , \n", "empty-file", 1, []),
    ("NUL", "a,b\n1,\0\n", "control-character", 2, []),
    ("UTF-16", "\ufeffa,b\n".encode("utf-16-le"), "utf-16", 1, []),
    ("neither encoding", b"a\n\x81\n", "not-utf-8", 2, []),
]


@pytest.mark.parametrize(
    ("data", "slug", "line", "rows"), [pytest.param(*case[1:], id=str(case[0])) for case in FAULTS]
)
def test_a_faulty_row_is_one_finding_and_the_others_are_read(
    data: bytes | str, slug: str, line: int, rows: list[dict[str, str]]
) -> None:
    table, found = read(data, most_bytes=200_000)
    assert [(d.code, d.at.line) for d in found] == [(f"csv/{slug}", line)]
    assert found[0].fix
    assert table.rows == rows


def test_empty_cells_beyond_the_last_column_are_nothing() -> None:
    table, found = read("a,b,,\n1,2,,\n3,4,,,,\n")
    assert found == []
    assert table.header == ("a", "b")
    assert table.rows == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_a_file_larger_than_was_allowed_is_not_read() -> None:
    table, (finding,) = read("a\n" * 100, most_bytes=199)
    assert (finding.code, table.rows) == ("csv/too-large", [])


def test_a_file_of_faulty_rows_is_left_after_a_hundred() -> None:
    table, found = read("a,b\n" + "1\n" * 1000)
    assert [d.code for d in found] == ["csv/short-row"] * MOST_FINDINGS + ["csv/more-findings"]
    assert len(table.rows) == MOST_FINDINGS


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=60) | st.text('a1,;\t"\r\n é', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    table, found = read(data)
    count = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= d.at.line <= count and d.code.startswith("csv/") for d in found)
    assert all(1 <= row.line <= count and tuple(row) == table.header for row in table.rows)
