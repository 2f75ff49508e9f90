"""One file for somebody else to read, put into its place whole or not at all, and never in the place of a dossier's."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from cspcycle.source.diagnostic import CannotContinue

_WHERE = "choose another --output"


def write_output(path: Path, data: bytes) -> None:
    """Put the file into its place in one step.

    Raises: CannotContinue if the machine refuses, or if a link, a folder or a partnership's own YAML would give way.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    if path.suffix.lower() in (".yaml", ".yml"):
        raise CannotContinue(f"{path} has the name of a file that a partnership writes itself", _WHERE)
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise CannotContinue(f"{path} is a link or a folder, and is not written over", _WHERE)
        draft.write_bytes(data)
        os.replace(draft, path)  # noqa: PTH105 - the same thing as Path.replace, said as what it is
    except OSError as error:
        with suppress(OSError):  # where a folder should be there may be a file
            draft.unlink()
        raise CannotContinue(f"{path} cannot be written: {error.strerror}", _WHERE) from error
