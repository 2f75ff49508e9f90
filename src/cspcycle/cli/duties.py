"""`cspcycle duties`: the checklist of a day, for a dossier or for a kind of area."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.duties import bare_law, duties_of_folder, shown_only
from cspcycle.cli.options import Nation, On, today
from cspcycle.source.diagnostic import CannotContinue


class Style(StrEnum):
    """How the checklist looks."""

    text = "text"
    json = "json"
    markdown = "markdown"


def command(
    folder: Annotated[
        Path | None, typer.Argument(help="A partnership's folder; leave it out with --nation for the bare law.")
    ] = None,
    on: On = None,
    nation: Annotated[
        Nation | None, typer.Option("--nation", help="Show the law of England or Wales, without a folder.")
    ] = None,
    area_kind: Annotated[
        str | None,
        typer.Option(
            "--area-kind", metavar="KIND", help="With --nation: unitary, london-borough, two-tier-district and so on."
        ),
    ] = None,
    style: Annotated[Style, typer.Option("--format", help="How the checklist looks.")] = Style.text,
) -> None:
    """List every duty in force on a day: met, due, unmet, unknown or not applicable."""
    day = on or today()
    if area_kind is not None and nation is None:
        raise CannotContinue("--area-kind goes with --nation", "add --nation england or --nation wales")
    if nation is not None and folder is not None:
        raise CannotContinue("--nation shows the bare law, so it goes without a folder", "leave one of the two out")
    lists = (
        (bare_law(nation.value, area_kind, on=day),)
        if nation is not None
        else duties_of_folder(folder or Path(), on=day)
    )
    if style is Style.json:
        from cspcycle.cli.reports.json_report import duty_entry  # noqa: PLC0415 - only the format asked for

        entries = [
            {"folder": each.folder, "name": each.name, "duties": [duty_entry(duty) for duty in each.duties]}
            for each in lists
        ]
        held = {"format": "cspcycle/duties/1", "on": day.isoformat(), "partnerships": entries}
        print(json.dumps(held, indent=2, ensure_ascii=False))
        return
    if style is Style.markdown:
        from cspcycle.cli.reports.markdown import checklist as as_markdown  # noqa: PLC0415

        print("\n\n".join(as_markdown(each.duties, title=each.name, on=day) for each in lists))
        return
    from cspcycle.cli.reports.checklist import checklist  # noqa: PLC0415

    for each in lists:
        print(checklist(each, on=day, shown_only=shown_only(each.nation)), end="")
