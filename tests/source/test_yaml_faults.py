"""Every mistake in a YAML file that we can name: the bytes, the code, and the place where the mistake was made."""

import pytest

from cspcycle.source.diagnostic import Location, Severity
from cspcycle.source.yaml_reader import build, next_event_in, next_event_in_pure_python, read_yaml

# Where each parser stops is its own affair; where the mistake was made is not. So both must give the same answer.
SYNTAX = [
    ("a quotation open to the end", 'a: "x\nb: 1\n', "unclosed-quote", 1, 4),
    ("a quotation that the next one closes", 'title: "Theme\nlead: "x"\n', "unclosed-quote", 1, 8),
    ("a quotation cut by a document", "a: 'x\n---\nb: 1\n", "unclosed-quote", 1, 4),
    ("a quoted name over two lines", 'a: 1\n"b\nc": 2\n', "unclosed-quote", 2, 1),
    ("a quotation mark and nothing else", 'a:\n  b: "', "unclosed-quote", 2, 6),
    ("an apostrophe between single quotes", "title: 'Children's plan'\n", "text-after-quote", 1, 17),
    ("words after a quotation", 'a: "x" y\nb: 1\n', "text-after-quote", 1, 6),
    ("a name that is half quoted", '"a" b: 1\n', "text-after-quote", 1, 3),
    ("words after a list", "a: [x] y\nb: 1\n", "text-after-bracket", 1, 6),
    ("a Windows path between double quotes", 'a: "C:\\data"\n', "backslash", 1, 7),
    ("an unfinished code of a letter", 'a: "\\x4"\n', "backslash", 1, 5),
    ("a colon in a title", "title: Theme: drugs\n", "colon-in-text", 1, 13),
    ("a colon in a title, CR LF", "b: 1\r\ntitle: Theme: drugs\r\n", "colon-in-text", 2, 13),
    ("a colon after accents and an emoji", "b: 1\ntitle: Ŵyŷ 🚓: drugs\n", "colon-in-text", 2, 13),
    ("a key deeper than the value above", "a: b\n  c: d\n", "indentation", 2, 3),
    ("a key one column too deep", "a:\n  b: 1\n   c: 2\n", "indentation", 3, 4),
    ("a key between two levels", "a:\n    b: 1\n  c: 2\n", "indentation", 3, 3),
    ("a key left of the first", "  a: 1\nb: 2\n", "indentation", 2, 1),
    ("an item left of the others", "a:\n  - x\n - y\n", "indentation", 3, 2),
    ("a key between items", "a:\n  - b: 1\n   c: 2\n", "indentation", 3, 4),
    ("an item among keys", "a: 1\n- x\n", "indentation", 2, 1),
    ("a key among items", "- x\na: 1\n", "indentation", 2, 1),
    ("a block of text that moves left", "a: |\n   x\n  y\n", "indentation", 3, 3),
    ("a word alone", "a: 1\nb\nc: 2\n", "missing-colon", 2, 1),
    ("a word alone below a quotation of two lines", 'a: "x\n  y"\nb\nc: 2\n', "missing-colon", 3, 1),
    ("a word alone at the end", "a: 1\nb\n", "missing-colon", 2, 1),
    ("no space after the first colon", "a:1\nb: 2\n", "missing-space", 1, 2),
    ("no space after a later colon", "b: 2\nstarts_on:2027-04-01\nc: 3\n", "missing-space", 2, 10),
    ("no space after a dash", "a:\n  -x: 1\n  - y: 2\n", "missing-space", 2, 3),
    ("a name of a thousand letters", "a: 1\n" + "k" * 1100 + ": 2\n", "long-key", 2, 1),
    ("a list without its end", "a: [x, y\nb: 1\n", "unclosed-bracket", 1, 4),
    ("a list without its end, last in the file", "a: [x\n", "unclosed-bracket", 1, 4),
    ("a bracket and nothing else", "a: [\n", "unclosed-bracket", 1, 4),
    ("a list without its end, without a last line break", 'a: ["x" y', "unclosed-bracket", 1, 4),
    ("an opening bracket in a word", "b: x[1\na: [x\nc: 1\n", "unclosed-bracket", 2, 4),
    ("a brace without its end", "a: {x: 1\nb: 1\n", "unclosed-bracket", 1, 4),
    ("a list that ends in a brace", "a: [x}\nb: 1\n", "unclosed-bracket", 1, 4),
    ("an inner list without its end", "a: [x, [y, z]\nb: 1\n", "unclosed-bracket", 1, 4),
    ("a bracket too many", "a: [x]]\n", "unopened-bracket", 1, 7),
    ("a bracket that was never opened", "b: ]\n", "unopened-bracket", 1, 4),
    ("no comma between quotations", 'a: ["x" "y"]\n', "missing-comma", 1, 9),
    ("no comma over several lines", "a: {\n  x: 1\n  y: 2\n}\nb: 1\n", "missing-comma", 3, 4),
    ("two commas", "a: [x,,y]\n", "extra-comma", 1, 7),
    ("a tab before a key", "a:\n\tb: 1\n", "tab", 2, 1),
    ("a tab after spaces", "a:\n  - b: 1\n  \t c: 2\n", "tab", 3, 3),
    ("a tab after a value", "a: 1\n\tb: 2\n", "tab", 2, 1),
    ("an at sign first", "a: @x\n", "reserved-character", 1, 4),
    ("a backtick first", "a: `x`\n", "reserved-character", 1, 4),
    ("a percent sign first", "a: %x\n", "reserved-character", 1, 4),
    ("an asterisk and a space", "a: * x\n", "alias", 1, 4),
    ("bold text", "a: **x**\n", "alias", 1, 4),
    ("an ampersand and a space", "a: & b\n", "anchor", 1, 4),
    ("a tag of one's own", "a: !x!y z\n", "tag", 1, 4),
    ("a tag without its end", "a: !<x z\n", "tag", 1, 4),
    ("words after a bar", "a: | text\n", "block-text", 1, 4),
    ("a number after a greater-than sign", "a: > 5\n", "block-text", 1, 4),
    ("words close to a greater-than sign", "a: >text\n", "block-text", 1, 4),
    ("an item beside its key", "a: - x\n", "item-after-key", 1, 4),
    ("a key beside the dashes", "--- a: 1\n", "text-after-dashes", 1, 1),
    ("a colon first", "b: 1\n: x\n", "empty-key", 2, 1),
    ("an instruction", "%FOO\n---\na: 1\n", "directive", 1, 1),
    ("a percentage at a line's start", "a: 1\n%x\n", "directive", 2, 1),
    ("another version of YAML", "%YAML 3.0\n---\na: 1\n", "directive", 1, 1),
    ("a version of YAML and nothing else", "%YAML 1.2\n", "syntax", 2, 1),
    ("dots before the end", "a: 1\n...\nb: 2\n", "second-document", 3, 1),
]
READABLE = [
    ("the same key twice", "a: 1\nb:\n  c: 1\n  c: 2\n", "duplicate-key", 4, 3),
    ("the same key twice, quoted once", '{a: 1, "a": 2}\n', "duplicate-key", 1, 8),
    ("keys from elsewhere", "a: &x {b: 1}\nc:\n  <<: *x\n", "merge-key", 3, 3),
    ("a reference", "a: &x 1\nb: *x\n", "alias", 2, 4),
    ("a reference to nothing", "b: *x\n", "alias", 1, 4),
    ("a name for nothing", "a: &x 1\n", "anchor", 1, 4),
    ("a reference as a key", "a: &x b\n*x : 1\n", "alias", 2, 1),
    ("a tag", "a: !!str 1\n", "tag", 1, 4),
    ("a tag on a list", "a: !x [1]\n", "tag", 1, 4),
    ("a list as a key", "? [a, b]\n: c\nd: 1\n", "complex-key", 1, 3),
    ("two braces, as in a template", "a: {{ name }}\n", "complex-key", 1, 5),
    ("a second document", "a: 1\n---\nb: 2\n", "second-document", 2, 1),
    ("a number of thirty digits", "a: 123456789012345678901234567890\n", "huge-number", 1, 4),
    ("a number beyond all numbers", "a: 1e999\n", "huge-number", 1, 4),
    ("a number of five thousand digits", "a: " + "1" * 5000 + "\n", "huge-number", 1, 4),
    ("NUL, written as an escape", 'a: "x\\0"\n', "control-character", 1, 4),
    ("items without spaces", "a:\n  -x\n  -y\n", "no-space-after-dash", 2, 3),
    ("a list", "# members\n- a\n- b\n", "not-a-mapping", 2, 1),
    ("a word", "Vale\n", "not-a-mapping", 1, 1),
    ("no space after the only colon", "name:Vale\n", "not-a-mapping", 1, 1),
    ("a number", "  12\n", "not-a-mapping", 1, 3),
    ("nothing", "", "empty-file", 1, 1),
    ("comments", "# to do\n\n", "empty-file", 1, 1),
    ("dashes", "---\n", "empty-file", 1, 1),
]
BYTES = [
    ("Windows text", b"a: 1\nb: caf\xe9\n", "not-utf-8", 2, 7),
    ("Windows text after UTF-8", "b: ŵ".encode() + b"\x92s\n", "not-utf-8", 1, 5),
    ("Windows text after a mark", b"\xef\xbb\xbfb: \x92s\n", "not-utf-8", 1, 4),
    ("a character cut in two", b"a: \xc3", "not-utf-8", 1, 4),
    ("UTF-16", "a: 1\n".encode("utf-16"), "utf-16", 1, 1),
    ("UTF-16 without a mark", "a: 1\n".encode("utf-16-le"), "utf-16", 1, 1),
    ("UTF-16 the other way round", "a: 1\n".encode("utf-16-be"), "utf-16", 1, 1),
    ("NUL", b"a: 1\nb: x\0y\n", "control-character", 2, 5),
    ("two NULs", b"\0\0", "control-character", 1, 1),
    ("an escape", b"a: \x1b[31m\n", "control-character", 1, 4),
    ("a mark in the middle", "a: 1\n\ufeffb: 2\n".encode(), "control-character", 2, 1),
    ("a next-line character", "a: x\x85b: 1\n".encode(), "unusual-line-break", 1, 5),
    ("a line separator", "a: x\u2028b: 1\n".encode(), "unusual-line-break", 1, 5),
    ("an unfinished merge", b"a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n", "conflict-marker", 2, 1),
    ("a merge in a file with CR alone", b"a: 1\r=======\rb: 1\r", "conflict-marker", 2, 1),
    ("an instruction in a file with CR alone", b"a: 1\r%TAG !a! x\r---\r", "directive", 2, 1),
    ("the middle of a merge", b"a: 1\n=======\nb: 1\n", "conflict-marker", 2, 1),
    ("the end of a merge", b"a: 1\n>>>>>>> theirs\n", "conflict-marker", 2, 1),
]


def named(cases: list[tuple[str, str, str, int, int]]) -> list[object]:
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


@pytest.mark.parametrize(("text", "slug", "line", "column"), named(SYNTAX))
def test_a_mistake_that_ends_reading_is_one_finding_where_it_was_made(
    text: str, slug: str, line: int, column: int
) -> None:
    mapping, found = build(text, "plan.yaml", next_event_in(text))
    assert [(d.code, d.at) for d in found] == [(f"yaml/{slug}", Location("plan.yaml", line, column))]
    assert mapping is None


@pytest.mark.parametrize(("text", "slug", "line", "column"), named(SYNTAX + READABLE))
def test_the_pure_python_parser_leads_to_the_same_finding(text: str, slug: str, line: int, column: int) -> None:
    _, found = build(text, "plan.yaml", next_event_in_pure_python(text))
    assert [(d.code, d.at) for d in found] == [(f"yaml/{slug}", Location("plan.yaml", line, column))]


@pytest.mark.parametrize(("text", "slug", "line", "column"), named(READABLE))
def test_a_thing_that_is_not_used_here_is_one_finding(text: str, slug: str, line: int, column: int) -> None:
    _, found = read_yaml(text.encode(), "plan.yaml")
    assert [(d.code, d.at) for d in found] == [(f"yaml/{slug}", Location("plan.yaml", line, column))]


@pytest.mark.parametrize(("data", "slug", "line", "column"), [pytest.param(*case[1:], id=case[0]) for case in BYTES])
def test_bytes_that_are_not_plain_text_are_one_finding(data: bytes, slug: str, line: int, column: int) -> None:
    mapping, found = read_yaml(data, "plan.yaml")
    assert [(d.code, d.at) for d in found] == [(f"yaml/{slug}", Location("plan.yaml", line, column))]
    assert mapping is None


@pytest.mark.parametrize("data", [pytest.param(case[1].encode(), id=case[0]) for case in SYNTAX + READABLE])
def test_every_message_is_a_plain_sentence_with_a_remedy(data: bytes) -> None:
    (finding,) = read_yaml(data, "plan.yaml")[1]
    words = f"{finding.message} {finding.fix}"
    assert finding.fix
    assert not finding.message.endswith(".")
    assert words.isprintable()
    for jargon in ("invalid", "scalar", "token", "block mapping", "flow", "parse", "stream", "must not"):
        assert jargon not in words


def test_a_repeated_key_names_both_lines_and_keeps_the_first() -> None:
    mapping, (finding,) = read_yaml(b"a: 1\nb: 2\na: 3\n", "plan.yaml")
    assert finding.message == '"a" is written here and on line 1; only the first is read'
    assert finding.see == (Location("plan.yaml", 1, 1),)
    assert mapping == {"a": 1, "b": 2}
    assert mapping.places == {"a": (1, 1, 1, 4), "b": (2, 1, 2, 4)}


def test_what_is_not_used_here_does_not_stop_reading() -> None:
    text = b"a: &x 1\n<<: *x\nb: *x\nc: !!str 2\na: [3]\n? {k: v}\n: 4\nd: 5\n"
    mapping, found = read_yaml(text, "plan.yaml")
    assert [d.code for d in found] == [
        "yaml/merge-key",
        "yaml/alias",
        "yaml/tag",
        "yaml/duplicate-key",
        "yaml/complex-key",
    ]
    assert mapping == {"a": 1, "b": "1", "c": 2, "d": 5}
    assert list(mapping.places) == ["a", "b", "c", "d"]


def test_a_reference_to_a_list_is_nothing_so_that_it_cannot_grow() -> None:
    mapping, (finding,) = read_yaml(b"a: &x [1, 2]\nb: *x\n", "plan.yaml")
    assert mapping == {"a": [1, 2], "b": None}
    assert finding.see == (Location("plan.yaml", 1, 4),)


def test_an_empty_file_is_a_warning_and_not_an_error() -> None:
    assert [d.severity for d in read_yaml(b"", "plan.yaml")[1]] == [Severity.WARNING]


def test_text_as_long_as_a_page_is_quoted_short() -> None:
    (finding,) = read_yaml(b"a: " + b"word: " * 500, "plan.yaml")[1]
    assert len(finding.message) < 120


def test_words_after_a_reference_are_a_second_mistake() -> None:
    _, found = read_yaml(b"a: &x 1\nb: *x y\n", "plan.yaml")
    assert [(d.code, d.at.line, d.at.column) for d in found] == [("yaml/alias", 2, 4), ("yaml/syntax", 2, 7)]
    assert found[1].message == '"y" does not fit what stands before it'


def test_a_tab_that_only_the_pure_python_parser_refuses_is_explained() -> None:
    text = "a: \t|\n  x\n"
    assert build(text, "plan.yaml", next_event_in(text))[1] == []
    (finding,) = build(text, "plan.yaml", next_event_in_pure_python(text))[1]
    assert (finding.code, finding.at.column) == ("yaml/tab", 4)


def test_the_question_mark_that_a_text_in_brackets_has_is_explained() -> None:
    # Only the C parser stops here, as in the next test.
    (finding,) = read_yaml(b"a: [x, why?, y]\n", "plan.yaml")[1]
    assert (finding.code, finding.at.column) == ("yaml/question-mark", 11)


def test_the_colon_that_a_web_address_in_brackets_has_is_explained() -> None:
    # Only the C parser stops here; the other reads the address, which does no harm.
    (finding,) = read_yaml(b"a: [http://example.org]\n", "plan.yaml")[1]
    assert (finding.code, finding.at.column) == ("yaml/colon-in-text", 9)
    assert finding.message == 'the text "http://example.org" contains a colon'
