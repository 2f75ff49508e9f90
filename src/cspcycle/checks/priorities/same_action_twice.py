"""One action written twice.

Why it matters: it is reported twice or by neither, and a count of actions is wrong.
Instead: keep it in one place; a second priority that it serves can say so in `why:`.
Source: practice; duplicates in action logs are a known reason why updates stop.
"""

from collections.abc import Iterator

from cspcycle.checks.actions import actions_with_priority
from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.model.priorities import Action
from cspcycle.source.diagnostic import Severity

_MOST_TO_COMPARE = 50  # with the same words; comparing each of thousands with all would be a wait without end


def find(context: Context) -> Iterator[Fault]:
    """A fault for each action with the words of an earlier one, unless another leads it or its day is another."""
    seen: dict[str, list[Action]] = {}
    for action, _ in actions_with_priority(context.dossier):
        alike = seen.setdefault(" ".join(action.what.casefold().split()), [])
        if earlier := next((other for other in alike[:_MOST_TO_COMPARE] if _may_be_same(action, other)), None):
            place = earlier.at("what")
            yield Fault(
                action.at("what"),
                f"the action {quoted(action.what)} is already written in {place.file}, line {place.line}",
                see=(place,),
            )
        alike.append(action)


def _may_be_same(action: Action, other: Action) -> bool:
    pairs = ((action.lead, other.lead), (action.due, other.due), (action.done_on, other.done_on))
    return all(here is None or there is None or here == there for here, there in pairs)


CHECK = Check("priorities/same-action-twice", Severity.WARNING, find, fix="keep it in one place")
