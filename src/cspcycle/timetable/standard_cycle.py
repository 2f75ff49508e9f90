"""The usual cycle as milestones that a partnership may adopt and override line by line: practice, and not law."""

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from cspcycle.source.diagnostic import Location
from cspcycle.timetable.dates import FinancialYear
from cspcycle.timetable.lags import NO_LAG, read_lag
from cspcycle.timetable.plan import Link, Milestone

PRACTICE = "usual practice, not law"


def standard_milestones(
    plan_year: FinancialYear, at: Location, *, instead: Iterable[Milestone] = (), without: Collection[str] = ()
) -> tuple[Milestone, ...]:
    """The usual milestones that lead to the plan of a year, with a partnership's own in place of those it overrides.

    A milestone with an id of the standard cycle takes that line's place; the others follow. A line that is left out
    takes the links to it along. All standard lines are placed `at` where the partnership adopted the cycle.
    """
    own = {milestone.id: milestone for milestone in instead}
    standard = [
        own.pop(line["id"]) if line["id"] in own else _milestone(line, plan_year, at, without)
        for line in _lines()
        if line["id"] not in without
    ]
    return (*standard, *own.values())


@lru_cache(maxsize=1)
def _lines() -> tuple[Mapping[str, Any], ...]:
    text = Path(__file__).with_name("standard_cycle.json").read_text(encoding="utf-8")
    return tuple(json.loads(text)["milestones"])


def _milestone(line: Mapping[str, Any], plan_year: FinancialYear, at: Location, without: Collection[str]) -> Milestone:
    year = plan_year if line.get("of_plan_year") else FinancialYear(plan_year.starts_in - 1)
    month = next((month for month in year.months if month.month == line.get("month")), None)
    return Milestone(
        id=line["id"],
        title=line["title"],
        at=at,
        who=line["who"],
        kind=line.get("kind", ""),
        because=f"{PRACTICE}: {line['says']}",
        on=month,
        window=read_lag(line.get("window", "")),
        after=_links(line.get("after", ()), at, without),
        before=_links(line.get("before", ()), at, without),
    )


def _links(links: Iterable[Mapping[str, str]], at: Location, without: Collection[str]) -> tuple[Link, ...]:
    return tuple(
        Link(link["id"], at, read_lag(link.get("lag", "")) or NO_LAG) for link in links if link["id"] not in without
    )
