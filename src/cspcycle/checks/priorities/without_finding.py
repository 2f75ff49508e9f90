"""A priority that rests on no finding of the strategic assessment.

Why it matters: the plan is to follow from the assessment; councillors and residents ask what a priority rests on.
Instead: name the findings under `evidence:`, or say under `no_evidence_because:` where the priority comes from.
Source: SI 2007/1830 reg. 10 and SI 2007/3076 reg. 8 (the plan considers the assessment); practice for each priority.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each priority without evidence or a reason, where the assessment has findings to offer."""
    assessment = context.dossier.strategic_assessment
    if assessment is None or not assessment.findings:
        return
    for priority in context.dossier.priorities:
        if not is_written(priority, "evidence") and not is_written(priority, "no_evidence_because"):
            yield Fault(
                priority.at("title"),
                f"the priority {quoted(priority.title)} rests on none of the strategic assessment's findings",
                see=(assessment.at("findings"),),
            )


CHECK = Check(
    "priorities/without-finding",
    Severity.WARNING,
    find,
    fix="add `evidence:` with the ids of the findings, or `no_evidence_because:` with the reason",
)
