"""Text made fit for a message, and the word that was meant."""

import pytest

from cspcycle.source.near import nearest
from cspcycle.source.printable import MOST_QUOTED, printable, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Children’s Ŵ plan 🚓", "Children’s Ŵ plan 🚓"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\nb\tc", r"a\nb\tc"),
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("caf\udce9", r"caf\udce9"),
        ("\x9b31m\x7f", r"\x9b31m\x7f"),
        ("\u2028", r"\u2028"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_long_text_is_quoted_with_its_end_cut_off() -> None:
    assert quoted("word " * 30).endswith('word word …"')
    assert quoted("x" * 90).endswith('x…"')
    assert len(quoted("word " * 30)) <= MOST_QUOTED + 2
    assert quoted("a\nb") == r'"a\nb"'


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("priorites", "priorities"),
        ("Priorities", "priorities"),
        ("partnership-plan", "partnership_plan"),
        ("partnershipplan", "partnership_plan"),
        ("chair", None),
        ("", None),
        ("p" * 100_000, None),
    ],
)
def test_the_word_that_was_meant_is_the_nearest_or_none(word: str, meant: str | None) -> None:
    assert nearest(word, ["partnership", "partnership_plan", "priorities"]) == meant
