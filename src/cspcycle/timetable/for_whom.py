"""What of a calendar, and which actions, concern one group, one authority or one post."""

from collections.abc import Iterator
from dataclasses import dataclass

from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.partnership import Group
from cspcycle.model.priorities import Action, Priority
from cspcycle.timetable.entry import Entry

_COLLECTIVE = ("responsible authorit", "relevant authorit", "public authorit")


@dataclass(frozen=True, slots=True)
class Concern:
    """All that somebody is called, holds and sits on in the files."""

    names: frozenset[str]  # its own, and those of the bodies that have its seats
    code: str | None  # of the kind of body it is
    posts: frozenset[str]  # that hold its seats
    groups: frozenset[str]  # the ids of the groups that are called so
    sits_on: frozenset[str]
    names_of_groups: frozenset[str]
    is_authority: bool

    def has_entry(self, entry: Entry) -> bool:
        """Whether an entry is for it to do, or for a group that it is or sits on."""
        return (
            entry.body in self.groups | self.sits_on
            or _plain(entry.who).removeprefix("the ") in self.names_of_groups
            or self._is_named(entry.who)
        )

    def has_action(self, action: Action, priority: Priority | None) -> bool:
        """Whether it owns an action, by its lead or its champion, or is the group that follows it."""
        group = action.group or (priority.group if priority is not None else None)
        return (
            self._is_named(action.lead or "")
            or self._is_named(action.champion or "")
            or _plain(action.champion or "") in self.posts
            or group in self.groups
        )

    def _is_named(self, who: str) -> bool:
        if self.is_authority and any(words in _plain(who) for words in _COLLECTIVE):
            return True
        return any(part in self.names or (self.code and _code(part) == self.code) for part in _listed(who))


def concern_of(dossier: Dossier, name: str) -> Concern | None:
    """What concerns whoever is called so: a group, an authority or a post, by id or name; None if nobody is."""
    wanted, code = _plain(name), _code(name)
    groups = frozenset(group.id for group in dossier.groups if wanted in _names(group))
    seats = [
        seat for seat in dossier.membership if wanted == _plain(seat.organisation) or _is_body(seat.body, name, code)
    ]
    sits_on = frozenset(group_id for seat in seats for group_id in seat.sits_on)
    bodies = {_plain(seat.organisation) for seat in seats} | {seat.body for seat in seats if seat.body}
    concern = Concern(
        names=frozenset({wanted} | bodies),
        code=code,
        posts=frozenset(_plain(seat.post) for seat in seats if seat.post),
        groups=groups,
        sits_on=sits_on,
        names_of_groups=frozenset(
            words for group in dossier.groups if group.id in groups | sits_on for words in _names(group)
        ),
        is_authority=any(seat.seat_class == "responsible-authority" for seat in seats),
    )
    is_known = groups or seats or code or any(wanted in _listed(who) for who in _written(dossier))
    return concern if is_known else None


def names_to_choose_from(dossier: Dossier) -> tuple[str, ...]:
    """Every name that `concern_of` knows from the files."""
    names = [name for group in dossier.groups for name in (group.id, group.name)]
    names += [name for seat in dossier.membership for name in (seat.organisation, seat.body) if name]
    return tuple(dict.fromkeys([*names, *_written(dossier)]))


def _written(dossier: Dossier) -> Iterator[str]:
    """Whoever has a step or an action, in the words of the files."""
    steps = dossier.timetable.milestones if dossier.timetable else ()
    yield from (step.who for step in steps if step.who)
    for action in dossier.every_action():
        yield from (who for who in (action.lead, action.champion) if who)


def _listed(who: str) -> set[str]:
    """The words as they are, and each part of a list."""
    return {_plain(part) for part in (who, *who.replace(" and ", ",").split(",")) if part.strip()}


def _names(group: Group) -> set[str]:
    names = {_plain(name) for name in (group.id, group.name, group.known_as) if name}
    return names | ({_plain(group.kind.replace("-", " "))} if group.kind.endswith("strategy-group") else set())


def _is_body(body: str | None, name: str, code: str | None) -> bool:
    return body is not None and (body == name or (code is not None and body == code))


def _code(words: str) -> str | None:
    found = register.body_by_words(words)
    return found.code if found else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
