"""Which files in a folder are a partnership's, and their contents; parses nothing itself and writes nothing."""

import os
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity
from cspcycle.source.printable import quoted
from cspcycle.source.text_file import MOST_BYTES
from cspcycle.source.yaml_reader import Mapping, read_yaml

MOST_FOLDERS_DEEP = 8
MOST_FILES = 200  # in one dossier; the usual names are ten

_SUFFIXES = (".yaml", ".yml")
_FIRST_FILES = frozenset({"partnership.yaml", "partnership.yml"})
_NOT_DOSSIERS = frozenset({"node_modules", "evidence", "templates"})
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class SourceFile(NamedTuple):
    """One file as found: its path relative to the folder asked about, and its bytes or why there are none."""

    name: str
    data: bytes | Diagnostic


def find_dossiers(root: Path) -> list[Path]:
    """Every folder at or below `root` with a `partnership.yaml`, in the order of their paths.

    Looks at most eight folders deep, never through a link, and not into hidden folders, `node_modules`, `evidence` or
    `templates`; a folder below `root` that cannot be listed is passed over.
    Raises: CannotContinue if `root` is no folder that can be listed.
    """
    dossiers = []
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            names, folders = _names_and_folders(folder)
        except OSError as error:
            if folder is root:
                raise _no_folder(root, error) from error
            continue
        if not _FIRST_FILES.isdisjoint(names):
            dossiers.append(folder)
        if depth < MOST_FOLDERS_DEEP:
            waiting += [(folder / name, depth + 1) for name in folders]
    return sorted(dossiers)


def no_dossier(root: Path) -> CannotContinue:
    """What to say where `find_dossiers` found none: an editor may have added an ending, or a capital letter."""
    try:
        names = sorted(os.listdir(root))  # noqa: PTH208 - only their names
    except OSError:
        names = []
    near = next((name for name in names if name.lower().startswith(("partnership.yaml", "partnership.yml"))), None)
    fix = (
        f"give {quoted(near)}, which is there, the name partnership.yaml"
        if near
        else "name the folder that holds your partnership.yaml; the README shows a first one"
    )
    return CannotContinue(f"there is no partnership.yaml in {root.resolve()} or in a folder below it", fix)


def our_files(dossier: Path) -> list[Path]:
    """The YAML files directly in a dossier, by name; hidden ones are not ours.

    Raises: CannotContinue if the dossier is no folder that can be listed.
    """
    try:
        names = os.listdir(dossier)  # noqa: PTH208 - a third of the time of Path.iterdir, for every dossier of hundreds
    except OSError as error:
        raise _no_folder(dossier, error) from error
    return [dossier / name for name in sorted(names) if name.lower().endswith(_SUFFIXES) and not name.startswith(".")]


def load_files(root: Path, dossier: Path) -> list[SourceFile]:
    """The contents of a dossier's files, enough for `fingerprint` and for `read_loaded`.

    Raises: CannotContinue if the dossier is no folder that can be listed.
    """
    paths = our_files(dossier)
    within = os.path.realpath(root)
    prefix = "" if dossier == root else dossier.relative_to(root).as_posix() + "/"
    files = [SourceFile(prefix + path.name, _contents(path, prefix + path.name, within)) for path in paths[:MOST_FILES]]
    if len(paths) > MOST_FILES:
        name = prefix + paths[MOST_FILES].name
        message = f"this folder holds {len(paths)} YAML files; this one and those after it are not read"
        fault = _fault(
            name, "yaml/too-many-files", message, f"join them, or move some away, until there are {MOST_FILES}"
        )
        files.append(SourceFile(name, fault))
    return files


def fingerprint(files: Iterable[SourceFile]) -> str:
    """The same text for the same names and contents, and for no others."""
    digest = sha256()
    for name, data in files:
        content = data if isinstance(data, bytes) else repr(data).encode("utf-8", "surrogatepass")
        encoded = name.encode("utf-8", "surrogatepass")
        digest.update(b"%d %d %d\n" % (isinstance(data, bytes), len(encoded), len(content)))
        digest.update(encoded)
        digest.update(content)
    return digest.hexdigest()


def read_loaded(files: Iterable[SourceFile]) -> tuple[list[tuple[str, Mapping]], list[Diagnostic]]:
    """Each file that holds a mapping, by its path, and every diagnostic of reading them all."""
    mappings = []
    found: list[Diagnostic] = []
    for name, data in files:
        if isinstance(data, Diagnostic):
            found.append(data)
            continue
        mapping, faults = read_yaml(data, name)
        found += faults
        if mapping is not None:
            mappings.append((name, mapping))
    return mappings, found


def _names_and_folders(folder: Path) -> tuple[list[str], list[str]]:
    names, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            names.append(entry.name)
            if (
                entry.is_dir(follow_symlinks=False)
                and not entry.name.startswith(".")
                and entry.name not in _NOT_DOSSIERS
            ):
                folders.append(entry.name)
    return names, folders


def _contents(path: Path, name: str, within: str) -> bytes | Diagnostic:
    try:
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(within):
            message = "this link leads out of the folder, and is not followed"
            return _fault(name, "yaml/link-outside-folder", message, "put a copy of the file here in place of the link")
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            thing = "a folder" if stat.S_ISDIR(kind) else "a device or a channel between programs"
            message = f"this is {thing}, not a file, although its name ends like that of one"
            return _fault(name, "yaml/not-a-file", message, "give it another name, or move it away")
        with open(os.open(path, os.O_RDONLY | _NEVER_WAIT), "rb") as file:  # noqa: PTH123 - Path.open could wait for ever
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        return _fault(name, "yaml/unreadable", *_why(path, error))


def _why(path: Path, error: OSError) -> tuple[str, str]:
    if path.is_symlink():
        return "this link leads to no file that can be read", "put the file itself here in place of the link"
    if isinstance(error, PermissionError):
        return "you have no permission to read this file", "ask whoever owns it to let you read it"
    return f"this file cannot be read: {error.strerror or 'no reason was given'}", "open it in an editor, or restore it"


def _no_folder(folder: Path, error: OSError) -> CannotContinue:
    name = quoted(str(folder))
    if isinstance(error, PermissionError):
        return CannotContinue(f"you have no permission to look into the folder {name}", "ask whoever owns it")
    if isinstance(error, NotADirectoryError):
        return CannotContinue(f"{name} is a file, not a folder", "name the folder that holds partnership.yaml")
    return CannotContinue(
        f"there is no folder {name}", "check the spelling, or name the folder that holds partnership.yaml"
    )


def _fault(name: str, code: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(Location(name), code, message, Severity.ERROR, fix)
