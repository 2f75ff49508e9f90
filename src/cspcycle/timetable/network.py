"""Milestones as a network: who waits for whom, in an order that never has to look back; circles are named and cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.source.near import nearest
from cspcycle.timetable.circles import Wait, around, circle_through, find_circles, in_order
from cspcycle.timetable.plan import Link, Milestone
from cspcycle.timetable.soundness import sound_milestones

_MOST_TO_NAME = 12
_MOST_TO_COMPARE = 300  # near names are a kindness; among thousands they would be a wait


@dataclass(frozen=True, slots=True)
class Network:
    """The milestones, the waits around each, an order in which everything comes after what it waits for."""

    milestones: Sequence[Milestone]
    waits_of: Sequence[Sequence[Wait]]  # by the milestone that waits
    waits_for: Sequence[Sequence[Wait]]  # by the milestone that is waited for
    order: Sequence[int]
    in_circle: frozenset[int]


def build_network(milestones: Iterable[Milestone]) -> tuple[Network, list[Diagnostic]]:
    """The network, and what was wrong with it: second ids, windows, links to nothing, negative lead times, circles."""
    kept, found = sound_milestones(milestones)
    numbers = {milestone.id: number for number, milestone in enumerate(kept)}
    waits: list[Wait] = []
    for number, milestone in enumerate(kept):
        for links, is_after in ((milestone.after, True), (milestone.before, False)):
            for link in links:
                other = numbers.get(link.id)
                if other is None:
                    found.append(_nothing(milestone, link, numbers))
                elif link.lag.count < 0:
                    found.append(_negative(milestone, link))
                elif is_after:
                    waits.append(Wait(other, number, link.lag, link.at))
                else:
                    waits.append(Wait(number, other, link.lag, link.at))
    circles = find_circles(len(kept), waits)
    found += [_circle(kept, circle_through(members, waits)) for members in circles]
    circle_of = {number: index for index, members in enumerate(circles) for number in members}
    waits = [w for w in waits if w.earlier not in circle_of or circle_of[w.earlier] != circle_of.get(w.later)]
    waits_of, waits_for = around(len(kept), waits)
    return Network(kept, waits_of, waits_for, in_order(waits_of, waits_for), frozenset(circle_of)), found


def _circle(milestones: Sequence[Milestone], circle: Sequence[Wait]) -> Diagnostic:
    first = milestones[circle[0].later]
    titles = [f"“{milestones[wait.later].title}”" for wait in circle]
    titles.append(titles[0])
    if len(titles) > _MOST_TO_NAME:
        titles = [*titles[:6], f"{len(titles) - 10} more", *titles[-4:]]
    if len(circle) == 1:
        message = f"“{first.title}” waits for itself"
    else:
        message = f"these milestones wait for each other in a circle: {', which waits for '.join(titles)}"
    return Diagnostic(
        circle[0].at,
        "timetable/waits-in-a-circle",
        message,
        Severity.ERROR,
        fix="take out the `after` or `before` that should not be there",
        see=tuple(wait.at for wait in circle[1:_MOST_TO_NAME]),
    )


def _nothing(milestone: Milestone, link: Link, known: Iterable[str]) -> Diagnostic:
    candidates = list(known)
    near = nearest(link.id, candidates) if len(candidates) <= _MOST_TO_COMPARE else None
    return Diagnostic(
        link.at,
        "timetable/unknown-milestone",
        f"“{milestone.title}” depends on “{link.id}”, which is no milestone here",
        Severity.ERROR,
        fix=f"did you mean `{near}`?" if near else "add that milestone, or take the dependency out",
    )


def _negative(milestone: Milestone, link: Link) -> Diagnostic:
    return Diagnostic(
        link.at,
        "timetable/negative-lag",
        f"“{milestone.title}” is {link.lag} from “{link.id}”; a lead time cannot be negative",
        Severity.ERROR,
        fix="use `before` in place of `after` (or the other way round) with a positive lead time",
    )
