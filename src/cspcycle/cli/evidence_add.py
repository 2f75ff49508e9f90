"""`cspcycle evidence add`: a publisher's file, recognised by what is in it, kept as small readable records."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.evidence_add import add_evidence
from cspcycle.cli.evidence_words import has_errors, print_findings
from cspcycle.cli.options import On, today
from cspcycle.cli.progress import Progress
from cspcycle.source.diagnostic import Diagnostic


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[FOLDER] FILE...",
            help="The partnership's folder (this one if left out), and files, zips or folders of files.",
        ),
    ],
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="SOURCE", help="Which source the file is of, where its content fits more than one."
        ),
    ] = "",
    on: On = None,
) -> None:
    """Read a publisher's FILE and keep what concerns this partnership under evidence/."""
    from cspcycle.cli.reports.evidence_added import report  # noqa: PLC0415 - after the help was asked for

    folder, files = _folder_and_files(words)
    found: list[Diagnostic] = []
    for file in files:
        with Progress() as bar:
            added = add_evidence(folder, file, source=source, on=on or today(), progress=_shown(bar, file))
        print(report(added, folder), end="")
        print_findings(list(added.findings), file.parent)
        found += added.findings
    raise typer.Exit(code=1 if has_errors(found) else 0)


def _shown(bar: Progress, file: Path) -> Callable[[float], None]:
    return lambda share: bar.show(file.name, share)


def _folder_and_files(words: list[str]) -> tuple[Path, list[Path]]:
    """With several words the first is the folder where it is one that holds a partnership, or holds nothing else."""
    first = Path(words[0])
    is_folder = len(words) > 1 and first.is_dir()
    paths = [Path(word) for word in words]
    return (first, paths[1:]) if is_folder else (Path(), paths)
