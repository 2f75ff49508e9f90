"""A chair whose term has ended.

Why it matters: decisions taken under a chair whose term has run out can be questioned.
Instead: record the new term under `chair:`, or the post that has taken over.
Source: practice: terms of reference give the chair a term, usually a year, and elect again at its end.
"""

from collections.abc import Iterator
from datetime import date

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.model.partnership import Chair
from cspcycle.source.diagnostic import Severity
from cspcycle.timetable.dates import add_months


def find(context: Context) -> Iterator[Fault]:
    """Each group whose chair's term was over before the day; on its last day the next chair is being elected."""
    for group in context.dossier.groups:
        chair = group.chair
        if chair is None:
            continue
        ended_on = chair.until or _end_of_term(chair)
        if ended_on is not None and ended_on < context.on:
            yield Fault(
                chair.at("until" if chair.until else "term_months"),
                f'the term of the chair of "{group.name}" ended on {day_in_words(ended_on)}',
                see=() if chair.until else (chair.at("appointed_on"),),
            )


def _end_of_term(chair: Chair) -> date | None:
    if chair.appointed_on is None or chair.term_months is None or chair.term_months < 1:
        return None
    try:
        return add_months(chair.appointed_on, chair.term_months)
    except ValueError:  # a term beyond the year 9999 has not ended
        return None


CHECK = Check(
    "partnership/chair-beyond-term",
    Severity.WARNING,
    find,
    fix="write the new term (`appointed_on` or `until`), or the post that now chairs",
)
