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
    readable = {name for name, _ in contents}
    broken = (each.at for each in diagnostics if each.severity is Severity.ERROR and each.at.file not in readable)
    dossier, found = read_dossier(where, contents, lost=next(broken, None))
    diagnostics += [each for each in found if not _is_told(each, diagnostics)]
    if dossier is None and not any(each.severity is Severity.ERROR for each in diagnostics):
        usual = "partnership.yaml" if where == "." else f"{where}/partnership.yaml"
        at = Location(usual if any(each.at.file == usual for each in diagnostics) else min(readable, default=usual))
        diagnostics = [each for each in diagnostics if each.code != "yaml/empty-file" or each.at != at]
        diagnostics.append(missing_partnership(at))
    return dossier, diagnostics


def _is_told(fault: Diagnostic, of_yaml: list[Diagnostic]) -> bool:
    """Whether the YAML itself is at fault where the shape is: a reference is nothing until it is written out."""
    if fault.code == "schema/empty":
        return any(each.code == "yaml/alias" and each.at[:2] == fault.at[:2] for each in of_yaml)
    return any(each.at == fault.at for each in of_yaml)
