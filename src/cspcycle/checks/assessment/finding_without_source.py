"""A finding that does not say where it comes from.

Why it matters: a finding nobody can trace cannot be checked, updated next year or defended in public.
Instead: name the source under `source:`, or cite an evidence record under `indicator:`.
Source: practice; assessments give the source of each finding or an appendix of sources.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each finding without source or indicator; a review of last year's plan is its own source."""
    assessment = context.dossier.strategic_assessment
    for finding in assessment.findings if assessment else ():
        is_sourced = is_written(finding, "source") or is_written(finding, "indicator")
        if not is_sourced and finding.kind != "review-of-last-year":
            yield Fault(finding.at("title"), f"the finding {quoted(finding.title)} does not say where it comes from")


CHECK = Check(
    "assessment/finding-without-source",
    Severity.WARNING,
    find,
    fix="add `source:`, or `indicator:` with the evidence record it cites",
)
