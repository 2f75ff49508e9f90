"""One dossier from its files, unchecked."""

from collections.abc import Iterable
from pathlib import Path

from cspcycle.model.dossier import Dossier, read_dossier
from cspcycle.model.schema_messages import missing_partnership
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.source.folder import SourceFile, load_files, read_loaded


def read_folder(root: Path, folder: Path) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier in `folder`, and what is wrong with its YAML and its shape."""
    return read_loaded_dossier(folder.relative_to(root).as_posix(), load_files(root, folder))


def read_loaded_dossier(where: str, files: Iterable[SourceFile]) -> tuple[Dossier | None, list[Diagnostic]]:
    """The dossier in these files, and what is wrong with them; without a dossier something always says why."""
    contents, diagnostics = read_loaded(files)
    dossier, found = read_dossier(where, contents)
    diagnostics += found
    if dossier is None and not any(each.severity is Severity.ERROR for each in diagnostics):
        usual = "partnership.yaml" if where == "." else f"{where}/partnership.yaml"
        diagnostics.append(missing_partnership(Location(next((file for file, _ in contents), usual))))
    return dossier, diagnostics
