"""A measure that does not say where its figures come from.

Why it matters: figures that nobody can find again cannot be updated, checked or compared.
Instead: name the source under `source:`, as it would stand under a table.
Source: practice; scorecards that work name the source of each measure.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each measure without a source."""
    for priority in context.dossier.priorities:
        for measure in priority.every_measure():
            if not is_written(measure, "source"):
                message = f"the measure {quoted(measure.indicator)} does not say where its figures come from"
                yield Fault(measure.at("indicator"), message)


CHECK = Check("priorities/measure-without-source", Severity.WARNING, find, fix="add `source:`")
