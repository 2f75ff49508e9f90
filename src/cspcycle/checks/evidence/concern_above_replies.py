"""More people who named a theme than people who replied.

Why it matters: the share of people who named a theme is part of the matrix; one over the whole cannot be.
Instead: count each person once for a theme, and write how many replied in all under `replies:`.
Source: practice; two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such theme of an exercise that says how many replied."""
    consultation = context.dossier.consultation
    for exercise in consultation.exercises if consultation else ():
        for concern in exercise.concerns:
            if exercise.replies is not None and not 0 <= concern.people <= exercise.replies:
                message = f"{concern.people:,} people named {quoted(concern.theme)}, and {exercise.replies:,} replied"
                yield Fault(concern.at("people"), message, see=(exercise.at("replies"),))


CHECK = Check(
    "evidence/concern-above-replies",
    Severity.ERROR,
    find,
    fix="correct `people:`, or `replies:` of the exercise",
)
