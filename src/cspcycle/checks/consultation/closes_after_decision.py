"""A consultation still open when the decision it informs is taken.

Why it matters: views that arrive after the decision cannot have been considered, and the decision can be challenged.
Instead: let the consultation close before the assessment is completed or the plan is agreed, or move the decision.
Source: practice and the law on fair consultation; seen in a plan put for approval three weeks before its consultation
closed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.dossier import Dossier
from cspcycle.model.events import ConsultationExercise
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
    for exercise in consultation.exercises if consultation else ():
        if decision := _decision_while_open(exercise, context.dossier):
            yield Fault(
                exercise.at("closed_on"),
                f"{quoted(exercise.title)} closes on {_day(exercise.closed_on)}, after {decision.words} on "
                f"{_day(decision.on)}",
                see=(decision.at,),
            )


def _decision_while_open(exercise: ConsultationExercise, dossier: Dossier) -> _Decision | None:
    if exercise.closed_on is None or exercise.informs is None:
        return None
    opened_on = exercise.opened_on or exercise.closed_on - _USUAL_WINDOW
    decisions = _on_assessment(dossier) if exercise.informs == "strategic-assessment" else _on_plan(dossier)
    return next((decision for decision in decisions if opened_on < decision.on < exercise.closed_on), None)


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


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


CHECK = Check(
    "consultation/closes-after-decision",
    Severity.WARNING,
    find,
    fix="close the consultation before the decision, or take the decision after it",
)
