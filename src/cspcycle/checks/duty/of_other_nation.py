"""A statement about a duty that exists only in the other nation.

Why it matters: England has county agreements and copies for the policing body that Wales has not, and Wales has rules
of its own on substance misuse; the statement settles nothing here.
Instead: take it out, or correct the nation of the area.
Source: SI 2007/1830 (England); SI 2007/3076 and SI 2007/3078 (W.265) (Wales).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.duty.statements import mentioned
from cspcycle.law import register
from cspcycle.law.instrument import NATIONS
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each mention of such a duty."""
    for duty_id, at in mentioned(context.dossier):
        elsewhere = register.duty(duty_id)
        if elsewhere and register.duty(duty_id, context.nation) is None:
            yield Fault(
                at,
                f'"{elsewhere.title}" ({duty_id}) is not a duty in {NATIONS[context.nation]}',
                law=elsewhere.instrument.citation,
            )


CHECK = Check("duty/of-other-nation", Severity.WARNING, find, fix="take it out, or correct `nation:` of the area")
