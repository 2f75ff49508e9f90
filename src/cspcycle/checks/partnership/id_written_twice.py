"""An id that two things of the same kind share.

Why it matters: whatever names the id means one of the two, and nobody can say which.
Instead: give each its own short name; keep the older one where it is, so that calendars and links stay whole.
Source: practice: papers that use one reference for two things are read in two ways.
"""

from collections.abc import Iterable, Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.model.dossier import Dossier
from cspcycle.model.events import ConsultationExercise, Meeting
from cspcycle.model.partnership import Group
from cspcycle.model.priorities import Action, LinkedPlan, Measure, Objective, Priority, Theme
from cspcycle.model.strategic_assessment import Finding
from cspcycle.model.timetable import Milestone
from cspcycle.source.diagnostic import Location, Severity

_WithId = (
    Group
    | Priority
    | Objective
    | Action
    | Measure
    | Theme
    | LinkedPlan
    | Finding
    | Milestone
    | Meeting
    | ConsultationExercise
)


def find(context: Context) -> Iterator[Fault]:
    """Each later use of an id, with the place of the first."""
    for kind, records in _kinds(context.dossier):
        firsts: dict[str, Location] = {}
        for record in records:
            if record.id is None:
                continue
            at = record.at("id")
            first = firsts.setdefault(record.id, at)
            if first is not at:
                yield Fault(
                    at, f'the {kind} id "{record.id}" is already used in {first.file}, line {first.line}', see=(first,)
                )


def _kinds(dossier: Dossier) -> Iterator[tuple[str, Iterable[_WithId]]]:
    priorities = dossier.priorities
    objectives = [objective for priority in priorities for objective in priority.objectives]
    yield "group", dossier.groups
    yield "priority", priorities
    yield "objective", objectives
    yield "action", dossier.every_action()
    yield "measure", [measure for priority in priorities for measure in priority.every_measure()]
    yield "theme", dossier.cross_cutting_themes
    yield "linked plan", dossier.linked_plans
    yield "finding", dossier.strategic_assessment.findings if dossier.strategic_assessment else ()
    yield "milestone", dossier.timetable.milestones if dossier.timetable else ()
    yield "meeting", dossier.meetings
    yield "consultation", dossier.consultation.exercises if dossier.consultation else ()


CHECK = Check("partnership/id-written-twice", Severity.ERROR, find, fix="give one of the two another id")
