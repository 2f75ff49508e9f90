"""Who an entry concerns, by name: the partnership's own words first, the register's words where it has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspcycle.law import register
from cspcycle.model.dossier import Dossier

MOST_NAMED = 3


def in_short(names: Sequence[str]) -> str:
    """The names; of a long list the first few and how many more, but never one more, which can as well be named.

    >>> in_short(["council", "police", "fire", "health", "probation"])
    'council, police, fire and 2 others'
    """
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} others"


@dataclass(frozen=True)
class Naming:
    """The names that the bodies and groups of one dossier have on a day."""

    dossier: Dossier
    on: date

    def names(self, who: str) -> tuple[str, ...]:
        """Each of those that `who` lists, by name; a group's own name may hold a comma, and is no list."""
        if who in self._group_names:
            return (who,)
        return tuple(self.name(part) for part in who.split(", ") if part)

    def name(self, word: str) -> str:
        """The organisation, or the group, that a code or an id means; words that are neither stay as they are."""
        if word in self._organisations:
            return self._organisations[word]
        group, body = self.dossier.group_ids.get(word), register.body(word)
        return group.name if group is not None else body.title if body is not None else word

    @cached_property
    def _group_names(self) -> frozenset[str]:
        return frozenset(group.name for group in self.dossier.groups)

    @cached_property
    def _organisations(self) -> dict[str, str]:
        """The organisation that is each kind of body here; none where several are, since one would stand for all."""
        held: dict[str, dict[str, None]] = {}
        seats = self.dossier.seats_on(self.on)
        kinds = {seat.body for seat in seats if seat.seat_class == "responsible-authority"}
        for seat in seats:
            if seat.body is not None and (seat.seat_class == "responsible-authority" or seat.body not in kinds):
                held.setdefault(seat.body, {})[seat.organisation] = None
        policing = self.dossier.partnership.area.local_policing_body
        if policing is not None and policing.name:
            held.setdefault(policing.kind, {policing.name: None})
        return {kind: next(iter(names)) for kind, names in held.items() if len(names) == 1}
