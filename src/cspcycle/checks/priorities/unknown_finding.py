"""Evidence that is no finding of the strategic assessment.

Why it matters: the link from finding to priority is what the plan rests on; a link to nothing supports nothing.
Instead: write the id exactly as it stands under `findings:` of the strategic assessment.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.references import defined_in, suggestion, told_once
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each id under `evidence` that no finding has."""
    known = defined_in(context.dossier, "strategic_assessment", "findings")
    if not known.is_complete:
        return
    yield from told_once(
        (
            finding if known else "",
            Fault(
                priority.at("evidence", number),
                f"the priority {quoted(priority.title)} rests on {quoted(finding)}, "
                "which is no finding of the strategic assessment",
                fix=suggestion(finding, known, "findings") if known else "",
            ),
        )
        for priority in context.dossier.priorities
        for number, finding in enumerate(priority.evidence)
        if finding not in known
    )


CHECK = Check(
    "priorities/unknown-finding",
    Severity.ERROR,
    find,
    fix="add the finding to `strategic_assessment:`, or take the id out",
)
