"""The order of things that wait for each other, and the circles that have none; without recursion, for long chains."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.lags import Lag


class Wait(NamedTuple):
    """`later` begins no earlier than `lag` after `earlier` is done; the numbers count the milestones of a network."""

    earlier: int
    later: int
    lag: Lag
    at: Location


def around(size: int, waits: Iterable[Wait]) -> tuple[list[list[Wait]], list[list[Wait]]]:
    """For each number, the waits in which it is the later one, and those in which it is the earlier one."""
    waits_of: list[list[Wait]] = [[] for _ in range(size)]
    waits_for: list[list[Wait]] = [[] for _ in range(size)]
    for wait in waits:
        waits_of[wait.later].append(wait)
        waits_for[wait.earlier].append(wait)
    return waits_of, waits_for


def in_order(waits_of: Sequence[Sequence[Wait]], waits_for: Sequence[Sequence[Wait]]) -> list[int]:
    """The numbers, each after all it waits for; those in a circle, or behind one, are left out."""
    missing = [len(waits) for waits in waits_of]
    ready = deque(number for number, count in enumerate(missing) if count == 0)
    order = []
    while ready:
        number = ready.popleft()
        order.append(number)
        for wait in waits_for[number]:
            missing[wait.later] -= 1
            if missing[wait.later] == 0:
                ready.append(wait.later)
    return order


def find_circles(size: int, waits: Sequence[Wait]) -> list[list[int]]:
    """The groups of numbers that all wait for each other (Kosaraju's two walks)."""
    waits_of, waits_for = around(size, waits)
    order = in_order(waits_of, waits_for)
    if len(order) == size:
        return []
    left = set(range(size)).difference(order)
    groups: list[list[int]] = []
    placed: set[int] = set()
    for root in reversed(_finished(left, waits_for)):
        group, to_visit = [], [root]
        while to_visit:
            number = to_visit.pop()
            if number not in placed:
                placed.add(number)
                group.append(number)
                to_visit += [wait.earlier for wait in waits_of[number] if wait.earlier in left]
        if len(group) > 1 or any(wait.earlier == number for number in group for wait in waits_of[number]):
            groups.append(sorted(group))
    return groups


def circle_through(members: Sequence[int], waits: Iterable[Wait]) -> list[Wait]:
    """One circle among the members of a group, each wait behind the one it waits for."""
    inside = set(members)
    first_wait: dict[int, Wait] = {}
    for wait in waits:
        if wait.earlier in inside and wait.later in inside:
            first_wait.setdefault(wait.later, wait)
    walk: list[Wait] = []
    positions: dict[int, int] = {}
    number = members[0]
    while number not in positions:
        positions[number] = len(walk)
        walk.append(first_wait[number])
        number = first_wait[number].earlier
    return walk[positions[number] :]


def _finished(left: set[int], waits_for: Sequence[Sequence[Wait]]) -> list[int]:
    """The numbers in the order in which a depth-first walk along the waits leaves them."""
    finished: list[int] = []
    seen: set[int] = set()
    for root in sorted(left):
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(waits_for[root]))]
        while stack:
            number, following = stack[-1]
            later = next((w.later for w in following if w.later in left and w.later not in seen), None)
            if later is None:
                finished.append(number)
                stack.pop()
            else:
                seen.add(later)
                stack.append((later, iter(waits_for[later])))
    return finished
