"""`cspcycle render`: the documents of a partnership, in the formats asked for."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.cli.options import On, today
from cspcycle.cli.progress import Progress
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.printable import quoted


class Format(StrEnum):
    """How a document is written."""

    markdown = "markdown"
    html = "html"
    docx = "docx"
    pdf = "pdf"


class Audience(StrEnum):
    """Who may read what is written."""

    public = "public"
    partnership = "partnership"


def command(  # noqa: PLR0917 - each is an option
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[FOLDER]", help="The folder with partnership.yaml, or one that holds several such folders."
        ),
    ] = Path(),
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]...", help="Which documents; all there is material for if left out."),
    ] = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="Repeat it for several; html if left out.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="DIR", help="Where to write; the folder `rendered` beside the files if left out."
        ),
    ] = None,
    audience: Annotated[
        Audience, typer.Option(help="Public documents leave everything restricted out.")
    ] = Audience.public,
    on: On = None,
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="ID", help="Whose agenda; the strategy group's next meeting if left out."),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final/--draft", help="Without DRAFT on every page; refused while something is missing.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with exit code 1 if a document is out of date.")
    ] = False,
) -> None:
    """Write the documents: assessment, plan, summary, agenda, scorecard and the others."""
    from cspcycle.application.render import Wish, render  # noqa: PLC0415 - after the words were understood
    from cspcycle.cli.reports.rendering import report  # noqa: PLC0415

    root, names = _folder_and_documents(folder, documents or [])
    wish = Wish(
        on=on or today(),
        documents=tuple(names),
        formats=tuple(dict.fromkeys(each.value for each in formats or [Format.html])),
        output=output,
        audience=audience.value,
        meeting=meeting,
        is_final=final,
        is_check=check,
    )
    has_findings = False
    with Progress() as progress:
        for rendered in render(root, wish, lambda file, done, total: progress.show(file, done / total)):
            progress.clear()
            print(report(rendered, root=root, is_check=check, is_final=final), end="")
            has_findings = has_findings or bool(rendered.findings)
    raise typer.Exit(code=1 if has_findings else 0)


def _folder_and_documents(folder: Path, documents: list[str]) -> tuple[Path, list[str]]:
    """The folder may be left out: then the first word is a document."""
    from cspcycle.application.documents import document_names  # noqa: PLC0415 - as above

    if folder.is_dir():
        return folder, documents
    if str(folder) in document_names(Path()):
        return Path(), [str(folder), *documents]
    raise CannotContinue(
        f"there is no folder and no document called {quoted(str(folder))}", "cspcycle documents lists the documents"
    )
