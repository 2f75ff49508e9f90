"""The shape of the files as JSON Schema, for editors that complete and explain keys while one types."""

from typing import Any

from pydantic import TypeAdapter

from cspcycle import __version__
from cspcycle.model.dossier import SECTIONS, adapter


def json_schema() -> dict[str, Any]:
    """A schema (draft 2020-12) for any of a partnership's files, since every section may stand in any file."""
    schemas, defs = TypeAdapter.json_schemas([(name, "validation", adapter(name)) for name in SECTIONS], by_alias=True)
    properties = {
        name: {**schemas[name, "validation"], "description": section.meaning} for name, section in SECTIONS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A file of a Community Safety Partnership (cspcycle {__version__})",
        "description": "The shape only; `cspcycle validate` also compares the sections with each other and the law.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": defs["$defs"],
    }
