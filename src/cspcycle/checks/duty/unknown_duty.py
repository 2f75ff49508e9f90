"""A duty that the register does not know.

Why it matters: a statement about it counts for nothing, and the duty that was meant stays open on the checklist.
Instead: use an id that `cspcycle duties` prints.
Source: the register in docs/law.md, which names the provision of each duty.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.duty.statements import mentioned
from cspcycle.checks.words import quoted
from cspcycle.law import register
from cspcycle.source.diagnostic import Severity
from cspcycle.source.near import nearest


def find(context: Context) -> Iterator[Fault]:
    """Each unknown id under `duties` and `stated_duties`, with the nearest one."""
    for duty_id, at in mentioned(context.dossier):
        if register.duty(duty_id) is None:
            near = nearest(duty_id, register.duty_ids())
            fix = f"did you mean `{near}`?" if near else ""
            yield Fault(at, f"there is no duty {quoted(duty_id)} in the register", fix=fix)


CHECK = Check("duty/unknown-duty", Severity.ERROR, find, fix="use an id that `cspcycle duties` prints")
