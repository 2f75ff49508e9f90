"""Whether a folder has evidence, and a word that changes with it; nothing here makes a quick answer wait."""

from pathlib import Path


def evidence_state(folder: Path) -> bytes:
    """Something that changes whenever a file of the evidence may have changed, or its support was installed."""
    files = sorted((folder / "evidence").glob("*.json"))
    if not files:
        return b""
    from importlib.util import find_spec  # noqa: PLC0415 - only where there is evidence

    states = [(file.name, file.lstat().st_size, file.lstat().st_mtime_ns) for file in files]
    return repr((states, find_spec("scipy") is not None)).encode()
