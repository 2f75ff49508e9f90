"""Files into the output folder: all of them or none, only over files that we wrote, never through a link.

A list of checksums beside the files, in the form that `sha256sum --check` reads, remembers which files are ours.
"""

import os
import re
import secrets
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity

LIST = "written.sha256"
ENTRY = re.compile(r"([0-9a-f]{64}) [ *]([^/\\\x00]+)\Z")
PLAIN_NAME = re.compile(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]*\Z")


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Put the files, by plain name, into the folder; nothing at all is written when one of them may not be.

    Raises: CannotContinue when the machine refuses (no room, no permission).
    """
    for name in files:
        if not PLAIN_NAME.match(name) or name == LIST:
            raise ValueError(f"not a plain name for a document: {name!r}")
    with _circumstances(folder):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            message = "the output folder is a link or a file"
            return (_finding(folder, "not-a-folder", message, "choose a folder of its own with --output"),)
        ours = _read_list(folder)
        found = tuple(finding for name in sorted(files) for finding in _hindrance(folder / name, files[name], ours))
        if not found:
            folder.mkdir(parents=True, exist_ok=True)
            sums = ours | {name: sha256(data).hexdigest() for name, data in files.items()}
            kept = {name: total for name, total in sums.items() if name in files or (folder / name).is_file()}
            text = "".join(f"{kept[name]}  {name}\n" for name in sorted(kept))
            _put(folder, {**files, LIST: text.encode()})
        return found


def find_stale(folder: Path, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Which of the files in the folder are missing or differ from what would be written now; nothing is changed."""
    found = []
    with _circumstances(folder):
        for name, data in sorted(files.items()):
            path = folder / name
            if path.is_symlink() or not path.is_file():
                message = "the document has not been written, or is no ordinary file"
            elif not _same(path.read_bytes(), data):
                message = "the document differs from what the dossier says now"
            else:
                continue
            found.append(_finding(path, "stale", message, "render it again and keep the result"))
    return tuple(found)


def _hindrance(path: Path, data: bytes, ours: Mapping[str, str]) -> Iterator[Diagnostic]:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        fix = "move it away, or choose another folder with --output"
        yield _finding(path, "not-ours", "a link or a folder stands where the document would be written", fix)
    elif path.exists() and (there := path.read_bytes()) != data:
        if path.name not in ours:
            fix = "move it away, or choose another folder with --output"
            yield _finding(path, "not-ours", "a file of this name is there, which cspcycle did not write", fix)
        elif sha256(there).hexdigest() != ours[path.name]:
            fix = "keep your copy under another name; then put its changes into the dossier or the template"
            yield _finding(path, "changed-by-hand", "the document was changed after it was written", fix)


def _read_list(folder: Path) -> dict[str, str]:
    path = folder / LIST
    if path.is_symlink() or not path.is_file():
        return {}
    entries = map(ENTRY.match, path.read_text(encoding="utf-8", errors="replace").splitlines())
    return {entry[2]: entry[1] for entry in entries if entry}


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file beside its place first; then move each into its place, which no reader sees half done."""
    waiting: dict[Path, Path] = {}
    try:
        for name, data in files.items():
            beside = folder / f".{name}.{secrets.token_hex(8)}"
            waiting[beside] = folder / name
            with beside.open("xb") as file:  # x: a link that somebody put here meanwhile is not followed
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for beside, path in waiting.items():
            beside.replace(path)
    finally:
        for beside in waiting:
            beside.unlink(missing_ok=True)


def _same(there: bytes, new: bytes) -> bool:
    """Whether two files say the same; two Word documents do when their parts do, however tightly packed."""
    if there == new:
        return True
    if not (there.startswith(b"PK") and new.startswith(b"PK")):
        return False
    try:
        with zipfile.ZipFile(BytesIO(there)) as old, zipfile.ZipFile(BytesIO(new)) as fresh:
            parts = [(part.filename, part.CRC, part.file_size) for part in old.infolist()]
            return parts == [(part.filename, part.CRC, part.file_size) for part in fresh.infolist()]
    except zipfile.BadZipFile:
        return False


@contextmanager
def _circumstances(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or "the machine refused"
        raise CannotContinue(
            f"cannot use the output folder {folder}: {reason}", "choose another with --output"
        ) from error


def _finding(path: Path, slug: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(path.as_posix()), f"output/{slug}", message, Severity.ERROR, fix)
