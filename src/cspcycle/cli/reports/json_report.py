"""The JSON contract `cspcycle/validation/1`: stable, versioned, for programs."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from cspcycle.application.result import Checked, DutyLine
from cspcycle.cli.reports.contract import count_outcomes, count_severities
from cspcycle.source.diagnostic import Diagnostic, Location

FORMAT = "cspcycle/validation/1"


def report(checked: Sequence[Checked], *, on: date) -> str:
    """The whole run as one JSON text."""
    return json.dumps(
        {
            "format": FORMAT,
            "on": on.isoformat(),
            "partnerships": [_partnership(each) for each in checked],
            "totals": {
                "partnerships": len(checked),
                "findings": count_severities(checked),
                "duties": count_outcomes(checked),
            },
        },
        indent=2,
        ensure_ascii=False,
    )


def _partnership(each: Checked) -> dict[str, Any]:
    return {
        "folder": each.folder,
        "name": each.name,
        "duties": [duty_entry(duty) for duty in each.duties],
        "findings": [_finding(finding) for finding in each.findings],
    }


def duty_entry(duty: DutyLine) -> dict[str, Any]:
    """One duty of the checklist."""
    return {
        "id": duty.id,
        "title": duty.title,
        "provision": duty.citation,
        "source": duty.source,
        "on_whom": duty.on_whom,
        "force": duty.force,
        "outcome": duty.outcome,
        "because": duty.because,
        "settle": list(duty.settle),
        "due_on": duty.due_on,
        "at": _place(duty.at) if duty.at else None,
    }


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message,
        "fix": finding.fix,
        "law": finding.law,
        **_place(finding.at),
        "see": [_place(place) for place in finding.see],
    }


def _place(place: Location) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
