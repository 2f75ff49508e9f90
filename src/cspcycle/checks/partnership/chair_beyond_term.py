"""A chair whose term has ended.

Why it matters: decisions taken under a chair whose term has run out can be questioned.
Instead: record the new term under `chair:`, or the post that has taken over.
Source: practice: terms of reference give the chair a term, usually a year, and elect again at its end.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import counted, day_in_words
from cspcycle.source.diagnostic import Severity
from cspcycle.timetable.dates import add_months


def find(context: Context) -> Iterator[Fault]:
    """Each group whose chair's term was over before the day; on its last day the next chair is being elected."""
    for group in context.dossier.groups:
        chair = group.chair
        if chair is None:
            continue
        if chair.until is not None:
            if chair.until < context.on:
                message = f'the term of the chair of "{group.name}" ended on {day_in_words(chair.until)}'
                yield Fault(chair.at("until"), message)
        elif chair.appointed_on and chair.term_months and 0 < chair.term_months < 1200:
            ended_on = add_months(chair.appointed_on, chair.term_months)
            if ended_on < context.on:
                yield Fault(
                    chair.at("term_months"),
                    f'the chair of "{group.name}" was appointed on {day_in_words(chair.appointed_on)} for '
                    f"{counted(chair.term_months, 'month')}, which ended on {day_in_words(ended_on)}",
                )


CHECK = Check(
    "partnership/chair-beyond-term",
    Severity.WARNING,
    find,
    fix="write the new term (`appointed_on` or `until`), or the post that now chairs",
)
