"""`cspcycle evidence`: the group of commands on figures; each is a module of its own, imported when it is called."""

from collections.abc import Mapping
from typing import ClassVar

import typer

from cspcycle.cli import LazyGroup

TABLE = {
    "add": "Read a publisher's FILE and keep what concerns this partnership under evidence/.",
    "list": "List what is held, how old it is, and what its publisher has probably replaced.",
    "show": "Show one indicator, or a line for each: level, rate, change, comparison, caveats.",
    "compare": "Put the partnership beside its force, England and Wales, and similar areas.",
    "weigh": "Score the themes of the assessment by the partnership's own weights; decides nothing.",
    "chart": "Write one accessible chart as SVG, with the same figures as a table.",
    "trace": "Say from which cell or file a number comes, or every number the findings state.",
}


class EvidenceGroup(LazyGroup):
    """The commands on evidence."""

    table: ClassVar[Mapping[str, str]] = TABLE
    prefix: ClassVar[str] = "evidence_"


app = typer.Typer(
    cls=EvidenceGroup,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def command() -> None:
    """Bring official figures in, and say what they bear: add, list, show, compare, weigh."""
