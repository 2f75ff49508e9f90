"""The strategic assessment in a view: findings by theme, how they were weighed, what was taken up and what was not."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from cspcycle.documents.views.naming import (
    Names,
    View,
    document_view,
    figure_words,
    opening,
    restriction_view,
    sentence,
    when,
    years_of,
)
from cspcycle.law.statutory_items import ITEMS
from cspcycle.model.strategic_assessment import AssessmentContents, DocumentVersion, Finding, Score, StrategicAssessment

# What an assessment tells of each theme, in this order; a draft says which of them a theme lacks.
ASPECTS = {
    "level": "volume",
    "rate": "rate",
    "change": "trend",
    "comparison": "comparison",
    "pattern": "pattern",
    "victims": "victims",
    "offenders": "offenders",
    "places": "places",
    "times": "times",
    "reason": "reasons",
    "response": "response",
    "gap": "gaps",
}
# A pattern is one of the four that follow it, or all of them.
NEVER_LACKED = {"pattern"}
# A cited indicator tells these of itself, in the table of all crime and in its chart.
OF_AN_INDICATOR = {"level", "rate", "change", "comparison"}
KIND_WORDS = {
    "full": "a full assessment",
    "refresh": "a refresh of an earlier assessment",
    "rolling": "a set of papers through the year",
}
SCORES = ("volume", "rate", "direction", "harm", "public_concern")


def assessment_view(names: Names, charts: Sequence[Mapping[str, object]]) -> View:
    """The assessment, its parts empty when there is none; each chart stands once, in the first theme to cite it."""
    assessment = names.dossier.strategic_assessment or StrategicAssessment.model_construct()
    findings = [_finding(finding, names) for finding in assessment.findings]
    public_view = [each for each in findings if each["kind"] == "public-view"]
    review = [each for each in findings if each["kind"] == "review-of-last-year"]
    rest = [each for each in findings if each["kind"] not in {"public-view", "review-of-last-year"}]
    themes, other_charts = _by_theme(rest, charts)
    return {
        "is_written": names.dossier.strategic_assessment is not None,
        "title": assessment.title or "",
        "known_as": assessment.known_as or "",
        "called": assessment.known_as or assessment.title or "strategic assessment",
        "year": years_of(assessment.year),
        "kind": KIND_WORDS.get(assessment.kind or "", ""),
        "status": assessment.status or "",
        "adopted_from": assessment.adopted_from or "",
        "data_from": assessment.data_from or "",
        "data_to": assessment.data_to or "",
        "completed_on": assessment.completed_on or "",
        "due": when(assessment.due),
        "received": names.approval(assessment.received),
        "considered": [ITEMS[source] for source in assessment.considered],
        "findings": findings,
        "public_view": public_view,
        "review": review,
        "emerging": [each for each in findings if each["kind"] == "emerging"],
        "themes": themes,
        "other_charts": other_charts,
        "scored": _scored(assessment, names),
        "not_scored": [each for each in rest if each["score"] is None],
        "not_taken_up": [each for each in findings if not each["priorities"] and each["not_taken_up_because"]],
        "silent": [each for each in rest + public_view if not each["priorities"] and not each["not_taken_up_because"]],
        "versions": versions_view(assessment.versions, names),
        "document": document_view(assessment.document),
        "public_summary": document_view(assessment.public_summary),
        "restricted": restriction_view(assessment.restricted),
        "earlier": [
            {
                "year": years_of(each.year),
                "completed_on": each.completed_on or "",
                "document": document_view(each.document),
            }
            for each in assessment.earlier
        ],
        "says_where": _says_where(assessment),
    }


def versions_view(versions: tuple[DocumentVersion, ...], names: Names) -> list[View]:
    """The versions made by the day, oldest first."""
    return [
        {"number": version.number, "on": version.on, "note": opening(version.note)}
        for version in versions
        if version.on <= names.on
    ]


def _finding(finding: Finding, names: Names) -> View:
    taken_up = [priority.title for priority in names.dossier.priorities if finding.id in priority.evidence]
    return {
        "id": finding.id,
        "title": finding.title,
        "says": sentence(finding.says),
        "indicators": [one for one in (finding.indicator, *finding.also_cites) if one],
        "kind": finding.kind or "finding",
        "aspect": opening(ASPECTS.get(finding.kind or "")),
        "theme": theme_of(finding),
        "figure": figure_words(finding.figure, finding.unit),
        "source": finding.source or "",
        "period": finding.period or "",
        "score": _total(finding.score) if finding.score is not None else None,
        "priorities": taken_up,
        "caveat": sentence(finding.caveat),
        "not_taken_up_because": finding.not_taken_up_because or "",
        "restricted": restriction_view(finding.restricted),
    }


def theme_of(finding: Finding) -> str:
    """The heading that a finding stands under."""
    return opening(finding.theme) or "Other findings"


def _by_theme(
    findings: list[View], charts: Sequence[Mapping[str, object]]
) -> tuple[list[View], list[Mapping[str, object]]]:
    """The themes in the order of their first findings, each with its charts; and the charts that no finding cites."""
    grouped: dict[str, list[View]] = {}
    for finding in findings:
        grouped.setdefault(str(finding["theme"]), []).append(finding)
    themes, waiting = [], list(charts)
    for title, each in grouped.items():
        cited = {one for finding in each for one in cast("list[str]", finding["indicators"])}
        themes.append(_theme(title, each, [chart for chart in waiting if chart["indicator"] in cited]))
        waiting = [chart for chart in waiting if chart["indicator"] not in cited]
    return themes, waiting


def _theme(title: str, findings: list[View], charts: list[Mapping[str, object]]) -> View:
    kinds = {finding["kind"] for finding in findings}
    if any(finding["indicators"] for finding in findings):
        kinds |= OF_AN_INDICATOR
    taken_up = (priority for finding in findings for priority in cast("list[str]", finding["priorities"]))
    return {
        "title": title,
        "findings": sorted(findings, key=_place_of_aspect),
        "charts": charts,
        "priorities": list(dict.fromkeys(taken_up)),
        "silent_on": [words for kind, words in ASPECTS.items() if kind not in kinds and kind not in NEVER_LACKED],
    }


def _place_of_aspect(finding: View) -> int:
    """Volume before rate, and so on; what is of no such kind comes last."""
    kinds = tuple(ASPECTS)
    return kinds.index(str(finding["kind"])) if finding["kind"] in kinds else len(kinds)


def _total(score: Score) -> Decimal:
    return sum((Decimal(str(getattr(score, name) or 0)) for name in SCORES), Decimal(0))


def _scored(assessment: StrategicAssessment, names: Names) -> list[View]:
    """The scored findings, the heaviest first, with what became of each."""
    rows = []
    for finding in assessment.findings:
        if finding.score is None:
            continue
        taken_up = [priority.title for priority in names.dossier.priorities if finding.id in priority.evidence]
        scores = [getattr(finding.score, name) for name in SCORES]
        row: View = {
            "title": finding.title,
            "scores": ["–" if score is None else score for score in scores],
            "total": _total(finding.score),
            "became": "; ".join(taken_up) or opening(finding.not_taken_up_because) or "Not taken up; no reason given",
        }
        rows.append((-_total(finding.score), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _says_where(assessment: StrategicAssessment) -> dict[str, str]:
    contents = assessment.contents
    return {name: getattr(contents, name, None) or "" for name in AssessmentContents.model_fields}
