"""What cannot be kept as it stands: targets that are missed, and given dates that come before what they wait for."""

from dataclasses import dataclass
from datetime import date

from cspcycle.timetable.circles import Wait
from cspcycle.timetable.placing import Placer, Way
from cspcycle.timetable.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Clash:
    """A milestone, the day it comes out at, the last day that would do, and the working days between."""

    number: int
    wait: Wait | None  # the wait that a given date does not respect; None for a missed target
    comes_on: date
    last_day: date
    working_days: int

    @property
    def key(self) -> tuple[int, int]:
        """What tells this clash from others of the same network, whatever its dates."""
        return self.number, -1 if self.wait is None else self.wait.earlier


def find_clashes(schedule: Schedule, placer: Placer) -> list[Clash]:
    """Every clash of a schedule, in the order of the milestones; what is done is done and clashes no more."""
    clashes = []
    for number, placed in enumerate(schedule.placed):
        milestone = schedule.network.milestones[number]
        if placed is None or milestone.actual_on is not None:
            continue
        if milestone.target is not None and placed.due_on > milestone.target.last_day:
            clashes.append(_clash(number, None, placed.due_on, milestone.target.last_day, placer))
        if placed.way is not Way.GIVEN:
            continue
        for wait in schedule.network.waits_of[number]:
            if schedule.placed[wait.earlier] is not None:
                ready_on = schedule.ready_on(wait, placer)
                if ready_on > placed.starts_on:
                    clashes.append(_clash(number, wait, ready_on, placed.starts_on, placer))
    return clashes


def chain_to(number: int, schedule: Schedule) -> list[int]:
    """The milestone and, one behind the other, the milestones that hold it up most."""
    chain = [number]
    while (wait := schedule.tightest[chain[-1]]) is not None:
        chain.append(wait.earlier)
    return chain


def _clash(number: int, wait: Wait | None, comes_on: date, last_day: date, placer: Placer) -> Clash:
    return Clash(number, wait, comes_on, last_day, max(placer.working.count(last_day, comes_on), 0))
