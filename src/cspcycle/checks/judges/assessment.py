"""Duties about what the strategic assessment considers and what it holds."""

from cspcycle.checks.check import Context
from cspcycle.checks.outcome import Judged, met, unknown, unmet
from cspcycle.law.instrument import Version
from cspcycle.law.statutory_items import ITEMS


def contents(context: Context, version: Version) -> Judged:
    """It holds each thing the regulations name. A finished one that leaves a thing out is unmet; a draft is unknown."""
    assessment = context.dossier.strategic_assessment
    path = "strategic_assessment.contents"
    if assessment is None or assessment.contents is None:
        return unknown("the files do not say what the assessment holds", path)
    held = assessment.contents
    two_tier = "two-tier-district" in context.area_kinds
    wanted = [item for item in version.items if item != "county_matters" or two_tier]
    missing = [item for item in wanted if getattr(held, item) is None]
    if not missing:
        return met(f"it holds all {len(wanted)} things the regulations name", assessment.at("contents"))
    words = ", ".join(ITEMS[item] for item in missing)
    if assessment.completed_on is not None and assessment.completed_on <= context.on:
        return unmet(f"the finished assessment does not say where it holds: {words}", assessment.at("contents"))
    return unknown(f"the files do not yet say where it holds: {words}", *(f"{path}.{item}" for item in missing))


def sources(context: Context, version: Version) -> Judged:
    """It considered everyone's information that the regulations name."""
    assessment = context.dossier.strategic_assessment
    path = "strategic_assessment.considered"
    if assessment is None or not assessment.considered:
        return unknown("the files do not say whose information was considered", path)
    missing = [item for item in version.items if item not in assessment.considered]
    if not missing:
        return met("it considered every source the regulations name", assessment.at("considered"))
    words = ", ".join(ITEMS[item] for item in missing)
    if assessment.completed_on is not None and assessment.completed_on <= context.on:
        return unmet(f"the finished assessment did not consider: {words}", assessment.at("considered"))
    return unknown(f"the files do not say that it considered: {words}", path)
