"""What is said of a value of the wrong kind: from pydantic's error type to our code, our sentence and what to do."""

from collections.abc import Callable
from typing import Any

from cspcycle.model.schema_fixes import how_to_write
from cspcycle.source.printable import shortened

MOST_QUOTED = 60
Words = tuple[str, str, str]  # code, sentence with {name} and {value}, what to do


def named(value: Any) -> str:
    """A value as a sentence may name it."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f'"{str(value).lower()}"'
    if isinstance(value, dict):
        return "a set of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int | float):
        return f"the number {value}"
    return f'"{shortened(str(value), MOST_QUOTED)}"'


def _a_list(value: Any) -> Words:
    if value is None:
        return "schema/empty", "nothing is written under `{name}`", "write it, or take the line out"
    return (
        "schema/wrong-type",
        "`{name}` is a list of items; here it is {value}",
        "write each item on its own line, beginning with `- `",
    )


OTHER = ("schema/wrong-type", "`{name}` cannot hold {value}", "docs/files.md says what each key holds")

# from pydantic's error type: the code, our sentence, what to do
WORDS: dict[str, Words | Callable[[Any], Words]] = {
    "string_type": (
        "schema/wrong-type",
        "`{name}` is text; here it is {value}",
        "write it as text; put quotation marks round a number",
    ),
    "string_too_short": ("schema/empty", "`{name}` is empty", "write it, or take the line out"),
    "string_pattern_mismatch": (
        "schema/id-form",
        "{value} is not a short name that other sections can use",
        "use small letters, digits and hyphens only, such as `violence-in-public`",
    ),
    "tuple_type": _a_list,
    "model_type": (
        "schema/wrong-type",
        "`{name}` is a set of keys; here it is {value}",
        "write its keys under it, one a line",
    ),
    "dict_type": (
        "schema/wrong-type",
        "`{name}` is a set of keys; here it is {value}",
        "write `name: value` pairs under it, one a line",
    ),
    "int_type": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "int_parsing": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "int_from_float": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "float_type": (
        "schema/wrong-type",
        "`{name}` is a number; here it is {value}",
        "write digits only, without commas or signs for money",
    ),
    "float_parsing": (
        "schema/wrong-type",
        "`{name}` is a number; here it is {value}",
        "write digits only, without commas or signs for money",
    ),
    "day_form": lambda value: (
        "schema/date-form",
        "`{name}` is a day; here it is {value}",
        how_to_write(value, "write year, month, day: 2026-04-01"),
    ),
    "day_or_month_form": lambda value: (
        "schema/date-form",
        "`{name}` is a day or a month; here it is {value}",
        how_to_write(value, "write a day as 2026-04-01, or a month as January 2026"),
    ),
    "day_impossible": ("schema/impossible-date", "{value} is not a day in the calendar", "check the day and the month"),
    "year_form": ("schema/date-form", "`{name}` is a financial year; here it is {value}", "write it as 2026-27"),
    "year_gap": (
        "schema/date-form",
        "{value} is not a financial year: its two years do not follow each other",
        "write it as 2026-27",
    ),
    "yes_no": ("schema/wrong-type", "`{name}` is answered by yes or no; here it is {value}", "write yes or no"),
    "number": (
        "schema/wrong-type",
        "`{name}` is a number; here it is {value}",
        "write digits only, without commas or signs for money",
    ),
}
