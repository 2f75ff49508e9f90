"""A measure that does not say where it starts.

Why it matters: a target or a change cannot be judged without the figure it is counted from.
Instead: write `baseline:` with its value and period, or `missing_because:` under it while there is no figure.
Source: practice; scorecards that work give baseline, period and definition for each measure.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.model.priorities import Measure
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each measure, other than one that is only watched, without a baseline or the reason why not."""
    for priority in context.dossier.priorities:
        for measure in priority.every_measure():
            if not measure.tracker and not _has_baseline(measure):
                place = measure.at("indicator") if measure.baseline is None else measure.baseline.at()
                yield Fault(place, f"the measure {quoted(measure.indicator)} has no baseline")


def _has_baseline(measure: Measure) -> bool:
    if measure.baseline is None:
        return is_written(measure, "baseline")
    return any(is_written(measure.baseline, name) for name in ("value", "missing_because"))


CHECK = Check(
    "priorities/measure-without-baseline",
    Severity.WARNING,
    find,
    fix="add `baseline:` with `value:` and `period:`, or with `missing_because:`",
)
