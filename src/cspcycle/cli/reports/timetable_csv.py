"""The calendar as CSV: stable columns, documented in docs/timetable.md, and no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterator
from io import StringIO

from cspcycle.application.timetable import Row, View

COLUMNS = (
    "id", "by_when", "due_on", "starts_on", "starts_at", "task", "who", "source", "why", "provision", "force",
    "slack_working_days", "critical", "certain", "status", "done_on", "slipped_because", "minute",
)  # fmt: skip


def report(view: View) -> str:
    """One row an entry."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in view.rows:
        writer.writerow(list(_cells(row)))
    return written.getvalue()


def _cells(row: Row) -> Iterator[str | int]:
    entry = row.entry
    status = entry.status.value
    slack = entry.slack_working_days
    for cell in (
        entry.id, row.by_when, entry.due_on.isoformat(), entry.starts_on.isoformat() if entry.starts_on else "",
        f"{entry.starts_at:%H:%M}" if entry.starts_at else "", row.what, entry.who_in_full, entry.source.value,
        "; ".join(row.why), entry.provision, entry.force,
    ):  # fmt: skip
        yield _harmless(cell)
    yield "" if slack is None else slack
    yield "yes" if entry.is_critical else "no"
    yield "yes" if entry.is_certain else "no"
    for cell in (status, entry.actual_on.isoformat() if entry.actual_on else "", entry.slipped_because, entry.minute):
        yield _harmless(cell)


def _harmless(text: str) -> str:
    """The text on one line; with an apostrophe before it where a spreadsheet would take it for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in tuple("=+-@|％＝＋－＠") else line
