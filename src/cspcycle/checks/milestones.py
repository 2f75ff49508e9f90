"""The milestones of a timetable with the days that are fixed, before anything is worked out."""

from collections.abc import Iterator
from datetime import date, timedelta

from cspcycle.checks.check import Context, Fault
from cspcycle.checks.words import quoted, when_in_words
from cspcycle.model.timetable import Milestone, Timetable
from cspcycle.model.values import DayOrMonth, Month, last_day_of
from cspcycle.source.diagnostic import Location

SAME_CYCLE = timedelta(days=92)  # what comes later than this after the plan belongs to the next plan


def first_day_of(when: DayOrMonth) -> date:
    """The earliest day that a day-or-month can mean."""
    return when.first_day if isinstance(when, Month) else when


def fixed_day(milestone: Milestone) -> DayOrMonth | None:
    """When it was done, or else the day or month it is fixed for."""
    return milestone.done_on or milestone.due


def kept(timetable: Timetable | None) -> tuple[Milestone, ...]:
    """The milestones that are not left out."""
    return tuple(each for each in timetable.milestones if not each.leave_out) if timetable else ()


def _linked_ids(milestone: Milestone) -> set[str]:
    """The milestones it is tied to, either way."""
    return {*milestone.after, *milestone.before}


def place_of_link(milestone: Milestone, name: str, other: str) -> Location:
    """Where the id of another milestone stands under `after` or `before`."""
    links = milestone.raw[name]
    return Location(links.file, *links.places[other][:2])


def find_after_plan(context: Context, serves: str) -> Iterator[Fault]:
    """A fault for each milestone that serves such a purpose and falls after the last one that completes the plan.

    One that is tied to the plan by `after` or `before` is left to the check of those, and one that comes much later
    belongs to the next plan.
    """
    milestones = kept(context.dossier.timetable)
    plans = [(when, each) for each in milestones if each.serves == "partnership-plan" and (when := fixed_day(each))]
    if not plans:
        return
    plan_when, plan = max(plans, key=lambda pair: last_day_of(pair[0]))
    plan_day, plan_links = last_day_of(plan_when), _linked_ids(plan)
    for milestone in milestones:
        when = fixed_day(milestone)
        if milestone.serves != serves or when is None:
            continue
        is_linked = plan.id in _linked_ids(milestone) or milestone.id in plan_links
        if timedelta(0) < first_day_of(when) - plan_day <= SAME_CYCLE and not is_linked:
            yield Fault(
                milestone.at("done_on" if milestone.done_on else "due"),
                f"{quoted(milestone.task)} is in the timetable for {when_in_words(when)}, "
                f"after {quoted(plan.task)} ({when_in_words(plan_when)})",
                see=(plan.at("task"),),
            )
