"""The words a template may use on plain data: dates in words, numbers with separators, lists, authors' prose.

A filter returns plain text, which is made safe when it is printed, or Markup when it has made its text safe itself.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from cspcycle.documents.limits import WrongUseError
from cspcycle.documents.pictures import safe_svg
from cspcycle.documents.text import clean, one_line
from cspcycle.source.words import MONTHS, day_in_words
from cspcycle.timetable.dates import in_words

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
HEADING = re.compile(r"^( {0,3})(#{1,6})(?=[ \t]|$)")
UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
FENCE = re.compile(r"^ {0,3}(```+|~~~+)")


def escaped(text: str) -> Markup:
    """The text on one line, with every character that means something in Markdown made harmless."""
    return Markup(PUNCTUATION.sub(_harmless, one_line(text)))  # noqa: S704 - every punctuation mark has just been escaped


def _harmless(mark: re.Match[str]) -> str:
    # a backslash before the bar of a table would hide the bar, so it is written as a character reference
    return "&#92;" if mark[0] == "\\" else "\\" + mark[0]


def shown(value: object) -> Markup:
    """The value as a template prints it."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return Markup(str(value))  # noqa: S704 - it raises, saying which name is unknown
    if isinstance(value, bool):
        return escaped("yes" if value else "no")
    if isinstance(value, date):
        return escaped(day(value))
    if isinstance(value, str | int):
        return escaped(str(value))
    if isinstance(value, float | Decimal):
        return escaped(format(value, "f") if isinstance(value, Decimal) else repr(value))
    if value is None:
        raise WrongUseError("prints something that has no value; say what to print instead with `| otherwise('…')`")
    raise WrongUseError("prints a list or a group of values whole; print its parts")


def joined(values: Iterable[Any], between: str = "") -> str:
    """The values one after the other; safe text as soon as one of them is."""
    parts = list(values)
    if any(isinstance(part, Markup) for part in parts):
        return shown(between).join(map(shown, parts))
    return str(between).join(str(part) if isinstance(part, str) else _bare(part) for part in parts)


def _bare(value: Any) -> str:
    return re.sub(r"\\(.)", r"\1", shown(value))


def day(value: date) -> str:
    """`1 April 2027`."""
    return day_in_words(value)


def short_day(value: date) -> str:
    """`1 Apr 2027`, for narrow columns."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def weekday(value: date) -> str:
    """`Thursday 1 April 2027`."""
    return in_words(value)


def month(value: date) -> str:
    """`April 2027`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def number(value: Decimal | float, places: int | None = None) -> str:
    """`1,234.5` with as many decimal places as asked for, halves to even; a true minus sign."""
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-min(max(places, 0), 9)), rounding=ROUND_HALF_EVEN)
    return f"{exact:,f}".replace("-", "\N{MINUS SIGN}")


def signed(value: Decimal | float, places: int | None = None) -> str:
    """`+3.2` or `−3.2`; nothing changes is `0`."""
    text = number(value, places)
    return f"+{text}" if value > 0 and text.strip("0.") else text


def percent(value: Decimal | float, places: int | None = None) -> str:
    """`12.5%` of a number from 0 to 100."""
    return f"{number(value, places)}%"


def plural(count: int, one: str, many: str = "") -> str:
    """`1 meeting`, `4 meetings`, `1,200 people`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(values: Sequence[Any], last: str = "and") -> str:
    """`police, fire and probation`."""
    if len(values) < 2:
        return joined(values)
    return joined([joined(values[:-1], ", "), f" {last} ", values[-1]])


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: `the Probation Service`, not `The`."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def otherwise(value: Any, words: str) -> Any:
    """The words instead of a value that is missing or empty; nought and `no` are values."""
    return words if isinstance(value, Undefined) or value is None or value in ("", [], {}) else value


def paragraphs(text: str) -> Markup:
    """Plain text of several paragraphs: blank lines part them, everything else is printed as it is."""
    return Markup("\n\n").join(escaped(part) for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")) if part)


def prose(text: str, under: int = 2) -> Markup:
    """Markdown that an author wrote, its headings moved below a heading of the given level."""
    lines, fence = [], ""
    for line in clean(text.replace("\r\n", "\n")).split("\n"):
        if opening := FENCE.match(line):
            if not fence:
                fence = opening[1]
            elif opening[1].startswith(fence):
                fence = ""
        if fence or opening:
            lines.append(line)
        elif UNDERLINE.match(line) and lines and lines[-1].strip():
            lines += ["", line]  # a line under text would make a heading of the first level
        else:
            lines.append(HEADING.sub(lambda mark: mark[1] + "#" * min(len(mark[2]) + under, 6), line))
    closing = [fence] if fence else []
    return Markup("\n".join(lines + closing).strip("\n"))  # noqa: S704 - page.py lets no HTML through


def cell(text: str) -> Markup:
    """Text fit for one cell of a table: on one line, its bars escaped."""
    if not isinstance(text, Markup):
        return shown(text)
    line = one_line(str(text))
    return Markup(re.sub(r"(?<!\\)\|", r"\\|", line))  # noqa: S704 - it was safe before


def link(text: str, address: str) -> Markup:
    """A link to a page or a mailbox; plain text when the address is neither."""
    if not re.match(r"(https?://|mailto:|#)[^\s<>]+\Z", address):
        return shown(text)
    return Markup("[{}](<{}>)").format(shown(text), Markup(address.replace("\\", "%5C")))  # noqa: S704 - matched above


def code(text: str) -> Markup:
    """Text as it would be typed."""
    line = one_line(str(text))
    fence = "`" * max([1, *(len(run) + 1 for run in re.findall("`+", line))])
    return Markup(f"{fence} {line} {fence}".replace("|", "\\|"))  # noqa: S704 - nothing in it is read as Markdown


CHART = ("title", "description", "svg", "columns", "rows", "attribution")


def figure(chart: Mapping[str, Any]) -> Markup:
    """A chart of the view as a block that reading.py understands: see CHART for what it is made of."""
    shown_of_it = {name: _for_json(chart.get(name)) for name in CHART}
    try:
        safe_svg(shown_of_it["svg"], "figure", shown_of_it["title"], shown_of_it["description"])
    except ValueError as error:
        raise WrongUseError(f"shows a chart that is no plain drawing: {error}") from error
    text = json.dumps(shown_of_it, ensure_ascii=True, sort_keys=True).replace("`", "\\u0060")
    return Markup(f"\n\n```figure\n{text}\n```\n\n")  # noqa: S704 - ASCII JSON without a backquote


def _for_json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _for_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_for_json(item) for item in value]
    return value if isinstance(value, str) else "" if value is None else _bare(value)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": day,
    "short_day": short_day,
    "weekday": weekday,
    "month": month,
    "number": number,
    "signed": signed,
    "percent": percent,
    "plural": plural,
    "listed": listed,
    "in_sentence": in_sentence,
    "otherwise": otherwise,
    "paragraphs": paragraphs,
    "prose": prose,
    "cell": cell,
    "link": link,
    "code": code,
    "join": joined,
}

# What stays of Jinja's own: nothing that reads files, makes markup safe or hides what it does.
KEPT_FILTERS = (
    "abs",
    "capitalize",
    "count",
    "default",
    "d",
    "first",
    "float",
    "groupby",
    "int",
    "items",
    "dictsort",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "reject",
    "rejectattr",
    "reverse",
    "round",
    "select",
    "selectattr",
    "title",
    "trim",
    "upper",
)
KEPT_TESTS = (
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "mapping",
    "sequence",
    "iterable",
    "odd",
    "even",
    "boolean",
    "true",
    "false",
)
