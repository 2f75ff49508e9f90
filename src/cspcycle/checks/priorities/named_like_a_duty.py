"""A priority that sounds like a statutory strategy but is not said to be one.

Why it matters: section 6 asks for a strategy on each of them; a priority that is merely named like one does not show
that there is one.
Instead: if the priority is how the partnership meets it, write it under `serves:`.
Source: Crime and Disorder Act 1998 s. 6(1).
"""

import re
from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.law import register
from cspcycle.model.partnership import Limb
from cspcycle.source.diagnostic import Severity

_WORDS: dict[Limb, tuple[str, re.Pattern[str]]] = {
    "reoffending": ("re-offending", re.compile(r"\bre-?\s?offend", re.IGNORECASE)),
    "substance-misuse": (
        "the misuse of drugs, alcohol and other substances",
        re.compile(r"\b(substance|drugs?|alcohol)\b", re.IGNORECASE),
    ),
    "serious-violence": ("serious violence", re.compile(r"\bserious (youth )?violence\b", re.IGNORECASE)),
}


def find(context: Context) -> Iterator[Fault]:
    """A note for each priority whose title names a limb in force that neither a priority nor the plan serves."""
    plan = context.dossier.partnership_plan
    claimed = {limb for priority in context.dossier.priorities for limb in priority.serves}
    claimed.update(plan.strategies if plan else ())
    for priority in context.dossier.priorities:
        for limb, (words, pattern) in _WORDS.items():
            if limb in claimed or not pattern.search(priority.title):
                continue
            if register.answer(f"strategy-{limb}", context.nation, context.on).state == "in-force":
                yield Fault(
                    priority.at("title"),
                    f"the priority {quoted(priority.title)} is named like the strategy on {words}, "
                    "but nothing says that it is that strategy",
                    fix=f"write `{limb}` under its `serves:`, if it is",
                )
                break


CHECK = Check(
    "priorities/named-like-a-duty",
    Severity.NOTE,
    find,
    fix="write `serves:` with the limb, if it is",
    law="Crime and Disorder Act 1998 s. 6(1)",
)
