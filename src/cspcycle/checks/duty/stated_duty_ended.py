"""A responsibility on the partnership's page that was no longer law on the day.

Why it matters: a page that names duties of an earlier year makes people do what is not asked, and miss what is.
Instead: change the words; what was once a duty, such as a plan for three years, may still be good practice.
Source: the register in docs/law.md, with the instrument that ended each duty.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.duty.statements import Stated, stated
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.law import register
from cspcycle.law.instrument import Duty
from cspcycle.source.diagnostic import Severity

_WORDS_QUOTED = 4
_SMALL_WORDS = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def find(context: Context) -> Iterator[Fault]:
    """Each such duty, at the page's words, with what ended it and what stands in its place."""
    for statement in stated(context.dossier):
        answer = register.answer(statement.duty_id, context.nation, context.on)
        if answer.state == "ended" and answer.duty:
            yield _fault(context, statement, answer.duty)


def _fault(context: Context, statement: Stated, duty: Duty) -> Fault:
    endings = [
        (version.in_force_until, version)
        for version in duty.versions
        if version.in_force_until and version.in_force_until <= context.on and context.nation in version.nations
    ]
    ended_on, last = max(endings, key=lambda ending: ending[0])
    by = f" ({last.ended_by})" if last.ended_by else ""
    return Fault(
        statement.says_at,
        f"{_relevant(statement, duty)} has not been the law since {day_in_words(ended_on)}{by}",
        see=(statement.at,),
        fix=f"change the words. {duty.says_plainly}",
        law=duty.citation_of(last),
    )


def _relevant(statement: Stated, duty: Duty) -> str:
    """The page's words; where they speak of several duties, those that speak of this one and of few others."""
    words = statement.says.split()
    of_duty, commonness = _stems(duty.title), _commonness()
    weights = [sum(1 / commonness[stem] for stem in _stems(word) & of_duty) for word in words]
    if statement.is_alone or not any(weights):
        return quoted(statement.says)
    first = weights.index(max(weights))
    phrase = words[first : first + _WORDS_QUOTED]
    while len(phrase) > 1 and phrase[-1] in _SMALL_WORDS:
        phrase.pop()
    return quoted(" ".join(phrase).rstrip(",;:."))


def _stems(text: str) -> set[str]:
    return {word[:4] for word in re.findall(r"[a-z]{3,}", text.lower())}


@cache
def _commonness() -> Counter[str]:
    return Counter(stem for duty in register.all_duties() for stem in _stems(duty.title))


CHECK = Check("duty/stated-duty-ended", Severity.WARNING, find, fix="change the words")
