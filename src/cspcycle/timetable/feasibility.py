"""When a timetable cannot work: the least changes that would mend it, each tried out before it is offered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cspcycle.timetable.clashes import Clash, chain_to, find_clashes
from cspcycle.timetable.dates import in_words, without_weekday
from cspcycle.timetable.lags import Lag
from cspcycle.timetable.meetings import Meeting, Meetings
from cspcycle.timetable.network import Network
from cspcycle.timetable.papers import papers_due
from cspcycle.timetable.placing import Placed, Placer, Way
from cspcycle.timetable.plan import Milestone
from cspcycle.timetable.schedule import Schedule, schedule_milestones

_MOST_WORK = 300_000  # milestones dated over all trials; a partnership's year never comes near it
_LONGEST_MOVE = 260  # working days: more than a year earlier is no mend


@dataclass(frozen=True, slots=True)
class Mend:
    """One change to one thing that makes the clash go away and makes no other: `text` says it as a request."""

    text: str
    working_days: int  # how much is given up: the measure of a least change
    id: str  # the milestone to change


class Mending:
    """Tries changes on a schedule; the work is bounded over all the clashes of a timetable."""

    def __init__(self, schedule: Schedule, placer: Placer, *, on: date) -> None:
        self._schedule = schedule
        self._placer = placer
        self._on = on  # nothing is mended by a change to days that are gone
        self._clashes = {clash.key for clash in find_clashes(schedule, placer)}
        self._work_left = _MOST_WORK

    def mends(self, clash: Clash) -> list[Mend]:
        """The changes that mend a clash, least first; none when nothing small enough was found."""
        start = clash.number if clash.wait is None else clash.wait.earlier
        chain = chain_to(start, self._schedule)
        mends = _possible(self._moved_end(clash))
        for number in chain:
            placed = self._schedule.placed[number]
            if placed is None or self._milestone(number).actual_on is not None or self._work_left <= 0:
                break
            mends += _possible(self._other_meeting(clash, number, placed))
            mends += _possible(self._shorter_window(clash, number))
            mends += _possible(self._earlier_start(clash, number, placed))
        return sorted(mends, key=lambda mend: mend.working_days)

    def _milestone(self, number: int) -> Milestone:
        return self._schedule.network.milestones[number]

    def _works(self, clash: Clash, number: int, changed: Milestone, placer: Placer | None = None) -> bool:
        """Whether the clash is gone, and nothing new has come, once a milestone is changed."""
        network = self._schedule.network
        self._work_left -= len(network.milestones)
        if self._work_left < 0:
            return False
        milestones = list(network.milestones)
        milestones[number] = changed
        trial_network = Network(milestones, network.waits_of, network.waits_for, network.order, network.in_circle)
        trial = schedule_milestones(trial_network, placer or self._placer)
        after = {each.key for each in find_clashes(trial, placer or self._placer)}
        undated = sum(placed is None for placed in trial.placed)
        return (
            clash.key not in after
            and after <= self._clashes
            and undated <= sum(placed is None for placed in self._schedule.placed)
        )

    def _moved_end(self, clash: Clash) -> Iterator[Mend]:
        """A given date is moved: the milestone that clashes is the one that was pinned."""
        milestone, placed = self._milestone(clash.number), self._schedule.placed[clash.number]
        if placed is None or placed.way is not Way.GIVEN or milestone.on is None or milestone.meeting_of:
            return
        if clash.wait is None:
            day, verb = self._placer.working.previous(clash.last_day), "bring “{}” forward to {}"
        else:
            day, verb = self._schedule.earliest_on[clash.number] or clash.comes_on, "put “{}” back to {}"
        if day >= self._on and self._works(clash, clash.number, replace(milestone, on=day, starts_on=None)):
            change = abs(self._placer.working.count(placed.due_on, day))
            yield Mend(verb.format(milestone.title, in_words(day)), change, milestone.id)

    def _other_meeting(self, clash: Clash, number: int, placed: Placed) -> Iterator[Mend]:
        milestone, working = self._milestone(number), self._placer.working
        if placed.meeting is None:
            return
        title, now = placed.meeting.title, placed.meeting.on
        if placed.way is not Way.GIVEN:  # it already goes to the first meeting it can reach
            yield from self._extra_meeting(clash, number, placed)
            return
        for meeting in reversed([m for m in self._placer.meetings.of(milestone.meeting_of) if self._on <= m.on < now]):
            if self._works(clash, number, replace(milestone, on=meeting.on)):
                text = (
                    f"take “{milestone.title}” to the {without_weekday(meeting.on)} meeting of {title} "
                    f"instead of {without_weekday(now)}"
                )
                yield Mend(text, working.count(meeting.on, now), milestone.id)
                return

    def _extra_meeting(self, clash: Clash, number: int, placed: Placed) -> Iterator[Mend]:
        """The first day on which the body could meet after all, when no meeting it has will do."""
        milestone, meeting, bound = self._milestone(number), placed.meeting, placed.bound
        if meeting is None or bound is None:
            return
        day = self._first_meeting_day(meeting, max(bound, self._on))
        if day >= meeting.on:
            return
        extra = replace(meeting, id=f"{meeting.id}-extra", on=day, ready_by=bound)
        with_extra = Placer(self._placer.working, Meetings([*self._placer.meetings, extra]))
        if self._works(clash, number, milestone, with_extra):
            text = (
                f"ask {meeting.body.title} for an extra meeting for “{milestone.title}”, "
                f"on {in_words(day)} at the earliest"
            )
            yield Mend(text, self._placer.working.count(day, meeting.on), milestone.id)

    def _first_meeting_day(self, meeting: Meeting, ready_on: date) -> date:
        working, rule = self._placer.working, meeting.body.papers
        day = working.next(ready_on)
        while rule is not None and day < meeting.on and papers_due(day, rule, working) < ready_on:
            day = working.next(day + timedelta(days=1))
        return day

    def _shorter_window(self, clash: Clash, number: int) -> Iterator[Mend]:
        milestone, placed = self._milestone(number), self._schedule.placed[number]
        window = milestone.window
        if window is None or placed is None:
            return

        def works(less: int) -> bool:
            return self._works(clash, number, replace(milestone, window=Lag(window.count - less, window.unit)))

        less = _least(works, window.count - 1)
        if less is None:
            return
        shorter, working = Lag(window.count - less, window.unit), self._placer.working
        closes_on = shorter.after(placed.starts_on, working)
        if closes_on >= self._on:
            lost = working.count(closes_on, window.after(placed.starts_on, working))
            yield Mend(f"shorten “{milestone.title}” from {window} to {shorter}", lost, milestone.id)

    def _earlier_start(self, clash: Clash, number: int, placed: Placed) -> Iterator[Mend]:
        """Whatever the chain begins with is begun sooner: a given date, a first window, a "not before"."""
        milestone, working = self._milestone(number), self._placer.working
        begins_the_chain = placed.way is Way.GIVEN or milestone.not_before is not None
        if number == clash.number or milestone.meeting_of or not begins_the_chain:
            return

        def sooner(days: int) -> Milestone:
            if placed.way is not Way.GIVEN:
                not_before = milestone.not_before or placed.starts_on
                return replace(milestone, not_before=working.subtract(not_before, days))
            if milestone.on is None:
                return replace(milestone, starts_on=working.subtract(placed.starts_on, days))
            starts_on = milestone.starts_on and working.subtract(milestone.starts_on, days)
            return replace(milestone, on=working.subtract(placed.due_on, days), starts_on=starts_on)

        days_left = working.count(self._on, placed.due_on if milestone.on else placed.starts_on)
        days = _least(lambda days: self._works(clash, number, sooner(days)), min(days_left, _LONGEST_MOVE))
        if days is not None:
            day = working.subtract(placed.due_on if milestone.on else placed.starts_on, days)
            text = f"do “{milestone.title}” {days} working day{'s' * (days != 1)} earlier, by {in_words(day)}"
            yield Mend(text, days, milestone.id)


def _possible(mends: Iterator[Mend]) -> list[Mend]:
    """The mends; none where looking for them would leave the years 1 to 9999."""
    try:
        return list(mends)
    except (OverflowError, ValueError):
        return []


def _least(works: Callable[[int], bool], most: int) -> int | None:
    """The least number from 1 to `most` that works, where a greater one works whenever a smaller one does."""
    step = 1
    while step < most and not works(step):
        step *= 2
    low, high = step // 2, min(step, most)
    if high < 1 or not works(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if works(middle):
            high = middle
        else:
            low = middle
    return high
