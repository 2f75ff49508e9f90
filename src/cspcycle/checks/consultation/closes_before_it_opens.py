"""A consultation whose last day is before its first.

Why it matters: the days are printed in the notice, and people are turned away by them.
Instead: write the first day under `opened_on:` and the last under `closed_on:`.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each exercise that closes before it opens."""
    consultation = context.dossier.consultation
    for exercise in consultation.exercises if consultation else ():
        if exercise.opened_on and exercise.closed_on and exercise.closed_on < exercise.opened_on:
            yield Fault(
                exercise.at("closed_on"),
                f"{quoted(exercise.title)} closes on {day_in_words(exercise.closed_on)}, "
                f"before it opens on {day_in_words(exercise.opened_on)}",
                see=(exercise.at("opened_on"),),
            )


CHECK = Check("consultation/closes-before-it-opens", Severity.ERROR, find, fix="correct `opened_on:` or `closed_on:`")
