"""The calendar as JSON, `cspcycle/timetable/1`: for programs, and to compare later calendars with."""

import json
from typing import Any

from cspcycle.application.timetable import Row, View


def report(view: View) -> str:
    """The whole calendar; its entries have what `--changes-since` reads."""
    return (
        json.dumps(
            {
                "format": "cspcycle/timetable/1",
                "version": 1,
                "partnership": view.partnership,
                "title": view.title,
                "year": view.year,
                "on": view.on.isoformat(),
                "entries": [_entry(row) for row in view.rows],
                "findings": [
                    {
                        "code": finding.code,
                        "severity": finding.severity.word,
                        "message": finding.message,
                        "fix": finding.fix,
                        "law": finding.law,
                        **finding.at._asdict(),
                    }
                    for finding in view.findings
                ],
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )


def _entry(row: Row) -> dict[str, Any]:
    entry = row.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "due_on": entry.due_on.isoformat(),
        "label": entry.label,
        "by_when": row.by_when,
        "starts_on": entry.starts_on.isoformat() if entry.starts_on else None,
        "starts_at": f"{entry.starts_at:%H:%M}" if entry.starts_at else None,
        "who": entry.who,
        "who_names": list(entry.who_names),
        "source": entry.source.value,
        "why": list(row.why),
        "provision": entry.provision,
        "force": entry.force,
        "slack_working_days": entry.slack_working_days,
        "critical": entry.is_critical,
        "certain": entry.is_certain,
        "status": entry.status.value,
        "done_on": entry.actual_on.isoformat() if entry.actual_on else None,
        "slipped_because": entry.slipped_because,
        "minute": entry.minute,
        "planned_before": [
            {
                "due_on": each.due_on.isoformat(),
                "changed_on": each.changed_on.isoformat() if each.changed_on else None,
                "because": each.because,
                "minute": each.minute,
            }
            for each in entry.planned_earlier
        ],
        "driven_by": list(entry.driven_by),
        "at": entry.at._asdict(),
    }
