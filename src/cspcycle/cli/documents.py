"""`cspcycle documents`: which documents can be made, and what the others wait for."""

from pathlib import Path

import typer

from cspcycle.cli.options import Folder, On, today


def command(folder: Folder = Path(), on: On = None) -> None:
    """List the documents, what each still lacks, and which templates are your own."""
    from cspcycle.application.documents import list_documents  # noqa: PLC0415 - after the words were understood
    from cspcycle.cli.reports.document_list import report  # noqa: PLC0415

    listings = list_documents(folder, on=on or today())
    print("\n".join(report(listing, root=folder) for listing in listings), end="")
    raise typer.Exit(code=1 if any(listing.findings for listing in listings) else 0)
