"""A measure with a target that does not say which direction is good.

Why it matters: a rise in reports of domestic abuse or hate crime may be wanted; a scorecard must not colour it red.
Instead: write `better: lower`, `better: higher` or `better: neither`.
Source: practice; scorecards that work speak of better and worse, not of up and down.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A note for each measure with a target and no `better`; one that is only watched may have no good direction."""
    for priority in context.dossier.priorities:
        for measure in priority.every_measure():
            if measure.target is not None and not measure.tracker and not is_written(measure, "better"):
                message = f"the measure {quoted(measure.indicator)} does not say which direction is good"
                yield Fault(measure.at("indicator"), message)


CHECK = Check(
    "priorities/measure-without-direction", Severity.NOTE, find, fix="add `better:` with `lower`, `higher` or `neither`"
)
