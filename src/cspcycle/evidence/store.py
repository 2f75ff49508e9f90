"""Evidence on disk: one JSON file a publisher's product, one line an area, written whole or not at all."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict
from pathlib import Path

from cspcycle.evidence.record import Source, Table, Value, Withheld
from cspcycle.source.diagnostic import CannotContinue

FOLDER = "evidence"
FORMAT = "cspcycle evidence 1"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def write_tables(folder: Path, name: str, tables: list[Table]) -> Path:
    """The path written: `evidence/<name>.json` with these tables, the same bytes for the same tables."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a name of ours")
    path = evidence_folder(folder) / f"{name}.json"
    draft = path.with_name(f".{name}.json.part")
    try:
        path.parent.mkdir(exist_ok=True)
        draft.write_text(as_text(tables), encoding="utf-8", newline="\n")
        os.replace(draft, path)  # noqa: PTH105 - the readable name of an atomic rename
    except OSError as trouble:
        draft.unlink(missing_ok=True)
        raise CannotContinue(
            f"{path} cannot be written: {trouble.strerror}",
            "check that the folder may be written to and the disk has room",
        ) from trouble
    return path


def evidence_folder(folder: Path) -> Path:
    """The evidence folder, which must lie inside the partnership's own folder even when it is a link."""
    path = folder / FOLDER
    if path.exists() and not path.resolve().is_relative_to(folder.resolve()):
        raise CannotContinue(
            f"{path} is a link to a place outside the partnership's folder",
            "replace the link by a folder: evidence is written only inside the partnership's own folder",
        )
    return path


def as_text(tables: list[Table]) -> str:
    """The tables as JSON with a line for each area, so that a comparison of two versions shows which area changed."""
    blocks = [_table_text(table) for table in sorted(tables, key=_order)]
    return f'{{\n"format": {json.dumps(FORMAT)},\n"tables": [\n' + ",\n".join(blocks) + "\n]\n}\n"


def _order(table: Table) -> tuple[str, ...]:
    period = table.period
    ids = ",".join(indicator.id for indicator in table.indicators)
    return (table.source.title, period.first_day.isoformat(), period.last_day.isoformat(), table.name, ids)


def _table_text(table: Table) -> str:
    head = {
        "name": table.name,
        "first_day": table.period.first_day.isoformat(),
        "last_day": table.period.last_day.isoformat(),
        "source": _source(table.source),
        "caveats": list(table.caveats),
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    columns = table.columns or ("",) * len(table.indicators)
    indicators = ",\n".join(
        _json([*indicator, column]) for indicator, column in zip(table.indicators, columns, strict=True)
    )
    rows = ",\n".join(_json([*row.area, row.line, [_plain(value) for value in row.values]]) for row in table.rows)
    return "{" + ",\n".join([*lines, f'"indicators": [\n{indicators}\n]', f'"rows": [\n{rows}\n]']) + "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _source(source: Source) -> dict[str, str]:
    return {**asdict(source), "read_on": source.read_on.isoformat()}


def _plain(value: Value) -> int | float | str:
    return f"[{value.mark}] {value.reason}" if isinstance(value, Withheld) else value
