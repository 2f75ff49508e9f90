"""How an action stands on a day, from all that was ever reported about it."""

from collections.abc import Iterator
from datetime import date

from cspcycle.model.dossier import Dossier
from cspcycle.model.priorities import Action, Priority
from cspcycle.model.values import last_day_of


def actions_with_priority(dossier: Dossier) -> Iterator[tuple[Action, Priority | None]]:
    """Every action, with the priority it stands under, if any."""
    for priority in dossier.priorities:
        for action in priority.every_action():
            yield action, priority
    for action in dossier.actions:
        yield action, None


def due_days(action: Action) -> list[date]:
    """The last day of each of its dates, earliest first."""
    return [last_day_of(when) for when in action.dues]


def last_reported_on(action: Action) -> date | None:
    """The latest day on which anything was reported about it."""
    days = [update.on for update in action.history]
    return max([*days, action.updated_on] if action.updated_on else days, default=None)
