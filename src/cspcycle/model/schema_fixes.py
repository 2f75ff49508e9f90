"""What to do about a gap or a value of the wrong kind, in the words of its record and of what was written."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from cspcycle.model.record import Record
from cspcycle.source.words import MONTHS, day_in_words

_FEW = 6  # keys are named up to so many
_OTHER_WORDS = (
    ({"date", "day", "when", "dated"}, ("held_on", "planned_on", "on", "due", "due_on", "completed_on", "revised_on")),
    ({"deadline", "by_when", "due_date", "target_date"}, ("due", "due_on", "by")),
    ({"start", "starts", "start_date", "from", "begins"}, ("starts_on", "opened_on", "since", "first_day")),
    ({"end", "ends", "end_date", "to", "finish"}, ("ends_on", "closed_on", "until", "last_day")),
    ({"name", "title", "heading", "label"}, ("title", "name", "what", "task", "indicator")),
    ({"owner", "responsible", "lead_officer", "who"}, ("lead", "post", "organisation")),
    ({"description", "text", "action", "details"}, ("what", "summary", "about", "task")),
    ({"organization", "agency", "partner", "member"}, ("organisation",)),
    ({"role", "job", "job_title", "position"}, ("post",)),
    ({"groups", "board", "boards", "meetings"}, ("sits_on", "group")),
)
_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})")


def keys_to_add(names: list[str], holder: type[Record] | None, written: Any) -> str:
    """How to write each key that is missing, those with a choice last."""
    ways = sorted((_key_to_add(name, holder, written) for name in names), key=lambda way: "; " in way)
    return f"add {', and '.join(ways)}"


def _key_to_add(name: str, holder: type[Record] | None, written: Any) -> str:
    """How to write a key that is missing: with what it can be, with its own keys, or with a name made of the title."""
    info = _field(name, holder)
    choices = _choices(info.annotation) if info else ()
    if choices:
        return f"`{name}:`; it can be: {', '.join(choices)}"
    if name == "id":
        return f"`id:`, a short name that other sections use, such as `{_short_name(written)}`"
    needed = needed_keys(info.annotation) if info else []
    return f"`{name}:`" + (f" with {_and([f'`{key}:`' for key in needed])}" if needed else "")


def keys_to_write(record: type[Record] | None, value: Any) -> str:
    """How to write a record where a plain value stands: under its only necessary key, or which keys there are."""
    if record is None:
        return "write its keys under it, one a line"
    needed = needed_keys(record)
    if len(needed) == 1 and isinstance(value, str) and len(value) <= 40:
        return f'write `{needed[0]}: "{value}"`' if ": " in value else f"write `{needed[0]}: {value}`"
    keys = needed or [info.alias or name for name, info in record.model_fields.items()]
    etc = ", …" if len(keys) > _FEW else ""
    return f"write its keys under it, one a line: {', '.join(keys[:_FEW])}{etc}"


def pair_to_write(name: str, holder: type[Record] | None, value: Any) -> str:
    """How to write pairs where only their names stand: `sits_on: {strategy-group: member}`; empty if nobody can say."""
    info = _field(name, holder)
    names = [value] if isinstance(value, str) else value
    if info is None or not names or not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        return ""
    choices = _choices(get_args(info.annotation)[1])
    example = next(iter(info.examples[0].values())) if info.examples else ""
    usual = "member" if "member" in choices else example
    return f"write `{name}: {{{', '.join(f'{each}: {usual}' for each in names[:_FEW])}}}`" if usual else ""


def keys_meant(word: str, known: list[str]) -> list[str]:
    """The keys that people mean by a word which is none: by `date`, the keys for the day on which it was."""
    for words, keys in _OTHER_WORDS:
        if word.casefold().replace("-", "_") in words:
            return [key for key in keys if key in known][:2]
    return []


def day_meant(text: Any) -> date | None:
    """The day that a person means by 31/03/2027, 1 April 2026 or 2026-4-1; the day comes before the month.

    >>> day_meant("31/03/2027")
    datetime.date(2027, 3, 31)
    """
    try:
        if found := _NUMBERS.fullmatch(str(text).strip()):
            first, month, last = found.groups()
            if len(first) == 4:
                return date(int(first), int(month), int(last))
            return date(int(last), int(month), int(first)) if len(last) == 4 else None
        if found := _WORDS.fullmatch(str(text).strip()):
            day, word, year = found.groups()
            months = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(word.lower())]
            return date(int(year), months[0], int(day)) if len(months) == 1 else None
    except ValueError:
        pass
    return None


def how_to_write(text: Any, otherwise: str) -> str:
    """What to write in place of a day in another form."""
    day = day_meant(text)
    return f"write {day.isoformat()}, if {day_in_words(day)} is meant" if day else otherwise


def needed_keys(shape: Any) -> list[str]:
    """The keys without which a record says nothing, if it is a record."""
    if not (isinstance(shape, type) and issubclass(shape, Record)):
        return []
    return [info.alias or name for name, info in shape.model_fields.items() if info.is_required()]


def _field(name: str, holder: type[Record] | None) -> FieldInfo | None:
    fields = holder.model_fields.items() if holder else ()
    return next((info for field, info in fields if (info.alias or field) == name), None)


def _choices(shape: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in get_args(shape)) if get_origin(shape) is Literal else ()


def _short_name(written: Any) -> str:
    for key in ("title", "name", "what", "task"):
        if isinstance(written, Mapping) and isinstance(written.get(key), str):
            words = re.findall(r"[a-z0-9]+", written[key].lower())
            if words:
                return "-".join(words[:4])[:40].strip("-")
    return "violence-in-public"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
