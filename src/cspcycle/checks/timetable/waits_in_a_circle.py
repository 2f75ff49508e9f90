"""Milestones that wait for each other in a circle.

Why it matters: none of them can ever come first, so none of them gets a date.
Instead: take out the `after:` or `before:` that closes the circle.
Source: statements that cannot all be true.
"""

from collections.abc import Iterator, Sequence

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import place_of_link
from cspcycle.checks.words import quoted
from cspcycle.model.timetable import Milestone
from cspcycle.source.diagnostic import Severity
from cspcycle.timetable.circles import Wait, circle_through, find_circles
from cspcycle.timetable.lags import NO_LAG

_MOST_TO_NAME = 8


def find(context: Context) -> Iterator[Fault]:
    """A fault for each group of milestones in which all wait for each other, with one circle in it."""
    timetable = context.dossier.timetable
    milestones = timetable.milestones if timetable else ()
    waits = _waits(milestones)
    for members in find_circles(len(milestones), waits):
        circle = circle_through(members, waits)
        titles = [quoted(milestones[wait.later].task) for wait in circle]
        if len(circle) == 1:
            message = f"{titles[0]} waits for itself"
        else:
            titles.append(titles[0])
            if len(titles) > _MOST_TO_NAME:
                titles[4:-3] = ["…"]
            message = f"{titles[0]} waits for {', which waits for '.join(titles[1:])}"
        yield Fault(circle[0].at, message, see=tuple(wait.at for wait in circle[1:_MOST_TO_NAME]))


def _waits(milestones: Sequence[Milestone]) -> list[Wait]:
    numbers = {milestone.id: number for number, milestone in enumerate(milestones)}
    waits = []
    for number, milestone in enumerate(milestones):
        earlier = [(numbers[other], number, "after", other) for other in milestone.after if other in numbers]
        later = [(number, numbers[other], "before", other) for other in milestone.before if other in numbers]
        waits += [Wait(a, b, NO_LAG, place_of_link(milestone, name, other)) for a, b, name, other in earlier + later]
    return waits


CHECK = Check(
    "timetable/waits-in-a-circle",
    Severity.ERROR,
    find,
    fix="take out the `after:` or `before:` that closes the circle",
)
