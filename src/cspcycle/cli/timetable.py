"""`cspcycle timetable`: the calendar of the cycle, in the form that is asked for."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cspcycle.application.timetable import Planned, View, choose, plan_folder, timetable_view
from cspcycle.cli.calendar_options import ForWhom, Partnership, Restricted, Year, days_up_to, refuse_idle
from cspcycle.cli.options import On, today
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.printable import printable


class Style(StrEnum):
    """How the calendar looks."""

    text = "text"
    markdown = "markdown"
    html = "html"
    csv = "csv"
    json = "json"
    ics = "ics"


class By(StrEnum):
    """How the calendar is parted."""

    month = "month"


def command(
    folder: Partnership = Path(),
    *,
    year: Year = None,
    style: Annotated[Style, typer.Option("--format", help="How the calendar looks.")] = Style.text,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write it to this file.")] = None,
    for_whom: ForWhom = None,
    changes_since: Annotated[
        str | None,
        typer.Option(
            "--changes-since",
            metavar="REF-OR-FILE",
            help="Say what changed since a Git reference, a JSON calendar or a day.",
        ),
    ] = None,
    on: On = None,
    by: Annotated[
        By | None, typer.Option("--by", help="In Markdown and HTML: month by month, as text always is.")
    ] = None,
    include_restricted: Restricted = False,
    alarm_days: Annotated[
        list[int] | None,
        typer.Option(
            "--alarm-days",
            parser=days_up_to(366),
            metavar="DAYS",
            help="In .ics: remind so many days before; repeat it for several.",
        ),
    ] = None,
    import_meetings: Annotated[
        Path | None,
        typer.Option(
            "--import-meetings",
            metavar="FILE",
            help="Print the meetings of an .ics or .csv file as YAML, for the group named with --for.",
        ),
    ] = None,
) -> None:
    """Work out the calendar of the year: duties, milestones, meetings, papers, and why."""
    options = {
        "--format": style is not Style.text,
        "--output": output is not None,
        "--changes-since": changes_since is not None,
        "--by": by is not None,
        "--alarm-days": bool(alarm_days),
        "--include-restricted": include_restricted,
        "--import-meetings": import_meetings is not None,
    }
    refuse_idle([name for name, is_given in options.items() if is_given], style.value)
    planned = plan_folder(folder, on=on or today(), year=year)
    if import_meetings is not None:
        _import(planned, import_meetings, for_whom)
        return
    if changes_since is not None:
        from cspcycle.application.calendar_changes import changes_since as find  # noqa: PLC0415 - only who asks waits for Git
        from cspcycle.cli.reports.timetable_changes import report as as_changes  # noqa: PLC0415

        changes = find(planned, changes_since, for_whom=for_whom, include_restricted=include_restricted)
        _put(as_changes(changes, since=changes_since, on=planned.on, as_markdown=style is Style.markdown), output)
        return
    if style is Style.ics:
        _calendar(planned, for_whom, output, alarm_days or [], include_restricted=include_restricted)
        return
    view = timetable_view(planned, for_whom=for_whom, include_restricted=include_restricted)
    _put(_text(view, planned, style, by_month=by is By.month), output)
    if style is not Style.text and style is not Style.json:
        _tell_findings(view)


def _text(view: View, planned: Planned, style: Style, *, by_month: bool) -> str:
    # each report is imported only when it is asked for
    if style is Style.markdown:
        from cspcycle.cli.reports.timetable_markdown import report as as_markdown  # noqa: PLC0415

        return as_markdown(view, by_month=by_month)
    if style is Style.html:
        from cspcycle.cli.reports.timetable_html import report as as_html  # noqa: PLC0415

        return as_html(view, by_month=by_month)
    if style is Style.csv:
        from cspcycle.cli.reports.timetable_csv import report as as_csv  # noqa: PLC0415

        return as_csv(view)
    if style is Style.json:
        from cspcycle.cli.reports.timetable_json import report as as_json  # noqa: PLC0415

        return as_json(view)
    from cspcycle.cli.reports.timetable_text import report as as_text  # noqa: PLC0415

    return as_text(view, root=planned.root)


def _calendar(
    planned: Planned, for_whom: str | None, output: Path | None, alarm_days: list[int], *, include_restricted: bool
) -> None:
    from cspcycle.application.calendar_file import calendar_text, write_calendar  # noqa: PLC0415 - its library is slow to import

    entries = choose(planned, for_whom, include_restricted=include_restricted)
    if output is None:
        sys.stdout.buffer.write(calendar_text(planned, entries, alarm_days=alarm_days))
        print("nothing is remembered of a calendar that is only printed; write it with --output FILE", file=sys.stderr)
        return
    memory = write_calendar(planned, entries, output, alarm_days=alarm_days)
    print(f"{printable(str(output))}: {len(entries)} entries; keep {printable(memory.name)} beside it")


def _import(planned: Planned, path: Path, group: str | None) -> None:
    from cspcycle.application.import_meetings import import_meetings  # noqa: PLC0415
    from cspcycle.cli.reports.meetings_yaml import report  # noqa: PLC0415

    if group is None:
        raise CannotContinue(
            "the meetings of a file belong to a group", "name its id with --for, such as --for cabinet"
        )
    meetings, found = import_meetings(planned, path, group)
    if meetings:
        print(report(meetings, group), end="")
    for finding in found:
        print(
            f"{printable(str(finding.at))}: {printable(finding.message)} [{finding.code}]\n  = fix: {finding.fix}",
            file=sys.stderr,
        )
    if not meetings:
        raise typer.Exit(1)


def _put(text: str, output: Path | None) -> None:
    if output is None:
        print(text, end="")
        return
    from cspcycle.application.output_file import write_output  # noqa: PLC0415

    write_output(output, text.encode())
    print(f"written: {printable(str(output))}")


def _tell_findings(view: View) -> None:
    if view.findings:
        count = len(view.findings)
        things = "1 finding" if count == 1 else f"{count} findings"
        print(f"{things} about these dates; `cspcycle timetable` or `cspcycle validate` prints them", file=sys.stderr)
