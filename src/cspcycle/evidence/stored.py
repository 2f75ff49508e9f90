"""Evidence read back from disk; whatever a hand has broken is a finding with its line."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Area, Indicator, Period, Row, Source, Table, Value, Withheld
from cspcycle.evidence.store import FOLDER, FORMAT
from cspcycle.evidence.supply import withhold_thin_months
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity
from cspcycle.source.printable import quoted

FIX = "add the publisher's file again with `cspcycle evidence add`"
LARGEST = 64 * 1024 * 1024


def read_evidence(folder: Path) -> tuple[Held, list[Diagnostic]]:
    """Every table under the folder's `evidence/`, and a finding for each one that cannot be read."""
    tables: list[Table] = []
    findings: list[Diagnostic] = []
    for path in sorted((folder / FOLDER).glob("*.json")):
        name = f"{FOLDER}/{path.name}"
        if not path.is_file():  # a folder, or a pipe that would keep everyone waiting
            findings.append(_finding(Location(name), "this is no file, although its name ends like that of one"))
            continue
        try:
            large = path.stat().st_size > LARGEST
            data = b"" if large else path.read_bytes()
        except OSError as trouble:
            raise CannotContinue(
                f"{path} cannot be read: {trouble.strerror}", "check who may read the file"
            ) from trouble
        if large:
            findings.append(_finding(Location(name), "the file is larger than any evidence that this program writes"))
            continue
        read, found = read_tables(data, name)
        tables += read
        findings += found
    return Held(withhold_thin_months(tuple(tables))), findings


def read_tables(data: bytes, file: str) -> tuple[list[Table], list[Diagnostic]]:
    """The tables in the bytes of one evidence file, with findings for the rest."""
    try:
        text = data.decode("utf-8")
        content = json.loads(text)
    except UnicodeDecodeError as trouble:
        line = data[: trouble.start].count(b"\n") + 1
        return [], [_finding(Location(file, line), "a character here is not UTF-8")]
    except json.JSONDecodeError as trouble:
        return [], [_finding(Location(file, trouble.lineno, trouble.colno), "the evidence cannot be read from here on")]
    except (RecursionError, ValueError):
        return [], [_finding(Location(file), "the evidence cannot be read: a number or nesting is beyond reason")]
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("tables"), list):
        return [], [
            _finding(Location(file), f'this file does not begin with "format": "{FORMAT}" and a list of tables')
        ]
    tables: list[Table] = []
    findings: list[Diagnostic] = []
    for line, raw in zip(_table_lines(text, len(content["tables"])), content["tables"], strict=True):
        try:
            tables.append(_table(raw))
        except _Broken as broken:
            where = Location(file, line + _line_of(text, line, broken.about))
            findings.append(_finding(where, f"a table cannot be used: {broken.message}"))
    return tables, findings


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, message: str, about: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.about = about


def _table_lines(text: str, count: int) -> list[int]:
    """The line on which each table of the list starts; line 1 where a hand has reordered the file beyond following."""
    decoder = json.JSONDecoder()
    lines: list[int] = []
    try:
        place = text.index("[", text.index('"tables"')) + 1
        for _ in range(count):
            while text[place] in " \t\r\n,":
                place += 1
            lines.append(text.count("\n", 0, place) + 1)
            _, place = decoder.raw_decode(text, place)
    except (ValueError, IndexError):
        return [1] * count
    return lines


def _line_of(text: str, first: int, about: str) -> int:
    if not about:
        return 0
    lines = text.split("\n")[first - 1 :]
    return next((number for number, line in enumerate(lines) if about in line), 0)


def _table(raw: Any) -> Table:
    if not isinstance(raw, dict):
        raise _Broken("it is not a group of keys")
    indicators = tuple(_indicator(item) for item in _items(raw, "indicators"))
    columns = tuple(str(item[4]) for item in raw["indicators"])
    rows = tuple(_row(item, len(indicators)) for item in _items(raw, "rows"))
    caveats = tuple(str(item) for item in _items(raw, "caveats"))
    period = Period(_day(raw, "first_day"), _day(raw, "last_day"))
    if period.last_day < period.first_day:
        raise _Broken(f"its period ends on {period.last_day} before it starts on {period.first_day}", '"first_day"')
    source = raw.get("source")
    if not isinstance(source, dict):
        raise _Broken("it has no source", '"source"')
    return Table(
        source=Source(
            **{key: _text(source, key) for key in Source.__slots__ if key != "read_on"}, read_on=_day(source, "read_on")
        ),
        name=_text(raw, "name"),
        period=period,
        indicators=indicators,
        columns=columns if any(columns) else (),
        rows=rows,
        caveats=caveats,
    )


def _items(raw: dict[str, Any], key: str) -> list[Any]:
    items = raw.get(key)
    if not isinstance(items, list):
        raise _Broken(f"it has no list of {key}", f'"{key}"')
    return items


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise _Broken(f"`{key}` is missing or is not text", f'"{key}"')
    return value


def _day(raw: dict[str, Any], key: str) -> date:
    try:
        return date.fromisoformat(_text(raw, key))
    except ValueError:
        raise _Broken(f"`{key}` is {quoted(str(raw[key]))}, which is not a day", f'"{key}"') from None


def _indicator(item: Any) -> Indicator:
    if not isinstance(item, list) or len(item) != 5 or not all(isinstance(part, str) for part in item):
        raise _Broken("an indicator is not five texts: id, title, unit, per, column", '"indicators"')
    return Indicator(*item[:4])


def _row(item: Any, width: int) -> Row:
    good = isinstance(item, list) and len(item) == 6 and all(isinstance(part, str) for part in item[:4])
    if not good or not isinstance(item[4], int) or not isinstance(item[5], list):
        raise _Broken("a row is not code, name, kind, force, line and figures", json.dumps(item, ensure_ascii=False))
    if len(item[5]) != width:
        raise _Broken(
            f"the row of {item[1]} has {len(item[5])} figures under {width} indicators",
            json.dumps(item, ensure_ascii=False),
        )
    return Row(Area(*item[:4]), item[4], tuple(_value(value, item) for value in item[5]))


def _value(value: Any, item: list[Any]) -> Value:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return value
    if isinstance(value, str) and value.startswith("[") and "] " in value:
        mark, reason = value[1:].split("] ", 1)
        return Withheld(mark, reason)
    raise _Broken(
        f"{quoted(str(value))} in the row of {item[1]} is neither a number nor a reason",
        json.dumps(item, ensure_ascii=False),
    )


def _finding(at: Location, message: str) -> Diagnostic:
    return Diagnostic(at, "evidence/unreadable-record", message, Severity.ERROR, FIX)
