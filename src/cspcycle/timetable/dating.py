"""Dates a network of milestones both ways: forward from what has a date, and backward into what leads to it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.timetable.bounds import lower_bound, upper_bound
from cspcycle.timetable.dates import in_words
from cspcycle.timetable.network import Network
from cspcycle.timetable.placing import Placed, Placer


class Dating:
    """The working state of one scheduling; each milestone is dated once, so the cost grows with the waits."""

    def __init__(self, network: Network, placer: Placer) -> None:
        self.network = network
        self.placer = placer
        self.placed: list[Placed | None] = [None] * len(network.milestones)
        self.without: set[int] = set()  # milestones that cannot be dated, for a reason that has been told
        self.findings: list[Diagnostic] = []
        self._positions = [0] * len(network.milestones)
        for position, number in enumerate(network.order):
            self._positions[number] = position

    def date_everything(self) -> None:
        """Forward from what has a date, backward into what leads to it, and again until nothing more follows."""
        milestones = self.network.milestones
        for number in range(len(milestones)):
            self._try(number, lambda number: self.placer.given(milestones[number]))
        self._tell_followers([n for n in self.network.in_circle if self.placed[n] is None])
        newly = [number for number, placed in enumerate(self.placed) if placed is not None]
        starts = [n for n, m in enumerate(milestones) if m.not_before is not None and self._is_open(n)]
        ends = [n for n, m in enumerate(milestones) if m.target is not None]
        while newly or starts or ends:
            following = self._open_from([*starts, *self._after(newly)], self._after)
            dated = self._date(following, self._forward)
            preceding = self._open_from([*ends, *self._before([*newly, *dated])], self._before)
            newly = self._date(reversed(preceding), self._backward)
            starts, ends = [], []
        undated = [n for n in self.network.order if self._is_open(n)]
        for number in undated:
            if self._is_open(number):
                self._tell_undated(number)

    def _starts_on(self, number: int) -> date | None:
        placed = self.placed[number]
        return placed.starts_on if placed else None

    def _is_open(self, number: int) -> bool:
        return self.placed[number] is None and number not in self.without

    def _after(self, numbers: Iterable[int]) -> list[int]:
        return [wait.later for number in numbers for wait in self.network.waits_for[number]]

    def _before(self, numbers: Iterable[int]) -> list[int]:
        return [wait.earlier for number in numbers for wait in self.network.waits_of[number]]

    def _open_from(self, seeds: Iterable[int], neighbours: Callable[[Iterable[int]], list[int]]) -> list[int]:
        """Everything undated that can be reached from the seeds, in an order that respects the waits."""
        reached: set[int] = set()
        to_visit = list(seeds)
        while to_visit:
            number = to_visit.pop()
            if number not in reached and self._is_open(number):
                reached.add(number)
                to_visit += neighbours([number])
        return sorted(reached, key=self._positions.__getitem__)

    def _date(self, numbers: Iterable[int], place: Callable[[int], Placed | None]) -> list[int]:
        dated = []
        for number in numbers:
            if self._is_open(number):
                self._try(number, place)
                if self.placed[number] is not None:
                    dated.append(number)
        return dated

    def _try(self, number: int, place: Callable[[int], Placed | None]) -> None:
        try:
            self.placed[number] = place(number)
        except (OverflowError, ValueError):
            milestone = self.network.milestones[number]
            message = f"“{milestone.title}” falls outside the years 1 to 9999"
            fix = "check its date, its lead times and its window"
            self._give_up(number, Diagnostic(milestone.at, "timetable/out-of-years", message, Severity.ERROR, fix=fix))

    def _forward(self, number: int) -> Placed | None:
        bound, wait = lower_bound(number, self.network, self.placed, self.placer)
        if bound is None:  # everything it waited for turned out to have no date
            return None
        placed = self.placer.earliest(self.network.milestones[number], bound, wait)
        if placed is None:
            self._no_meeting(number, f"on or after {in_words(bound)}")
        return placed

    def _backward(self, number: int) -> Placed | None:
        bound, wait = upper_bound(number, self.network, self._starts_on, self.placer)
        if bound is None:
            return None
        placed = self.placer.latest(self.network.milestones[number], bound, wait)
        if placed is None:
            self._no_meeting(number, f"on or before {in_words(bound)}")
        return placed

    def _no_meeting(self, number: int, when: str) -> None:
        milestone = self.network.milestones[number]
        body = milestone.meeting_of
        meetings = self.placer.meetings.of(body)
        name = f"“{meetings[0].body.title}”" if meetings else f"“{body}”"
        reach = f"its last known one is {in_words(meetings[-1].on)}" if meetings else "none of its meetings is known"
        self._give_up(
            number,
            Diagnostic(
                milestone.at,
                "timetable/no-meeting",
                f"“{milestone.title}” is for a meeting of {name} {when}, and there is none: {reach}",
                Severity.ERROR,
                fix="add the date of that meeting, or a rule that reaches it",
            ),
        )

    def _give_up(self, number: int, finding: Diagnostic) -> None:
        self.findings.append(finding)
        self._tell_followers([number])

    def _tell_followers(self, numbers: Sequence[int]) -> None:
        """Without a date for something, nothing that waits for it can be promised one."""
        self.without.update(numbers)
        to_visit = list(numbers)
        while to_visit:
            for wait in self.network.waits_for[to_visit.pop()]:
                if self._is_open(wait.later) and self._has_no_date_of_its_own(wait.later):
                    self.without.add(wait.later)
                    to_visit.append(wait.later)
                    later, earlier = self.network.milestones[wait.later], self.network.milestones[wait.earlier]
                    self.findings.append(
                        Diagnostic(
                            later.at,
                            "timetable/waits-for-undated",
                            f"“{later.title}” has no date because it waits for “{earlier.title}”, which has none",
                            Severity.WARNING,
                            fix=f"settle the date of “{earlier.title}” first",
                            see=(earlier.at,),
                        )
                    )

    def _has_no_date_of_its_own(self, number: int) -> bool:
        milestone = self.network.milestones[number]
        return milestone.on is None and milestone.starts_on is None

    def _tell_undated(self, number: int) -> None:
        milestone = self.network.milestones[number]
        message = f"“{milestone.title}” has no date and hangs on nothing that has one"
        fix = "give it `on`, or say what it comes after or before, or which meeting it goes to"
        self._give_up(number, Diagnostic(milestone.at, "timetable/no-date", message, Severity.ERROR, fix=fix))
