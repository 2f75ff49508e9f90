"""`cspcycle schema`: the JSON Schema of the files, for editors."""

import json

from cspcycle.application.schema import json_schema


def command() -> None:
    """Print the JSON Schema of the files, for editors that complete keys."""
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
