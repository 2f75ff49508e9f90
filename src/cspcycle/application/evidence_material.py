"""The evidence as templates see it: `evidence.overview`, `.charts`, `.weighing`, `.caveats` and `.attributions`."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from cspcycle.application.evidence_view import ChartView, TableView, evidence_view
from cspcycle.documents.view import NO_EVIDENCE
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import CannotContinue


def evidence_for_documents(folder: Path, dossier: Dossier, *, on: date) -> Mapping[str, object]:
    """What the evidence in the folder gives the documents; empty where there is none.

    `missing`: why its tables and charts are left out, and what to do, where the evidence support is not installed.
    """
    try:
        view = evidence_view(folder, dossier, on=on)
    except CannotContinue as stop:
        return {**NO_EVIDENCE, "missing": f"{stop.message}; {stop.fix}"}
    if view is None:
        return NO_EVIDENCE
    return {
        **NO_EVIDENCE,
        "overview": _table(view.overview),
        "charts": [_chart(chart) for chart in view.charts],
        "weighing": _table(view.weighing),
        "caveats": list(view.caveats),
        "attributions": list(view.attributions),
    }


MINUS = re.compile(r"(?<!\w)-(?=\d)")


def _table(table: TableView | None) -> dict[str, object]:
    return {} if table is None else {**table._asdict(), "rows": _printed(table.rows)}


def _printed(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows with a true minus sign, as all other figures of a document have it."""
    return tuple(tuple(MINUS.sub("\N{MINUS SIGN}", cell) for cell in row) for row in rows)


def _chart(chart: ChartView) -> dict[str, object]:
    table = chart.table
    return {
        "indicator": chart.indicator,
        "title": chart.title,
        "description": chart.description,
        "svg": chart.svg,
        "columns": table.columns,
        "rows": _printed(table.rows),
        "attribution": table.attribution,
    }
