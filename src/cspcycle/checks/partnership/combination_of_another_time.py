"""An order or agreement combining areas, dated when such a thing could not be made.

Why it matters: a combined area rests on the one or the other; a day outside its time means that the wrong one is named.
Instead: orders of the Secretary of State were made until 15 January 2012; since 16 January 2012 areas are combined by a
written agreement to which the local policing body is a party.
Source: Crime and Disorder Act 1998 s. 5(1A) and s. 5A; Police Reform and Social Responsibility Act 2011 Sch. 11.
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.law import register
from cspcycle.law.instrument import Duty
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """The combination whose day does not fit its means."""
    combination = context.dossier.partnership.area.combination
    if combination is None or combination.made_on is None:
        return
    answer = register.answer(f"combination-{combination.by}", context.nation, combination.made_on)
    if answer.state == "ended" and answer.duty:
        words = f"areas have been combined by agreement since {day_in_words(_changed_on(answer.duty))}"
    elif answer.state == "not-yet" and answer.duty and combination.by == "agreement":
        words = f"agreements took the place of orders only on {day_in_words(answer.duty.versions[0].in_force_from)}"
    else:
        return
    yield Fault(
        combination.at("by"),
        f"an {combination.by} of {day_in_words(combination.made_on)} is named, but {words}",
        see=(combination.at("made_on"),),
    )


def _changed_on(duty: Duty) -> date:
    return max(version.in_force_until for version in duty.versions if version.in_force_until)


CHECK = Check(
    "partnership/combination-of-another-time",
    Severity.ERROR,
    find,
    fix="correct `by` or `made_on`",
    law="Crime and Disorder Act 1998 s. 5(1A)",
)
