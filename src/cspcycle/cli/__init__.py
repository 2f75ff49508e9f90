"""Words in, words out: the list of commands, each in a file of its own that is imported only when it is called."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

# name and one line of help; a test compares the line with the command's own docstring
COMMANDS = {
    "validate": "Say what is missing or contradictory in FOLDER, and which law asks for it.",
    "duties": "List every duty in force on a day: met, due, unmet, unknown or not applicable.",
    "documents": "List the documents, what each still lacks, and which templates are your own.",
    "render": "Write the documents: assessment, plan, summary, agenda, scorecard and the others.",
    "evidence": "Bring official figures in, and say what they bear: add, list, show, compare, weigh.",
    "timetable": "Work out the calendar of the year: duties, milestones, meetings, papers, and why.",
    "why": "Say why a date is what it is: the provision, lead times, days off, the meeting it had to reach.",
    "due": "List what falls due: overdue first, then the days to come.",
    "explain": "Explain a finding or a duty: what, why, what to do, with an example.",
    "schema": "Print the JSON Schema of the files, for editors that complete keys.",
}


class LazyGroup(TyperGroup):
    """A group whose commands are modules of this package, imported one at a time; one with an `app` is a group."""

    table: ClassVar[Mapping[str, str]] = COMMANDS
    prefix: ClassVar[str] = ""  # of the modules' names

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order in which a cycle needs them."""
        del ctx
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        del ctx
        if cmd_name not in self.table:
            return None
        module = import_module(f"cspcycle.cli.{self.prefix}{cmd_name.replace('-', '_')}")
        if hasattr(module, "app"):
            return typer.main.get_command(module.app)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name)(module.command)
        return typer.main.get_command(single)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names.

        Raises: CannotContinue if there is none, with the nearest; or `validate`, where the word is a folder.
        """
        word = args[0] if args else ""
        if word in self.table or word.startswith("-"):
            return super().resolve_command(ctx, args)
        from cspcycle.source.diagnostic import CannotContinue  # noqa: PLC0415 - only after a slip
        from cspcycle.source.near import nearest  # noqa: PLC0415 - as above

        is_folder = "validate" in self.table and Path(word).is_dir()
        near = f"validate {word}" if is_folder else nearest(word, self.table)
        fix = f"did you mean `{ctx.command_path} {near}`?" if near else f"the commands are: {', '.join(self.table)}"
        raise CannotContinue(f'there is no command "{word}"', fix)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list in `--help`, from the table above, so that help imports no command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(
    epilog="Begin with:  cspcycle validate FOLDER      and then:  cspcycle explain CODE",
)
def main(
    version: bool = typer.Option(False, "--version", "-V", help="Print the version."),
) -> None:
    """The planning cycle of a Community Safety Partnership, from plain files: check it against the law of any day."""
    if version:
        from cspcycle import __version__  # noqa: PLC0415

        print(f"cspcycle {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the command line; circumstances that forbid going on end with a sentence and exit code 2."""
    from cspcycle.source.diagnostic import CannotContinue  # noqa: PLC0415

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    try:
        try:
            app(prog_name="cspcycle")
        finally:
            sys.stdout.flush()  # so that a reader who has gone is noticed here, and not when the interpreter ends
    except CannotContinue as stop:
        from cspcycle.cli.reports.lines import wrapped  # noqa: PLC0415

        words = wrapped(f"cspcycle: {stop.message}", hanging=0)
        words += wrapped(f"  = fix: {stop.fix}", hanging=4) if stop.fix else []
        print("\n".join(words), file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
