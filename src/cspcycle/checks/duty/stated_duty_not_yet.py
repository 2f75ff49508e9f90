"""A responsibility on the partnership's page that was not yet law on the day.

Why it matters: a page that runs ahead of the law asks for what nobody owes yet, and may describe what never comes.
Instead: say that it is coming, and from when if the day is known.
Source: the register in docs/law.md, which shows what is enacted without a commencement seen.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.duty.statements import stated
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.law import register
from cspcycle.law.instrument import Duty
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such duty, at the page's words."""
    for statement in stated(context.dossier):
        answer = register.answer(statement.duty_id, context.nation, context.on)
        if answer.state in {"not-yet", "enacted-not-commenced"} and answer.duty:
            yield Fault(
                statement.says_at,
                f'{quoted(statement.says)} speaks of "{answer.duty.title}", {_when(context, answer.duty)}',
                see=(statement.at,),
            )


def _when(context: Context, duty: Duty) -> str:
    begins = [version for version in duty.versions if context.nation in version.nations]
    if duty.status == "enacted-not-commenced" or not begins:
        return "which is enacted, though no commencement was seen"
    first = min(begins, key=lambda version: version.in_force_from)
    return f"which is law only from {first.start_unseen or day_in_words(first.in_force_from)}"


CHECK = Check("duty/stated-duty-not-yet", Severity.WARNING, find, fix="say that it is coming")
