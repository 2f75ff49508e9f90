"""A plan whose last day is before its first.

Why it matters: nothing can be said of the plan's year, its revision or its age.
Instead: write the first day under `starts_on:` and the last under `ends_on:`.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault if the plan ends before it starts."""
    plan = context.dossier.partnership_plan
    if plan is None or plan.starts_on is None or plan.ends_on is None:
        return
    if plan.ends_on < plan.starts_on:
        yield Fault(
            plan.at("ends_on"),
            f"the plan ends on {day_in_words(plan.ends_on)}, before it starts on {day_in_words(plan.starts_on)}",
            see=(plan.at("starts_on"),),
        )


CHECK = Check("plan/ends-before-it-starts", Severity.ERROR, find, fix="correct `starts_on:` or `ends_on:`")
