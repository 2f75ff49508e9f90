"""What a template may use: bounded steps, characters and time, so that no template can hang or swell the program.

Jinja's sandbox guards Python's internals; it does not count loops, joined texts or powers of numbers. This does.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from jinja2 import nodes
from markupsafe import Markup

STEPS = 200_000
CHARACTERS = 8_000_000
SECONDS = 10.0
DIGITS = 4_096  # bits of the largest whole number

PLAIN = frozenset((str, Markup, int, float, bool, Decimal, date, type(None)))
SCALARS = (str, int, float, Decimal, date, type(None))

NEUTRAL_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        [
            "upper",
            "lower",
            "title",
            "capitalize",
            "strip",
            "lstrip",
            "rstrip",
            "startswith",
            "endswith",
            "split",
            "splitlines",
            "removeprefix",
            "removesuffix",
            "isdigit",
            "count",
            "find",
        ],
    ),
    dict: frozenset(("items", "keys", "values", "get")),
    list: frozenset(("index", "count")),
    tuple: frozenset(("index", "count")),
    date: frozenset(("year", "month", "day", "isoformat", "isoweekday")),
    int: frozenset(),
    float: frozenset(),
    Decimal: frozenset(),
}


class BeyondLimitError(Exception):
    """A template used more than it may; the message says more of what."""


class WrongUseError(Exception):
    """A template asks something of a value that it cannot give; the message says what."""


class Allowance:
    """What is left of the steps, characters and seconds of one rendering."""

    def __init__(self) -> None:
        self.steps = STEPS
        self.characters = CHARACTERS
        self.until = time.monotonic() + SECONDS  # a backstop: on an ordinary machine the steps run out first

    def step(self, count: int = 1) -> None:
        """Take steps away, and look at the time now and then."""
        before = self.steps
        self.steps -= count
        if self.steps < 0:
            raise BeyondLimitError(f"goes through more than {STEPS:,} steps: a loop does not end, or is far too long")
        if before // 256 != self.steps // 256 and time.monotonic() > self.until:
            raise BeyondLimitError(f"takes longer than {SECONDS:.0f} seconds")

    def write(self, characters: int) -> None:
        """Take characters away."""
        self.characters -= characters
        if self.characters < 0:
            raise BeyondLimitError(f"writes more than {CHARACTERS:,} characters")

    def each(self, items: Iterable[Any], constant_text: int) -> Iterator[Any]:
        """The items of a loop, each paid for together with the fixed text of the loop's body."""
        for item in items:
            self.step()
            self.write(constant_text)
            yield item


def method_is_neutral(value: object, name: str) -> bool | None:
    """Whether plain data may be asked for this attribute; None when it is no plain data."""
    for kind, names in NEUTRAL_METHODS.items():
        if isinstance(value, kind):
            return name in names
    return None


def only_scalars(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, refusing lists and tables of values: comparing nested ones can take for ever."""

    def guarded(*values: Any) -> Any:
        for value in values:
            if not isinstance(value, SCALARS):
                raise WrongUseError("compares a list or a group of values; compare one value")
        return function(*values)

    return guarded


def contains(item: Any, container: Any) -> bool:
    """Whether the container holds the item, which must be one value."""
    if not isinstance(item, SCALARS):
        raise WrongUseError("looks for a list or a group of values inside another; look for one value")
    return item in container


def calculate(operator: str, left: Any, right: Any, allowance: Allowance) -> Any:
    """The result of `+`, `*`, `**` or `%`, as long as it stays small."""
    if isinstance(left, bool | int | float | Decimal) and isinstance(right, bool | int | float | Decimal):
        return _arithmetic(operator, left, right)
    if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
        allowance.write(8 * (len(left) + len(right)))
        return [*left, *right]
    raise WrongUseError(f"uses `{operator}` on something that is not a number; join texts with `~`")


def _arithmetic(operator: str, left: Any, right: Any) -> Any:
    if operator == "**":
        if abs(right) > 64 or abs(left) > 10**9:
            raise BeyondLimitError("raises a number to a power that is too large")
        return left**right
    result = {"+": lambda: left + right, "*": lambda: left * right, "%": lambda: left % right}[operator]()
    if isinstance(result, int) and result.bit_length() > DIGITS:
        raise BeyondLimitError("makes a number that is too large")
    return result


def size(value: object) -> int:
    """How much work a filter has with the value, in steps."""
    if isinstance(value, str):
        return 1 + len(value) // 1_000
    return 1 + len(value) // 16 if isinstance(value, list | tuple | dict | range) else 1


def bounded(tree: nodes.Template) -> nodes.Template:
    """The template with its loops, joins and comparisons handed to the functions above."""
    _guard(tree)
    return tree


def _guard(node: nodes.Node) -> nodes.Node:
    for field, child in list(node.iter_fields()):
        if isinstance(child, nodes.Node):
            setattr(node, field, _guard(child))
        elif isinstance(child, list):
            setattr(node, field, [_guard(one) if isinstance(one, nodes.Node) else one for one in child])
    match node:
        case nodes.For():
            text = sum(len(data.data) for part in node.body for data in _texts(part))
            node.iter = _filtered(node.iter, "_each", nodes.Const(text))
        case nodes.Concat():
            return _filtered(nodes.List(node.nodes, lineno=node.lineno), "_joined")
        case nodes.Compare():
            operands = nodes.List([node.expr, *(step.expr for step in node.ops)], lineno=node.lineno)
            return _filtered(operands, "_compared", nodes.Const(" ".join(step.op for step in node.ops)))
    return node


def _texts(part: nodes.Node) -> Iterator[nodes.TemplateData]:
    if isinstance(part, nodes.TemplateData):
        yield part
    yield from part.find_all(nodes.TemplateData)


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, list(arguments), [], None, None, lineno=node.lineno)


COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": only_scalars(lambda a, b: a == b),
    "ne": only_scalars(lambda a, b: a != b),
    "gt": only_scalars(lambda a, b: a > b),
    "gteq": only_scalars(lambda a, b: a >= b),
    "lt": only_scalars(lambda a, b: a < b),
    "lteq": only_scalars(lambda a, b: a <= b),
    "in": contains,
    "notin": lambda item, container: not contains(item, container),
}


def compare(values: list[Any], operators: str) -> bool:
    """Whether `a < b < c` and its kind hold, from left to right."""
    steps = zip(operators.split(), values, values[1:], strict=False)
    return all(COMPARISONS[name](left, right) for name, left, right in steps)


def plain(value: object) -> bool:
    """Whether a value holds nothing but data: no object whose methods a template could call."""
    waiting, seen = [value], set[int]()
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind in PLAIN or id(one) in seen:  # a part that stands in several places is looked at once
            continue
        seen.add(id(one))
        if kind is dict and all(type(key) is str for key in cast("dict[object, object]", one)):
            waiting.extend(cast("dict[str, object]", one).values())
        elif kind is list or kind is tuple:
            waiting.extend(cast("list[object]", one))
        else:
            return False
    return True
