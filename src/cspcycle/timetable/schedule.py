"""The schedule of a network: every date, how much room it has, and what could not be dated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cspcycle.source.diagnostic import Diagnostic
from cspcycle.timetable.bounds import done_on, reached
from cspcycle.timetable.circles import Wait
from cspcycle.timetable.dating import Dating
from cspcycle.timetable.network import Network
from cspcycle.timetable.placing import Placed, Placer
from cspcycle.timetable.slack import critical_chain, earliest_days, latest_days


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
        return done_on(self.network, number, self._dated(number))

    def starts_on(self, number: int) -> date:
        """When a dated milestone begins. Raises: KeyError if undated."""
        return self._dated(number).starts_on

    def ready_on(self, wait: Wait, placer: Placer) -> date:
        """The day on which a wait is over. Raises: KeyError if what is waited for is undated."""
        return reached(wait, self.done_on(wait.earlier), placer)

    def _dated(self, number: int) -> Placed:
        placed = self.placed[number]
        if placed is None:
            raise KeyError(number)
        return placed


def schedule_milestones(network: Network, placer: Placer) -> Schedule:
    """The schedule of a network. Everything that can be dated is dated, whatever is wrong elsewhere."""
    dating = Dating(network, placer)
    dating.date_everything()
    placed = dating.placed
    earliest_on, tightest = earliest_days(network, placed, placer)
    latest_on, slack = latest_days(network, placed, placer)
    critical = critical_chain(network, placed, tightest)
    return Schedule(network, placed, earliest_on, tightest, latest_on, slack, critical, tuple(dating.findings))
