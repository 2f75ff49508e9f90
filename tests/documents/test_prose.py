"""Templates are filled safely: strict names, harmless text, bounded time and memory, mistakes with their line."""

import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from cspcycle.documents.catalogue import read_catalogue, split_front_matter
from cspcycle.documents.filters import escaped
from cspcycle.documents.prose import Prose
from cspcycle.documents.text import one_line

VIEW = {"plan": {"title": "Safer Vale", "items": [1, 2], "lead": None}, "on": date(2027, 4, 1)}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def written(own: Path, body: str, view: dict[str, Any] | None = None) -> str:
    (own / "letter.md.j2").write_text(body, encoding="utf-8")
    text, found = Prose(own).render("letter", VIEW if view is None else view)
    assert found == ()
    assert text is not None
    return text


PRINTED = {
    "a date in words": ("{{ on }}", "1 April 2027"),
    "a date with its day": ("{{ on|weekday }}", "Thursday 1 April 2027"),
    "a short date": ("{{ on|short_day }} {{ on|month }}", "1 Apr 2027 April 2027"),
    "a number with separators": ("{{ 12345|number }}", "12\\,345"),
    "decimal places": ("{{ 2.345|number(2) }} {{ 2.5|number(0) }}", "2\\.34 2"),
    "a change with its sign": ("{{ 3|signed }} {{ -3|signed }} {{ 0|signed }}", "\\+3 −3 0"),
    "a percentage": ("{{ 12.5|percent(1) }}", "12\\.5\\%"),
    "one and many": ("{{ 1|plural('meeting') }}, {{ 2|plural('person', 'people') }}", "1 meeting, 2 people"),
    "a list in a sentence": ("{{ ['a', 'b', 'c']|listed }}", "a\\, b and c"),
    "words instead of nothing": ("{{ plan.lead|otherwise('nobody yet') }}", "nobody yet"),
    "words instead of a missing key": ("{{ plan.chair|otherwise('nobody yet') }}", "nobody yet"),
    "nought, which is a value": ("{{ 0|otherwise('none') }}", "0"),
    "a key called items": ("{{ plan['items']|length }}{{ plan.items|length }}", "22"),
    "yes and no": ("{{ 1 < 2 < 3 }} {{ 'a' in ['b'] }}", "yes no"),
    "joined texts": ("{{ 'a' ~ ('|' ~ plan.title) }}", "a\\|Safer Vale"),
    "a link": ("{{ 'Law'|link('https://example.org/a_b') }}", "[Law](<https://example.org/a_b>)"),
    "a link that is none": ("{{ 'Law'|link('javascript:alert(1)') }}", "Law"),
    "paragraphs": ("{{ 'a\n\n# b'|paragraphs }}", "a\n\n\\# b"),
    "prose with its headings moved down": ("{{ '# a\n*b*\n\nc\n==='|prose(2) }}", "### a\n*b*\n\nc\n\n==="),
    "prose that leaves its code open": ("{{ '```\n# a'|prose }}", "```\n# a\n```"),
    "plain text in a cell": ("{{ 'a|b'|cell }}", "a\\|b"),
    "code": ("{{ 'a `b` | c'|code }}", "`` a `b` \\| c ``"),
    "figures": ("{{ 1.5 }} {{ 0.1 + 0.2 }} {{ 7 % 4 }} {{ 2 ** 3 }} {{ 2 * 3 }}", "1\\.5 0\\.30000000000000004 3 8 6"),
    "one of a list, and none": ("{{ ['a']|listed }}{{ []|listed }}", "a"),
    "numbers in a sentence": ("{{ [1, 2]|listed }} {{ [1]|join }}", "1 and 2 1"),
    "lists put together": ("{{ ([1] + [2])|length }}", "2"),
    "prose with code": ("{{ '```\n# a\n```\n# b'|prose }}", "```\n# a\n```\n### b"),
    "prose in a sentence": ("{{ ('*a*'|prose) ~ '*' }} {{ 1 not in [2] }}", "*a*\\* yes"),
    "prose in a cell": ("{{ '*a*\n| b'|prose|cell }}", "*a* \\| b"),
}


@pytest.mark.parametrize(("body", "expected"), PRINTED.values(), ids=PRINTED)
def test_a_template_prints(own: Path, body: str, expected: str) -> None:
    assert written(own, body) == expected + "\n"


EXTENDING = "{% extends '@pkg/partnership-plan.md.j2' %}"
MISTAKES = {
    "an unknown name": ("{{ plam }}", "unknown-name", "`plam`"),
    "a misspelt key": ("{{ plan.titel }}", "unknown-name", "`title`"),
    "an unknown key under an if": ("{% if plan.titel %}{% endif %}", "unknown-name", "`titel`"),
    "a part of a text": ("{{ plan.title.short }}", "unknown-name", "`short`"),
    "an unknown filter": ("{{ plan.title|shout }}", "unknown-name", "shout"),
    "an unknown filter under a condition": ("{% if on %}{{ plan.title|shout }}{% endif %}", "unknown-name", "shout"),
    "an unknown test under a condition": ("{% if on is shiny %}{% endif %}", "unknown-name", "test `shiny`"),
    "a misspelt block": (EXTENDING + "{% block forword %}Hello{% endblock %}", "unknown-name", "`forword`"),
    "a misspelt block of one that extends": (
        "{% extends 'middle.md.j2' %}{% block midle %}Hello{% endblock %}",
        "unknown-name",
        "`midle`",
    ),
    "words outside the blocks": (EXTENDING + "Hello", "syntax", "outside its blocks"),
    "a value outside the blocks": (EXTENDING + "{{ plan.title }}", "syntax", "outside its blocks"),
    "a shipped template that is not there": ("{% extends '@pkg/nowhere.md.j2' %}Hello", "missing", "nowhere"),
    "a template that extends itself": ("{% extends 'letter.md.j2' %}{% block a %}{% endblock %}", "endless", "end"),
    "a block without an end": ("{% for a in plan.items %}", "syntax", "for"),
    "an unknown block": ("{% frob %}", "syntax", "frob"),
    "a value that is not there": ("{{ plan.lead }}", "cannot-compute", "no value"),
    "a list printed whole": ("{{ plan.items }}", "cannot-compute", "list"),
    "a division by nought": ("{{ 1 / 0 }}", "cannot-compute", "division"),
    "a text times a number": ("{{ 'a' * 1000000000 }}", "cannot-compute", "`*`"),
    "a power": ("{{ 999999999 ** 99 }}", "endless", "power"),
    "Python's internals": ("{{ ''.__class__.__mro__ }}", "not-allowed", "`__class__`"),
    "a function's internals": ("{{ figure.__globals__ }}", "not-allowed", "`__globals__`"),
    "a format with a width": ("{{ '{:999999999}'.format(1) }}", "not-allowed", "`format`"),
    "a change to the view": ("{{ plan.items.append(1) }}", "not-allowed", "`append`"),
    "a missing template": ("{% include 'nowhere.md.j2' %}", "missing", "nowhere"),
    "a template outside": ("{% include '../secret.md.j2' %}", "refused", "leads out"),
    "a template at an absolute path": ("{% include '/etc/hostname' %}", "refused", "leads out"),
    "a template behind a link": ("{% include 'link.md.j2' %}", "refused", "link"),
    "a template that is not text": ("{% include 'bytes.md.j2' %}", "refused", "UTF-8"),
    "a template that is far too large": ("{% include 'large.md.j2' %}", "refused", "256 KiB"),
    "loops in loops": (
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "endless",
        "steps",
    ),
    "a range too far": ("{% for a in range(10 ** 9) %}{% endfor %}", "endless", "100,000"),
    "a macro that calls itself twice": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "endless",
        "steps",
    ),
    "a template that includes itself": ("{% include 'letter.md.j2' %}", "endless", "without an end"),
    "a text that doubles": (
        "{% set n = namespace(t='0123456789') %}{% for i in range(99) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
        "endless",
        "characters",
    ),
    "a number that squares itself": (
        "{% set n = namespace(t=9) %}{% for i in range(99) %}{% set n.t = n.t * n.t %}{% endfor %}",
        "endless",
        "too large",
    ),
    "a comparison of nested lists": (
        "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = [n.a, n.a] %}{% endfor %}{{ n.a == n.a }}",
        "cannot-compute",
        "one value",
    ),
    "a long text many times": (
        "{% set t %}{% for i in range(9999) %}" + "x" * 9999 + "{% endfor %}{% endset %}",
        "endless",
        "characters",
    ),
}


@pytest.mark.parametrize(("body", "slug", "word"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_template_is_told_with_its_line(own: Path, body: str, slug: str, word: str) -> None:
    (own.parent / "secret.md.j2").write_text("secret")
    (own / "link.md.j2").symlink_to(own.parent / "secret.md.j2")
    (own / "bytes.md.j2").write_bytes(b"\xff")
    (own / "large.md.j2").write_bytes(b"x" * 300_000)
    (own / "middle.md.j2").write_text(EXTENDING + "{% block foreword %}{% block middle %}{% endblock %}{% endblock %}")
    (own / "letter.md.j2").write_text("---\ntitle: A letter\n---\n\n" + body, encoding="utf-8")
    began = time.monotonic()
    text, (found,) = Prose(own).render("letter", VIEW)
    assert time.monotonic() - began < 5
    assert text is None
    assert (found.code, *found.at) == (f"template/{slug}", "templates/letter.md.j2", 5, 1)
    assert word in found.message
    assert found.fix


@pytest.mark.parametrize(
    "body",
    [
        "{% for a in range(2) %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "(" * 9_000 + "1" + ")" * 9_000 + " }}",
        EXTENDING + "{% block foreword %}" + "{% for a in range(2) %}" * 30 + "{% endfor %}" * 30 + "{% endblock %}",
    ],
    ids=["loops", "brackets", "loops in a block"],
)
def test_what_python_itself_cannot_nest_is_a_finding_in_the_file(own: Path, body: str) -> None:
    (own / "letter.md.j2").write_text(body)
    text, (found,) = Prose(own).render("letter", VIEW)
    assert text is None
    assert found.at.file == "templates/letter.md.j2"


def test_a_mistake_in_a_part_is_told_in_the_part(own: Path) -> None:
    (own / "parts").mkdir()
    (own / "parts" / "head.md.j2").write_text("fine\n\n{{ nobody }}\n")
    (own / "letter.md.j2").write_text("{% include 'parts/head.md.j2' %}")
    _, (found,) = Prose(own).render("letter", VIEW)
    assert found.at[:2] == ("templates/parts/head.md.j2", 3)


def test_a_partnership_replaces_one_block_of_a_shipped_template(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "letter.md.j2").write_text(
        "---\ntitle: Letter\nneeds: [plan]  # what it is about\n---\n{% block top %}Dear all{% endblock %}\n\n"
        "{% block end %}Yours{% endblock %}\n",
    )
    monkeypatch.setattr("cspcycle.documents.prose.shipped_folder", lambda: shipped)
    monkeypatch.setattr("cspcycle.documents.catalogue.shipped_folder", lambda: shipped)
    assert Prose(own).render("letter", VIEW)[0] == "Dear all\nYours\n"
    (own / "letter.md.j2").write_text(
        "{% extends '@pkg/letter.md.j2' %}{% block top %}{{ super() }} in {{ plan.title }}{% endblock %}",
    )
    assert Prose(own).render("letter", VIEW)[0] == "Dear all in Safer Vale\nYours\n"
    (letter,), found = read_catalogue(own)
    assert (letter.title, letter.needs, letter.is_overridden, found) == ("Letter", ("plan",), True, ())


def test_a_template_that_extends_may_set_import_and_remark_outside_its_blocks_and_nest_new_ones(own: Path) -> None:
    (own / "middle.md.j2").write_text("{% block top %}{% block name %}nobody{% endblock %}{% endblock %}")
    (own / "parts.md.j2").write_text("{% macro hello(name) %}Hello {{ name }}{% endmacro %}")
    text = written(
        own,
        "{% extends 'middle.md.j2' %}\n{% import 'parts.md.j2' as parts %}\n{# a remark #}\n\n{% set who = 'you' %}\n"
        "{% macro twice(word) %}{{ word }} {{ word }}{% endmacro %}\n"
        "{% block top %}{{ parts.hello('all') }} {{ twice('x') }}"
        "{% block new %}, and {{ who }}{% endblock %}{% endblock %}\n",
    )
    assert text == "Hello all x x, and you\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("---\ntitle: A\nneed: [plan]\n---\n", 3, "`need`"),
        ("---\ntitle: A\n", 1, "never ends"),
        ("Hello\n", 1, "no title"),
        ("---\ntitle: A\npaper: square\n---\n", 3, "square"),
        ("---\ntitle: A\n# a remark\n\nneeds\n---\n", 5, "`needs …`"),
    ],
    ids=["an unknown key", "no end", "no title", "unknown paper", "a key without a value"],
)
def test_front_matter_that_says_something_else_is_told(own: Path, text: str, line: int, word: str) -> None:
    (own / "zz-letter.md.j2").write_text(text)
    _, found = read_catalogue(own)
    assert found[0].at[:2] == ("templates/zz-letter.md.j2", line)
    assert word in found[0].message


def test_a_template_behind_a_link_is_no_document(own: Path, tmp_path: Path) -> None:
    (tmp_path / "private.md").write_text("---\ntitle: Private\n---\n")
    (own / "zz-letter.md.j2").symlink_to(tmp_path / "private.md")
    documents, (finding,) = read_catalogue(own)
    assert "zz-letter" not in {document.name for document in documents}
    assert finding.code == "template/refused"


def test_a_folder_of_templates_that_is_not_there_is_no_mistake(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "nowhere") == read_catalogue()


def test_landscape_paper_is_taken_over_from_the_shipped_template(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.md.j2").write_text("---\ntitle: Letter\npaper: landscape\n---\n")
    monkeypatch.setattr("cspcycle.documents.catalogue.shipped_folder", lambda: tmp_path)
    (own / "letter.md.j2").write_text("Dear all")
    assert [document.is_landscape for document in read_catalogue(own)[0]] == [True]
    (own / "letter.md.j2").write_text("---\npaper: portrait\n---\nDear all")
    assert [document.is_landscape for document in read_catalogue(own)[0]] == [False]


def test_time_is_limited_too(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cspcycle.documents.limits.SECONDS", -1)
    (own / "letter.md.j2").write_text("{% for a in range(999) %}{% endfor %}")
    _, (finding,) = Prose(own).render("letter", VIEW)
    assert "seconds" in finding.message


def test_the_lines_of_the_body_keep_their_numbers() -> None:
    assert split_front_matter("---\ntitle: A\n---\nbody") == (["title: A"], "\n\n\nbody")


def test_a_view_with_an_object_is_our_own_mistake(own: Path) -> None:
    (own / "letter.md.j2").write_text("")
    with pytest.raises(TypeError, match="dicts, lists"):
        Prose(own).render("letter", {"plan": own})
    assert Prose(own).render("letter", {"a": [Decimal(1), Markup("x"), (None, True)]})[0] == "\n"


@given(st.one_of(st.text(), st.text("#>*_`[]()!|\\-+=~:.<&;1a ")))
def test_any_text_is_printed_as_that_text_and_nothing_else(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = html.parse(f"| a | b |\n| - | - |\n|{escaped(text)}| {escaped(text)} |\n")
    cells = [token.children or [] for token in tokens if token.type == "inline"][2:]
    assert len(cells) == 2
    for cell in cells:
        assert {part.type for part in cell} <= {"text", "text_special"}
        assert "".join(part.content for part in cell).strip() == one_line(text).strip()
