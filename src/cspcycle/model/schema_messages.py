"""Pydantic's complaints in our words, each at its place; what is faulty is left out, so that the rest is read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

from pydantic import TypeAdapter, ValidationError

from cspcycle.model.record import Record
from cspcycle.model.schema_fixes import keys_meant, keys_to_add, keys_to_write, pair_to_write
from cspcycle.model.schema_words import MOST_QUOTED, OTHER, WORDS, named
from cspcycle.model.taking_out import KEPT_BACK, copy_of, is_to_keep_back, keep_back, take_out
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.printable import shortened
from cspcycle.source.yaml_reader import Mapping, Sequence

Loc = tuple[Any, ...]  # keys and indexes, as pydantic gives them
Step = tuple[Any, int | str]  # a container, and the key that leads on
IdMeant = Callable[[str, str], str]
_ROUNDS = 40  # each round leaves out at least one faulty piece; a file has at most so many layers of consequence


class Reader(NamedTuple):
    """What is read, and who knows what to write where a key holds words instead of an id."""

    adapter: TypeAdapter[Any]
    section: str
    id_meant: IdMeant

    def shape_at(self, loc: Loc) -> type[Record] | None:
        """The record class at a place of the section."""
        return _shape_at(self.adapter._type, loc[1:])  # noqa: SLF001 - the adapter keeps the type it was made of there


def _no_id(key: str, written: str) -> str:
    del key, written
    return ""


def build(
    adapter: TypeAdapter[Any], value: Any, parent: Mapping, section: str, id_meant: IdMeant = _no_id
) -> tuple[Any, list[Diagnostic]]:
    """The section that `value` describes, or None, and one diagnostic for each mistake in it.

    `id_meant` says what to write where a key holds words instead of an id, as far as it knows.
    """
    try:
        return adapter.validate_python(value), []
    except ValidationError as error:
        faults = error
    holder = Mapping(parent.file, parent.line, parent.column)
    holder[section] = copy_of(value)
    holder.places[section] = parent.places[section]
    diagnostics: list[Diagnostic] = []
    left_out: set[tuple[int, str]] = set()
    for _ in range(_ROUNDS):
        told, drops = _round(faults, holder, left_out, Reader(adapter, section, id_meant))
        diagnostics += told
        for container, key in sorted(drops, key=lambda drop: drop[1] if isinstance(drop[1], int) else -1, reverse=True):
            if container is holder:
                return None, diagnostics
            take_out(container, key, left_out)
        try:
            return adapter.validate_python(holder[section]), diagnostics
        except ValidationError as error:
            faults = error
    return None, diagnostics


def _round(
    faults: ValidationError, holder: Mapping, left_out: set[tuple[int, str]], reader: Reader
) -> tuple[list[Diagnostic], list[Step]]:
    """What to say of the faults, and what to leave out so that the rest can be read."""
    diagnostics: list[Diagnostic] = []
    drops: list[Step] = []
    missing: dict[Loc, list[str]] = {}
    unknown: dict[Loc, list[str]] = {}
    for fault in faults.errors(include_url=False):
        loc: Loc = (reader.section, *fault["loc"])
        steps = _steps(holder, loc)
        if fault["type"] == "extra_forbidden":
            unknown.setdefault(loc[:-1], []).append(str(loc[-1]))
        elif fault["type"] != "missing":
            diagnostics.append(_diagnostic(fault, loc, steps, reader))
        elif (id(steps[-1][0]), str(loc[-1])) not in left_out:
            missing.setdefault(loc[:-1], []).append(str(loc[-1]))
        drops.append(_to_leave_out(fault["type"], loc, steps, reader))
    for loc, names in unknown.items():
        gaps = missing.get(loc, [])
        diagnostics += [_unknown_key(name, _steps(holder, (*loc, name)), reader.shape_at(loc), gaps) for name in names]
    for loc, gaps in missing.items():
        if gaps:
            diagnostics.append(_gap(gaps, _steps(holder, (*loc, gaps[0])), reader.shape_at(loc)))
    return diagnostics, drops


def unknown_section(name: str, at: Location, known: tuple[str, ...]) -> Diagnostic:
    """A word at the left margin that is no section."""
    near = nearest(name, known)
    return Diagnostic(
        at,
        "schema/unknown-section",
        f"`{shortened(name, MOST_QUOTED)}` is not a section a partnership can write",
        Severity.ERROR,
        fix=f"did you mean `{near}`?" if near else f"the sections are: {', '.join(known)}",
    )


def empty_section(name: str, at: Location) -> Diagnostic:
    """A section with nothing under it."""
    return Diagnostic(
        at, "schema/empty", f"nothing is written under `{name}`", Severity.NOTE, fix="write it, or take the line out"
    )


def missing_partnership(at: Location) -> Diagnostic:
    """Files that never say who the partnership is."""
    return Diagnostic(
        at,
        "schema/missing-section",
        "the files do not say who the partnership is: there is no `partnership` section",
        Severity.ERROR,
        fix="write `partnership:` with its `name` and its `area`",
    )


def _steps(holder: Mapping, loc: Loc) -> list[Step]:
    """The containers on the way to `loc`, each with the key that leads on; ends where the file has no such piece."""
    steps: list[Step] = []
    value: Any = holder
    for part in loc:
        if (isinstance(value, Mapping) and part in value) or (
            isinstance(value, Sequence) and isinstance(part, int) and part < len(value)
        ):
            steps.append((value, part))
            value = value[part]
        elif isinstance(value, Mapping) and part == loc[-1] and part != "[key]":
            steps.append((value, part))  # a missing key: its parent is known
            break
    return steps


def _to_leave_out(kind: str, loc: Loc, steps: list[Step], reader: Reader) -> Step:
    """The smallest piece without which the rest can be read; the whole record, where it cannot be kept back."""
    if kind == "extra_forbidden" and is_to_keep_back(str(loc[-1])):
        shape = reader.shape_at(loc[:-1])
        if shape is None or KEPT_BACK not in keys_of(shape):
            return steps[-2]
        keep_back(steps[-1][0], str(loc[-1]))
    if kind == "missing" and len(steps) > 1 and steps[-1][1] == loc[-1] and loc[-1] not in steps[-1][0]:
        return steps[-2]
    return steps[-1]


def _place(steps: list[Step], *, of_key: bool) -> Location:
    container: Any
    container, key = steps[-1]
    if isinstance(container, Sequence):
        return Location(container.file, *container.places[int(key)])
    places = container.places.get(key)
    if places is None:  # a missing key is reported where its parent is named
        if len(steps) > 1:
            return _place(steps[:-1], of_key=True)
        return Location(container.file, container.line, container.column)
    return Location(
        container.file, *(places[:2] if of_key or isinstance(container[key], Mapping | Sequence) else places[2:])
    )


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


def _words(value: Any, container: Any) -> str:
    """What to call the record that has a gap: its title, name or id if it has one."""
    for key in ("title", "name", "id", "what", "task", "indicator", "organisation", "reference"):
        if isinstance(container, Mapping) and isinstance(container.get(key), str):
            return f'{value} "{shortened(container[key], 40)}"'
    return f"{value}"


def _parent_name(steps: list[Step]) -> str:
    names = [str(key) for _, key in steps[:-1] if isinstance(key, str)]
    numbered = next((f" number {key + 1}" for _, key in reversed(steps[:-1]) if isinstance(key, int)), "")
    return f"`{names[-1]}`{numbered}" if names else "the file"


def _gap(names: list[str], steps: list[Step], record: type[Record] | None) -> Diagnostic:
    """One finding for all the keys that a record lacks."""
    whole = _words(_parent_name(steps), steps[-1][0])
    message = f"{whole} has {' and '.join(f'no `{name}`' for name in names)}"
    fix = keys_to_add(names, record, steps[-1][0])
    return Diagnostic(_place(steps, of_key=True), "schema/missing-key", message, Severity.ERROR, fix=fix)


def _unknown_key(name: str, steps: list[Step], record: type[Record] | None, gaps: list[str]) -> Diagnostic:
    """One finding for a key that there is not, and for the one of `gaps` that it was meant for, which it takes out."""
    known = keys_of(record) if record else []
    near = nearest(name, gaps) or nearest(name, known)
    meant = [near] if near else keys_meant(name, known)
    fix = f"did you mean {_either(meant)}?" if meant else f"the keys here are: {', '.join(known)}"
    message = f"`{shortened(name, MOST_QUOTED)}` is not a key of {_parent_name(steps)}"
    if told := [key for key in meant if key in gaps]:
        gaps.remove(told[0])
    elif not meant and len(gaps) == 1:
        message += f", which has no `{gaps[0]}`"
        fix = f"write `{gaps[0]}:` in its place if that is meant, or else add it; {fix}"
        gaps.clear()
    return Diagnostic(_place(steps, of_key=True), "schema/unknown-key", message, Severity.ERROR, fix=fix)


def _either(keys: list[str]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


def _diagnostic(fault: Any, loc: Loc, steps: list[Step], reader: Reader) -> Diagnostic:
    kind = fault["type"]
    name = next((str(part) for part in reversed(loc) if isinstance(part, str) and part != "[key]"), "")
    severity = Severity.ERROR
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
        near = nearest(str(fault["input"]), allowed)
        holder = name if loc[-1] != "[key]" else _parent_name(steps).strip("`")
        fix = (f"did you mean `{near}`? " if near else "") + f"it can be: {', '.join(allowed)}"
        return Diagnostic(
            _place(steps, of_key=loc[-1] == "[key]"),
            "schema/unknown-value",
            f"{named(fault['input'])} is not something `{holder}` can be",
            severity,
            fix=fix,
        )
    entry = WORDS.get(kind, OTHER)
    code, message, fix = entry(fault["input"]) if callable(entry) else entry
    if code == "schema/empty":
        severity = Severity.NOTE
    if kind == "string_pattern_mismatch":
        fix = reader.id_meant(name, fault["input"]) or fix
    if kind == "dict_type":
        fix = pair_to_write(name, reader.shape_at(loc[:-1]), fault["input"]) or fix
    if kind == "model_type":
        fix = keys_to_write(reader.shape_at(loc), fault["input"])
        if isinstance(loc[-1], int):
            message = f"each item of {message}"
    return Diagnostic(
        _place(steps, of_key=loc[-1] == "[key]"),
        code,
        message.format(name=name, value=named(fault["input"])),
        severity,
        fix=fix,
    )
