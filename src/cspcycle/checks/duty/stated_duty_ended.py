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
from cspcycle.checks.words import LONGEST_QUOTATION, day_in_words, quoted
from cspcycle.law import register
from cspcycle.law.instrument import Duty
from cspcycle.source.diagnostic import Severity

_WORDS_QUOTED = 7


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
        f"{_relevant(statement.says, duty)} has not been the law since {day_in_words(ended_on)}{by}",
        see=(statement.at,),
        fix=f"change the words. {duty.says_plainly}",
        law=duty.citation_of(last),
    )


def _relevant(says: str, duty: Duty) -> str:
    """The page's words; of a long sentence, those that speak of this duty and of few others."""
    words = says.split()
    if len(" ".join(words)) <= LONGEST_QUOTATION:
        return quoted(says)
    commonness = _commonness()
    of_duty = _stems(duty.title)
    weights = [
        {stem: 1 / commonness[stem] for stem in _stems(word) & of_duty} for word in words
    ]  # fmt: skip
    starts = range(max(1, len(words) - _WORDS_QUOTED + 1))
    best = max(starts, key=lambda start: sum(_joined(weights[start : start + _WORDS_QUOTED]).values()))
    # a few words before the first one that matters are no help
    while not weights[best] and best + 1 < len(words) and any(weights[best + 1 : best + _WORDS_QUOTED]):
        best += 1
    return quoted(" ".join(words[best : best + _WORDS_QUOTED]))


def _joined(weights: list[dict[str, float]]) -> dict[str, float]:
    return {stem: weight for each in weights for stem, weight in each.items()}


def _stems(text: str) -> set[str]:
    return {word[:4] for word in re.findall(r"[a-z]{3,}", text.lower())}


@cache
def _commonness() -> Counter[str]:
    return Counter(stem for duty in register.all_duties() for stem in _stems(duty.title))


CHECK = Check("duty/stated-duty-ended", Severity.WARNING, find, fix="change the words")
