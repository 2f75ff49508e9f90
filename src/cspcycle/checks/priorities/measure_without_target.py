"""A measure that is neither aimed at a target nor only watched.

Why it matters: readers cannot tell whether a figure is good enough, and nobody agreed that it need not be judged.
Instead: write `target:` with its value and period, or `tracker: yes` if it is watched without one.
Source: practice; scorecards that work keep targets apart from trackers.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each measure with neither `target` nor `tracker`."""
    for priority in context.dossier.priorities:
        for measure in priority.every_measure():
            if not measure.tracker and not is_written(measure, "target"):
                message = f"the measure {quoted(measure.indicator)} has no target and is not said to be only watched"
                yield Fault(measure.at("indicator"), message)


CHECK = Check(
    "priorities/measure-without-target",
    Severity.WARNING,
    find,
    fix="add `target:` with `value:` and `period:`, or `tracker: yes` if it is watched without one",
)
