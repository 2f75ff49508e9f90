"""Measures that cite an indicator, with the latest and previous figures that the evidence holds for them."""

from dataclasses import replace
from typing import TypeVar

from cspcycle.application.evidence_read import partnership_of
from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Partnership, Record
from cspcycle.model.dossier import Dossier
from cspcycle.model.priorities import Figure, Measure, Objective, Priority
from cspcycle.model.record import Record as Written

W = TypeVar("W", bound=Written)


def with_figures(dossier: Dossier, held: Held) -> Dossier:
    """The dossier in which a measure that cites an indicator has its figures, where none were written."""
    partnership = partnership_of(dossier)
    return replace(dossier, priorities=tuple(_priority(each, held, partnership) for each in dossier.priorities))


def _priority(priority: Priority, held: Held, partnership: Partnership) -> Priority:
    measures = tuple(_measure(each, held, partnership) for each in priority.measures)
    objectives = tuple(_objective(each, held, partnership) for each in priority.objectives)
    return _copied(priority, measures=measures, objectives=objectives)


def _objective(objective: Objective, held: Held, partnership: Partnership) -> Objective:
    return _copied(objective, measures=tuple(_measure(each, held, partnership) for each in objective.measures))


def _measure(measure: Measure, held: Held, partnership: Partnership) -> Measure:
    series = held.series(measure.cites, partnership) if measure.cites else []
    if not series or measure.latest is not None:
        return measure
    last = series[-1]
    before = [one for one in series if one.period.months == last.period.months and one.period != last.period]
    previous = _figure(before[-1]) if before and measure.previous is None else measure.previous
    return _copied(measure, latest=_figure(last), previous=previous)


def _figure(record: Record) -> Figure:
    reason = None if record.number is not None else getattr(record.value, "reason", None)
    return Figure.model_construct(value=record.number, period=record.period.label, missing_because=reason)


def _copied(record: W, **changes: object) -> W:
    """The record with other values, still knowing where it was written."""
    copy = record.model_copy(update=changes)
    object.__setattr__(copy, "raw", record.raw)
    return copy
