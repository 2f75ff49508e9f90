"""One dossier from its folder, unchecked."""

from pathlib import Path

from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.source.diagnostic import Diagnostic
from cspcycle.source.folder import read_files


def read_folder(root: Path, folder: Path) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier in `folder`, and what is wrong with its YAML and its shape."""
    files, diagnostics = read_files(root, folder)
    dossier, found = read_dossier(folder.relative_to(root).as_posix(), files)
    return dossier, diagnostics + found
