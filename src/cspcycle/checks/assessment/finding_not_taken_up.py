"""A finding that no priority takes up, without a reason.

Why it matters: what was found and left is what a scrutiny committee and residents ask about first.
Instead: cite it under a priority's `evidence:`, or say under `not_taken_up_because:` where it is met instead.
Source: practice; assessments that show their choice say what was chosen, what was not, and why.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import MOST_TO_COMPARE, defined_in
from cspcycle.checks.unread import unread_in
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.model.priorities import Priority
from cspcycle.source.diagnostic import Severity
from cspcycle.source.near import nearest

_NOT_FOR_PRIORITIES = {"reason", "review-of-last-year"}  # they explain, and ask for nothing by themselves


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding, once priorities cite findings at all; until then the priorities are at fault.

    A finding that a misspelt id was meant for is cited. Where nobody can tell which an id was meant for, a priority
    cannot be read or rests on nothing yet, that is the mistake, and this finding may be what it lacks.
    """
    dossier = context.dossier
    assessment = dossier.strategic_assessment
    cited = {finding for priority in dossier.priorities for finding in priority.evidence}
    if assessment is None or not cited or unread_in(dossier, "priorities") or any(map(_waits, dossier.priorities)):
        return
    known = defined_in(dossier, "strategic_assessment", "findings")
    unknown = sorted(cited.difference(known))
    if len(known) > MOST_TO_COMPARE or len(unknown) > MOST_TO_COMPARE:
        return
    meant = [nearest(finding, known) for finding in unknown]
    if None in meant:
        return
    cited.update(filter(None, meant))
    for finding in assessment.findings:
        if finding.id in cited or finding.kind in _NOT_FOR_PRIORITIES or is_written(finding, "not_taken_up_because"):
            continue
        yield Fault(finding.at("title"), f"no priority takes up the finding {quoted(finding.title)}")


def _waits(priority: Priority) -> bool:
    return not is_written(priority, "evidence") and not is_written(priority, "no_evidence_because")


CHECK = Check(
    "assessment/finding-not-taken-up",
    Severity.WARNING,
    find,
    fix="cite it under a priority's `evidence:`, or add `not_taken_up_because:`",
)
