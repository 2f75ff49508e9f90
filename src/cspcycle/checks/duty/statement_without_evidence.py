"""A duty that the partnership says is met, without saying what shows it.

Why it matters: the checklist prints the partnership's word; without a minute or a document a scrutiny committee cannot
follow it, and next year nobody remembers.
Instead: name what shows it, such as a minute with its day.
Source: practice: assurance papers cite the minute or the document.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.written import is_written
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each statement of a duty met that has no evidence."""
    for duty_id, statement in context.dossier.duties.items():
        if statement.met and not is_written(statement, "evidence") and statement.does_not_apply is None:
            yield Fault(statement.at("met"), f"`{duty_id}` is said to be met, but nothing is named that shows it")


CHECK = Check(
    "duty/statement-without-evidence", Severity.WARNING, find, fix="add `evidence:`, such as a minute with its day"
)
