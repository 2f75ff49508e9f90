from __future__ import annotations

import hashlib
import re

from tests.evidence.conftest import DATA


def test_every_official_file_is_listed_with_the_hash_it_has() -> None:
    listed = dict(re.findall(r"\| `([^`]+)` \| \d+ \| ([0-9a-f]{64}) \|", (DATA / "SOURCES.md").read_text("utf-8")))
    files = [path for path in DATA.rglob("*") if path.is_file() and path.name != "SOURCES.md"]
    found = {
        path.relative_to(DATA / path.relative_to(DATA).parts[0]).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in files
    }
    assert found == listed
