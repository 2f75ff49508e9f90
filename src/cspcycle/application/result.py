"""What a run of `validate` found, as plain values that can be printed, stored and compared."""

from typing import NamedTuple

from cspcycle.source.diagnostic import Diagnostic, Location


class DutyLine(NamedTuple):
    """One line of the checklist."""

    id: str
    title: str
    citation: str  # "SI 2007/1830 reg. 5"
    source: str  # the provision's address as it stood on the day
    on_whom: str  # "the strategy group"
    carried_by: str  # "partnership", or "member" for one body's own duty
    force: str
    outcome: str
    because: str
    settle: tuple[str, ...]  # the keys that would settle an unknown
    due_on: str | None
    at: Location | None


class Checked(NamedTuple):
    """One partnership after the checks: what its files say of each duty, and what is wrong in them."""

    folder: str
    name: str
    nation: str
    duties: tuple[DutyLine, ...]
    findings: tuple[Diagnostic, ...]
