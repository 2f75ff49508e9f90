"""Pydantic's complaints in our words, each at its place; what is faulty is left out so that the rest can still be read."""

import re
from collections.abc import Callable
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from cspcycle.model.record import Record
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.yaml_reader import Mapping, Sequence

Loc = tuple[Any, ...]  # keys and indexes, as pydantic gives them
_ROUNDS = 40  # each round leaves out at least one faulty piece; a file has at most so many layers of consequence


def build(adapter: TypeAdapter[Any], value: Any, parent: Mapping, section: str) -> tuple[Any, list[Diagnostic]]:
    """The section that `value` describes, or None, and one diagnostic for each mistake in it."""
    try:
        return adapter.validate_python(value), []
    except ValidationError as error:
        faults = error
    holder = Mapping(parent.file, parent.line, parent.column)
    holder[section] = _copy(value)
    holder.places[section] = parent.places[section]
    diagnostics: list[Diagnostic] = []
    left_out: set[tuple[int, str]] = set()
    for _ in range(_ROUNDS):
        drops: list[tuple[Any, int | str]] = []
        for fault in faults.errors(include_url=False):
            loc: Loc = (section, *fault["loc"])
            steps = _steps(holder, loc)
            silent = fault["type"] == "missing" and (id(steps[-1][0]), str(loc[-1])) in left_out
            if not silent:
                diagnostics.append(_diagnostic(fault, loc, steps, adapter))
            drops.append(_to_leave_out(fault["type"], loc, steps))
        for container, key in sorted(drops, key=lambda drop: drop[1] if isinstance(drop[1], int) else -1, reverse=True):
            if container is holder:
                return None, diagnostics
            _leave_out(container, key, left_out)
        try:
            return adapter.validate_python(holder[section]), diagnostics
        except ValidationError as error:
            faults = error
    return None, diagnostics


def unknown_section(name: str, at: Location, known: tuple[str, ...]) -> Diagnostic:
    """A word at the left margin that is no section."""
    near = nearest(name, known)
    return Diagnostic(
        at, "schema/unknown-section", f"`{_short(name)}` is not a section a partnership can write",
        Severity.ERROR, fix=f"did you mean `{near}`?" if near else f"the sections are: {', '.join(known)}",
    )  # fmt: skip


def empty_section(name: str, at: Location) -> Diagnostic:
    """A section with nothing under it."""
    return Diagnostic(
        at, "schema/empty", f"nothing is written under `{name}`", Severity.NOTE, fix="write it, or take the line out"
    )


def missing_partnership(at: Location) -> Diagnostic:
    """Files that never say who the partnership is."""
    return Diagnostic(
        at, "schema/missing-section", "the files do not say who the partnership is: there is no `partnership` section",
        Severity.ERROR, fix="write `partnership:` with its `name` and its `area`",
    )  # fmt: skip


def _steps(holder: Mapping, loc: Loc) -> list[tuple[Any, int | str]]:
    """The containers on the way to `loc`, each with the key that leads on; ends where the file has no such piece."""
    steps: list[tuple[Any, int | str]] = []
    value: Any = holder
    for part in loc:
        if isinstance(value, Mapping) and part in value:
            steps.append((value, part))
            value = value[part]
        elif isinstance(value, Sequence) and isinstance(part, int) and part < len(value):
            steps.append((value, part))
            value = value[part]
        elif isinstance(value, Mapping) and part == loc[-1] and part != "[key]":
            steps.append((value, part))  # a missing key: its parent is known
            break
    return steps


def _to_leave_out(kind: str, loc: Loc, steps: list[tuple[Any, int | str]]) -> tuple[Any, int | str]:
    """The smallest piece without which the rest can be read."""
    if kind == "missing" and len(steps) > 1 and steps[-1][1] == loc[-1] and loc[-1] not in steps[-1][0]:
        return steps[-2]
    return steps[-1]


def _leave_out(container: Any, key: int | str, left_out: set[tuple[int, str]]) -> None:
    if isinstance(container, Mapping):
        left_out.add((id(container), str(key)))
        container.pop(str(key), None)
    elif isinstance(key, int) and key < len(container):
        del container[key]
        del container.places[key]


def _copy(value: Any) -> Any:
    """A copy of the containers, places kept; the reader bounds how deep they go."""
    if isinstance(value, Mapping):
        mapping = Mapping(value.file, value.line, value.column)
        mapping.update((key, _copy(inner)) for key, inner in value.items())
        mapping.places = dict(value.places)
        return mapping
    if isinstance(value, Sequence):
        sequence = Sequence(value.file, value.line, value.column)
        sequence.extend(_copy(item) for item in value)
        sequence.places = list(value.places)
        return sequence
    return value


def _place(steps: list[tuple[Any, int | str]], *, of_key: bool) -> Location:
    container: Any
    container, key = steps[-1]
    if isinstance(container, Sequence):
        return Location(container.file, *container.places[int(key)])
    places = container.places.get(key)
    if places is None:  # a missing key is reported where its parent is named
        if len(steps) > 1:
            return _place(steps[:-1], of_key=True)
        return Location(container.file, container.line, container.column)
    return Location(container.file, *(places[:2] if of_key or isinstance(container[key], Mapping | Sequence) else places[2:]))


def _shape_at(shape: Any, loc: Loc) -> type[Record] | None:
    """The record class that holds the last part of `loc`."""
    current = shape
    for part in loc:
        record = _record_in(current)
        if isinstance(part, int) or record is None:
            current = _inner(current)
            continue
        for name, info in record.model_fields.items():
            if (info.alias or name) == part:
                current = info.annotation
                break
        else:
            break
    return _record_in(current)


def _record_in(shape: Any) -> type[Record] | None:
    if isinstance(shape, type) and issubclass(shape, Record):
        return shape
    return next((found for arg in get_args(shape) if (found := _record_in(arg))), None)


def _inner(shape: Any) -> Any:
    return next((arg for arg in reversed(get_args(shape)) if arg is not Ellipsis and arg is not type(None)), None)


def keys_of(record: type[Record]) -> list[str]:
    """The keys a record may hold, as they are written."""
    return [info.alias or name for name, info in record.model_fields.items()]


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _named(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return "a set of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int | float):
        return f"the number {value}"
    return f"`{_short(str(value))}`"


def _words(value: Any, container: Any) -> str:
    """What to call the record that has a gap: its title, name or id if it has one."""
    for key in ("title", "name", "id", "what", "task", "indicator", "organisation", "reference"):
        if isinstance(container, Mapping) and isinstance(container.get(key), str):
            return f"{value} \"{_short(container[key], 40)}\""
    return f"{value}"


def _parent_name(steps: list[tuple[Any, int | str]]) -> str:
    names = [str(key) for _, key in steps[:-1] if isinstance(key, str)]
    numbered = next((f" number {key + 1}" for _, key in reversed(steps[:-1]) if isinstance(key, int)), "")
    return f"`{names[-1]}`{numbered}" if names else "the file"


def _a_list(value: Any) -> tuple[str, str, str]:
    if value is None:
        return "schema/empty", "nothing is written under `{name}`", "write it, or take the line out"
    return (
        "schema/wrong-type",
        "`{name}` is a list of items; here it is {value}",
        "write each item on its own line, beginning with `- `",
    )


_OTHER = ("schema/wrong-type", "`{name}` cannot hold {value}", "docs/files.md says what each key holds")

# from pydantic's error type: the code, our sentence, what to do
_WORDS: dict[str, tuple[str, str, str] | Callable[[Any], tuple[str, str, str]]] = {
    "string_type": (
        "schema/wrong-type", "`{name}` is text; here it is {value}", "write it as text; put quotation marks round a number",
    ),
    "string_too_short": ("schema/empty", "`{name}` is empty", "write it, or take the line out"),
    "string_pattern_mismatch": (
        "schema/id-form", "{value} is not a short name that other sections can use",
        "use small letters, digits and hyphens only, such as `violence-in-public`",
    ),
    "tuple_type": _a_list,
    "model_type": ("schema/wrong-type", "`{name}` is a set of keys; here it is {value}", "write its keys under it, one a line"),
    "dict_type": ("schema/wrong-type", "`{name}` is a set of keys; here it is {value}", "write `name: value` pairs under it, one a line"),
    "int_type": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "int_parsing": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "int_from_float": ("schema/wrong-type", "`{name}` is a whole number; here it is {value}", "write digits only"),
    "float_type": ("schema/wrong-type", "`{name}` is a number; here it is {value}", "write digits only, without commas or signs for money"),
    "float_parsing": ("schema/wrong-type", "`{name}` is a number; here it is {value}", "write digits only, without commas or signs for money"),
    "day_form": ("schema/date-form", "`{name}` is a day; here it is {value}", "write year, month, day: 2026-04-01"),
    "day_or_month_form": (
        "schema/date-form", "`{name}` is a day or a month; here it is {value}",
        "write a day as 2026-04-01, or a month as January 2026",
    ),
    "day_impossible": ("schema/impossible-date", "{value} is not a day in the calendar", "check the day and the month"),
    "year_form": ("schema/date-form", "`{name}` is a financial year; here it is {value}", "write it as 2026-27"),
    "year_gap": (
        "schema/date-form", "{value} is not a financial year: its two years do not follow each other", "write it as 2026-27",
    ),
    "yes_no": ("schema/wrong-type", "`{name}` is answered by yes or no; here it is {value}", "write yes or no"),
    "number": (
        "schema/wrong-type", "`{name}` is a number; here it is {value}", "write digits only, without commas or signs for money",
    ),
}  # fmt: skip


def _diagnostic(fault: Any, loc: Loc, steps: list[tuple[Any, int | str]], adapter: TypeAdapter[Any]) -> Diagnostic:
    kind = fault["type"]
    name = next((str(part) for part in reversed(loc) if isinstance(part, str) and part != "[key]"), "")
    severity = Severity.ERROR
    if kind == "extra_forbidden":
        record = _shape_at(adapter._type, loc[1:-1])  # noqa: SLF001 - the adapter keeps the type it was made of there
        known = keys_of(record) if record else []
        near = nearest(name, known)
        fix = f"did you mean `{near}`?" if near else f"the keys here are: {', '.join(known)}"
        return Diagnostic(
            _place(steps, of_key=True), "schema/unknown-key", f"`{_short(name)}` is not a key of {_parent_name(steps)}",
            severity, fix=fix,
        )  # fmt: skip
    if kind == "missing":
        whole = _words(_parent_name(steps), steps[-1][0])
        return Diagnostic(
            _place(steps, of_key=True), "schema/missing-key", f"{whole} has no `{name}`", severity, fix=f"add `{name}:`"
        )
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
        near = nearest(str(fault["input"]), allowed)
        fix = (f"did you mean `{near}`? " if near else "") + f"it can be: {', '.join(allowed)}"
        return Diagnostic(
            _place(steps, of_key=loc[-1] == "[key]"), "schema/unknown-value",
            f"{_named(fault['input'])} is not something `{name if loc[-1] != '[key]' else _parent_name(steps).strip('`')}` can be",
            severity, fix=fix,
        )  # fmt: skip
    entry = _WORDS.get(kind, _OTHER)
    code, message, fix = entry(fault["input"]) if callable(entry) else entry
    if code == "schema/empty":
        severity = Severity.NOTE
    return Diagnostic(
        _place(steps, of_key=loc[-1] == "[key]"), code, message.format(name=name, value=_named(fault["input"])),
        severity, fix=fix,
    )  # fmt: skip
