"""A consultation still open when the decision it informs is taken.

Why it matters: views that arrive after the decision cannot have been considered.
Instead: let the consultation close before the assessment is completed or the plan is agreed, or move the decision.
Source: practice; seen in a plan put for approval three weeks before its consultation closed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Location, Severity

_USUAL_WINDOW = timedelta(weeks=6)  # for an exercise that does not say when it opened


class _Decision(NamedTuple):
    on: date
    words: str
    at: Location


def find(context: Context) -> Iterator[Fault]:
    """A fault for each exercise during which a decision that it informs falls.

    A decision on the opening day is the one to consult; one taken earlier is on something else.
    """
    consultation = context.dossier.consultation
    decisions = {
        "strategic-assessment": sorted(_on_assessment(context.dossier)),
        "partnership-plan": sorted(_on_plan(context.dossier)),
    }
    for exercise in consultation.exercises if consultation else ():
        if exercise.closed_on is None or exercise.informs is None:
            continue
        opened_on = exercise.opened_on or _usual_opening(exercise.closed_on)
        candidates = decisions[exercise.informs]
        number = bisect_right(candidates, opened_on, key=lambda decision: decision.on)
        if number < len(candidates) and candidates[number].on < exercise.closed_on:
            decision = candidates[number]
            yield Fault(
                exercise.at("closed_on"),
                f"{quoted(exercise.title)} closes on {day_in_words(exercise.closed_on)}, after {decision.words} on "
                f"{day_in_words(decision.on)}",
                see=(decision.at,),
            )


def _usual_opening(closed_on: date) -> date:
    return closed_on - min(_USUAL_WINDOW, closed_on - date.min)


def _on_assessment(dossier: Dossier) -> Iterator[_Decision]:
    assessment = dossier.strategic_assessment
    if assessment is not None and assessment.completed_on is not None:
        at = assessment.at("completed_on")
        yield _Decision(assessment.completed_on, "the strategic assessment it informs was completed", at)


def _on_plan(dossier: Dossier) -> Iterator[_Decision]:
    plan = dossier.partnership_plan
    if plan is None:
        return
    for approval in plan.approvals:
        if day := approval.on or approval.planned_on:
            group = dossier.group_ids.get(approval.by)
            verb = "approved" if approval.on else "is to approve"
            words = f"{quoted(group.name if group else approval.by)} {verb} the plan it informs"
            yield _Decision(day, words, approval.at("on" if approval.on else "planned_on"))
    for revision in plan.revisions:
        if revision.revised_on is not None:
            yield _Decision(revision.revised_on, "the plan it informs was revised", revision.at("revised_on"))


CHECK = Check(
    "consultation/closes-after-decision",
    Severity.WARNING,
    find,
    fix="close the consultation before the decision, or take the decision after it",
)
