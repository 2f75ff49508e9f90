"""How much room the dates leave: the earliest and latest possible, the slack between, and the chain without room."""

from collections.abc import Callable, Sequence
from datetime import date

from cspcycle.timetable.bounds import lower_bound, upper_bound
from cspcycle.timetable.circles import Wait
from cspcycle.timetable.network import Network
from cspcycle.timetable.placing import Placed, Placer, Way
from cspcycle.timetable.plan import Milestone


def earliest_days(
    network: Network, placed: Sequence[Placed | None], placer: Placer
) -> tuple[list[date | None], list[Wait | None]]:
    """What the milestones waited for allow, and which of them allows it last."""
    earliest_on: list[date | None] = [None] * len(placed)
    tightest: list[Wait | None] = [None] * len(placed)
    for number, each in enumerate(placed):
        if each is None:
            continue
        bound, tightest[number] = lower_bound(number, network, placed, placer)
        if each.way is Way.EARLIEST:
            earliest_on[number] = each.due_on
        elif bound is not None:
            possible = _within_years(placer.earliest, network.milestones[number], bound)
            earliest_on[number] = possible.due_on if possible else None
    return earliest_on, tightest


def latest_days(
    network: Network, placed: Sequence[Placed | None], placer: Placer
) -> tuple[list[date | None], list[int | None]]:
    """What targets and followers allow, and the working days from the planned date to that day."""
    latest_on: list[date | None] = [None] * len(placed)
    slack: list[int | None] = [None] * len(placed)
    must_start_by: list[date | None] = [None] * len(placed)
    for number in reversed(network.order):
        each = placed[number]
        if each is None:
            continue
        bound, _ = upper_bound(number, network, must_start_by.__getitem__, placer)
        if each.way is Way.GIVEN:
            must_start_by[number] = each.starts_on
            latest_on[number] = bound
        elif bound is not None:
            possible = _within_years(placer.latest, network.milestones[number], bound)
            latest_on[number] = possible.due_on if possible else bound
            must_start_by[number] = possible.starts_on if possible else bound
        latest = latest_on[number]
        slack[number] = placer.working.count(each.due_on, latest) if latest is not None else None
    return latest_on, slack


def critical_chain(
    network: Network, placed: Sequence[Placed | None], tightest: Sequence[Wait | None]
) -> frozenset[int]:
    """The chains that set the targets; without targets, the chain that sets the last day."""
    ends = [n for n, milestone in enumerate(network.milestones) if milestone.target and placed[n]]
    if not ends:
        dated = [(each.due_on, number) for number, each in enumerate(placed) if each]
        ends = [max(dated)[1]] if dated else []
    chain: set[int] = set()
    for end in ends:
        number: int | None = end
        while number is not None and number not in chain:
            chain.add(number)
            wait = tightest[number]
            number = wait.earlier if wait else None
    return frozenset(chain)


def _within_years(
    place: Callable[[Milestone, date, Wait | None], Placed | None], milestone: Milestone, bound: date
) -> Placed | None:
    try:
        return place(milestone, bound, None)
    except (OverflowError, ValueError):
        return None
