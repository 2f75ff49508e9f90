"""The kinds of value a key can hold: days, months, financial years, yes or no, names of things."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from cspcycle.model.years import FinancialYear, Month
from cspcycle.source.words import MONTHS

__all__ = ["Day", "DayOrMonth", "FinancialYear", "Id", "Month", "Number", "Text", "Year", "YesNo", "last_day_of"]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_YEAR = re.compile(r"(\d{4})[-/](\d{2})\Z")


def _read_day(value: Any) -> date:
    if type(value) is date:
        return value
    if not isinstance(value, str) or not (found := _DAY.match(value)):
        raise PydanticCustomError("day_form", "a day is written 2026-04-01")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise PydanticCustomError("day_impossible", "there is no such day in the calendar") from None


def _read_day_or_month(value: Any) -> date | Month:
    if isinstance(value, str):
        if (found := _MONTH.match(value)) and 1 <= int(found[2]) <= 12 and int(found[1]) > 0:
            return Month(int(found[1]), int(found[2]))
        words = value.split()
        if len(words) == 2 and words[0].capitalize() in MONTHS and re.fullmatch(r"[12]\d{3}", words[1]):
            return Month(int(words[1]), MONTHS.index(words[0].capitalize()) + 1)
        if not _DAY.match(value):
            raise PydanticCustomError(
                "day_or_month_form", "a day is written 2026-04-01, a month January 2026 or 2026-01"
            )
    return _read_day(value)


def _read_year(value: Any) -> FinancialYear:
    if isinstance(value, FinancialYear):
        return value
    if isinstance(value, str) and (found := _YEAR.match(value)):
        starts = int(found[1])
        if int(found[2]) != (starts + 1) % 100:
            raise PydanticCustomError(
                "year_gap", "a financial year is two calendar years that follow each other, such as 2026-27"
            )
        if 1900 <= starts <= 2200:
            return FinancialYear(starts)
    raise PydanticCustomError("year_form", "a financial year is written 2026-27")


def _read_yes_no(value: Any) -> bool:
    if value is True or value is False:
        return value
    if isinstance(value, str) and value.lower() in {"yes", "no"}:
        return value.lower() == "yes"
    raise PydanticCustomError("yes_no", "the answer is yes or no")


def _read_number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "a number is written with digits only, without commas or signs for money")
    return value


Day = Annotated[
    date,
    PlainValidator(_read_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
DayOrMonth = Annotated[date | Month, PlainValidator(_read_day_or_month), WithJsonSchema({"type": "string"})]
Year = Annotated[
    FinancialYear,
    PlainValidator(_read_year),
    PlainSerializer(lambda year: year.label),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}[-/]\d{2}$"}),
]
YesNo = Annotated[bool, PlainValidator(_read_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no", "Yes", "No"]})]
Number = Annotated[int | float, PlainValidator(_read_number), WithJsonSchema({"type": "number"})]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


def last_day_of(when: date | Month) -> date:
    """The day by which a day-or-month is over: itself, or the last day of its month."""
    return when.last_day if isinstance(when, Month) else when
