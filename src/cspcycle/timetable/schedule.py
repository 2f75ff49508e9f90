"""Dates a network of milestones both ways: forward from what is known, backward from what is fixed; then the slack."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.timetable.circles import Wait
from cspcycle.timetable.dates import in_words
from cspcycle.timetable.network import Network
from cspcycle.timetable.placing import Placed, Placer, Way


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of every milestone that could be dated, by its number in the network, and what follows from them."""

    network: Network
    placed: Sequence[Placed | None]
    earliest_on: Sequence[date | None]  # what the things it waits for allow
    tightest: Sequence[Wait | None]  # the wait that allows it last
    latest_on: Sequence[date | None]  # what its target and the things that wait for it allow
    slack: Sequence[int | None]  # in working days
    critical: frozenset[int]
    findings: tuple[Diagnostic, ...]

    def done_on(self, number: int) -> date:
        """When a dated milestone was or will be done, which is what others wait for. Raises: KeyError if undated."""
        return _done_on(self.network, number, self._dated(number))

    def starts_on(self, number: int) -> date:
        """When a dated milestone begins. Raises: KeyError if undated."""
        return self._dated(number).starts_on

    def ready_on(self, wait: Wait, placer: Placer) -> date:
        """The day on which a wait is over. Raises: KeyError if what is waited for is undated."""
        return _reached(wait, self.done_on(wait.earlier), placer)

    def _dated(self, number: int) -> Placed:
        placed = self.placed[number]
        if placed is None:
            raise KeyError(number)
        return placed


def schedule_milestones(network: Network, placer: Placer) -> Schedule:
    """The schedule of a network. Everything that can be dated is dated, whatever is wrong elsewhere."""
    passes = _Passes(network, placer)
    passes.date_everything()
    earliest_on, tightest = passes.earliest()
    latest_on, slack = passes.latest()
    critical = _critical(network, passes.placed, tightest)
    return Schedule(network, passes.placed, earliest_on, tightest, latest_on, slack, critical, tuple(passes.findings))


def _done_on(network: Network, number: int, placed: Placed) -> date:
    return network.milestones[number].actual_on or placed.due_on


def _reached(wait: Wait, done_on: date, placer: Placer) -> date:
    """The day the wait is over; the end of time stands for later, and is found out where it is used."""
    try:
        return wait.lag.after(done_on, placer.working)
    except (OverflowError, ValueError):
        return date.max


def _left_by(wait: Wait, start: date, placer: Placer) -> date:
    try:
        return wait.lag.before(start, placer.working)
    except (OverflowError, ValueError):
        return date.min


class _Passes:
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

    def earliest(self) -> tuple[list[date | None], list[Wait | None]]:
        """What the milestones waited for allow, and which of them allows it last."""
        earliest_on: list[date | None] = [None] * len(self.placed)
        tightest: list[Wait | None] = [None] * len(self.placed)
        for number, placed in enumerate(self.placed):
            if placed is None:
                continue
            bound, wait = self._lower_bound(number)
            tightest[number] = wait
            if placed.way is Way.EARLIEST:
                earliest_on[number] = placed.due_on
            elif bound is not None:
                possible = self._within_years(number, self.placer.earliest, bound)
                earliest_on[number] = possible.due_on if possible else None
        return earliest_on, tightest

    def latest(self) -> tuple[list[date | None], list[int | None]]:
        """What targets and followers allow, and the working days from the planned date to that day."""
        latest_on: list[date | None] = [None] * len(self.placed)
        slack: list[int | None] = [None] * len(self.placed)
        must_start_by: list[date | None] = [None] * len(self.placed)
        for number in reversed(self.network.order):
            placed = self.placed[number]
            if placed is None:
                continue
            bound, _ = self._upper_bound(number, must_start_by)
            if placed.way is Way.GIVEN:
                must_start_by[number] = placed.starts_on
            if bound is None:
                continue
            possible = self._within_years(number, self.placer.latest, bound)
            latest_on[number] = possible.due_on if possible and placed.way is not Way.GIVEN else bound
            slack[number] = self.placer.working.count(placed.due_on, latest_on[number] or bound)
            if placed.way is not Way.GIVEN:
                must_start_by[number] = possible.starts_on if possible else bound
        return latest_on, slack

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

    def _within_years(self, number: int, place: Callable[..., Placed | None], bound: date) -> Placed | None:
        try:
            return place(self.network.milestones[number], bound, None)
        except (OverflowError, ValueError):
            return None

    def _forward(self, number: int) -> Placed | None:
        bound, wait = self._lower_bound(number)
        if bound is None:  # everything it waited for turned out to have no date
            return None
        placed = self.placer.earliest(self.network.milestones[number], bound, wait)
        if placed is None:
            self._no_meeting(number, f"on or after {in_words(bound)}")
        return placed

    def _backward(self, number: int) -> Placed | None:
        bound, wait = self._upper_bound(number, None)
        if bound is None:
            return None
        placed = self.placer.latest(self.network.milestones[number], bound, wait)
        if placed is None:
            self._no_meeting(number, f"on or before {in_words(bound)}")
        return placed

    def _lower_bound(self, number: int) -> tuple[date | None, Wait | None]:
        bound, driver = self.network.milestones[number].not_before, None
        for wait in self.network.waits_of[number]:
            placed = self.placed[wait.earlier]
            if placed is not None:
                ready_on = _reached(wait, _done_on(self.network, wait.earlier, placed), self.placer)
                if bound is None or ready_on > bound:
                    bound, driver = ready_on, wait
        return bound, driver

    def _upper_bound(self, number: int, must_start_by: Sequence[date | None] | None) -> tuple[date | None, Wait | None]:
        """The last day that target and followers allow; by their planned starts, or by the given ones."""
        target = self.network.milestones[number].target
        bound, driver = (target.last_day if target else None), None
        for wait in self.network.waits_for[number]:
            placed = self.placed[wait.later]
            if placed is not None:
                start = placed.starts_on if must_start_by is None else must_start_by[wait.later]
                if start is not None:
                    done_by = _left_by(wait, start, self.placer)
                    if bound is None or done_by < bound:
                        bound, driver = done_by, wait
        return bound, driver

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


def _critical(network: Network, placed: Sequence[Placed | None], tightest: Sequence[Wait | None]) -> frozenset[int]:
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
