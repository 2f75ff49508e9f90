"""How early and how late the milestones around it allow one to be."""

from collections.abc import Callable, Sequence
from datetime import date

from cspcycle.timetable.circles import Wait
from cspcycle.timetable.network import Network
from cspcycle.timetable.placing import Placed, Placer


def done_on(network: Network, number: int, placed: Placed) -> date:
    """When a milestone was done, else when it is due: what others wait for."""
    return network.milestones[number].actual_on or placed.due_on


def reached(wait: Wait, done: date, placer: Placer) -> date:
    """The day a wait is over; the end of time stands for later, and is found out where it is used."""
    try:
        return wait.lag.after(done, placer.working)
    except (OverflowError, ValueError):
        return date.max


def lower_bound(
    number: int, network: Network, placed: Sequence[Placed | None], placer: Placer
) -> tuple[date | None, Wait | None]:
    """The first day that the dated milestones it waits for allow, and the wait that allows it last."""
    bound, driver = network.milestones[number].not_before, None
    for wait in network.waits_of[number]:
        other = placed[wait.earlier]
        if other is not None:
            ready_on = reached(wait, done_on(network, wait.earlier, other), placer)
            if bound is None or ready_on > bound:
                bound, driver = ready_on, wait
    return bound, driver


def upper_bound(
    number: int, network: Network, starts_on: Callable[[int], date | None], placer: Placer
) -> tuple[date | None, Wait | None]:
    """The last day that its target and the starts of what waits for it allow, and the wait that sets it."""
    target = network.milestones[number].target
    bound, driver = (target.last_day if target else None), None
    for wait in network.waits_for[number]:
        start = starts_on(wait.later)
        if start is not None:
            done_by = _left_by(wait, start, placer)
            if bound is None or done_by < bound:
                bound, driver = done_by, wait
    return bound, driver


def _left_by(wait: Wait, start: date, placer: Placer) -> date:
    try:
        return wait.lag.before(start, placer.working)
    except (OverflowError, ValueError):
        return date.min
