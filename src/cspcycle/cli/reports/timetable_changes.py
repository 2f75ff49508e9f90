"""What changed in the calendar, as lines for a board paper."""

from collections.abc import Sequence
from datetime import date

from cspcycle.cli.reports.timetable_markdown import escaped
from cspcycle.cli.reports.timetable_text import wrapped
from cspcycle.source.words import day_in_words
from cspcycle.timetable.changes import Change


def report(changes: Sequence[Change], *, since: str, on: date, as_markdown: bool) -> str:
    """One line a change, in the order of the days."""
    heading = f"Changes to the timetable since {since}, as at {day_in_words(on)}"
    if as_markdown:
        lines = [f"## {escaped(heading)}", "", *(f"- {escaped(change.sentence)}." for change in changes)]
    else:
        lines = [*wrapped(heading), ""]
        for change in changes:
            lines += wrapped(f"{change.sentence}.", "- ")
    if not changes:
        lines.append("Nothing has moved, been added or been dropped.")
    return "\n".join(lines) + "\n"
