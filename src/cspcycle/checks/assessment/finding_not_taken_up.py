"""A finding that no priority takes up, without a reason.

Why it matters: what was found and left is what a scrutiny committee and residents ask about first.
Instead: cite it under a priority's `evidence:`, or say under `not_taken_up_because:` where it is met instead.
Source: practice; assessments that show their choice say what was chosen, what was not, and why.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity

_NOT_FOR_PRIORITIES = {"reason", "review-of-last-year"}  # they explain, and ask for nothing by themselves


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding, once priorities cite findings at all; until then the priorities are at fault."""
    assessment = context.dossier.strategic_assessment
    cited = {finding for priority in context.dossier.priorities for finding in priority.evidence}
    if assessment is None or not cited:
        return
    for finding in assessment.findings:
        if (
            finding.id not in cited
            and finding.kind not in _NOT_FOR_PRIORITIES
            and not is_written(finding, "not_taken_up_because")
        ):
            yield Fault(finding.at("title"), f"no priority takes up the finding {quoted(finding.title)}")


CHECK = Check(
    "assessment/finding-not-taken-up",
    Severity.WARNING,
    find,
    fix="cite it under a priority's `evidence:`, or add `not_taken_up_because:`",
)
