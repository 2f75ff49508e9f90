"""A duty that is said both to be met and not to apply.

Why it matters: the two cannot both be true, and the checklist can print only one.
Instead: keep `met:` with its evidence, or `does_not_apply:` with its reason.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each statement that says both."""
    for duty_id, statement in context.dossier.duties.items():
        if statement.met and statement.does_not_apply is not None:
            yield Fault(
                statement.at("does_not_apply"),
                f"`{duty_id}` is said to be met, and also not to apply: {quoted(statement.does_not_apply)}",
                see=(statement.at("met"),),
            )


CHECK = Check("duty/statement-both-ways", Severity.ERROR, find, fix="keep `met:` or `does_not_apply:`")
