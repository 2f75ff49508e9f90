"""Which entries of a calendar concern one group or one authority."""

from collections.abc import Callable

from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.partnership import Group
from cspcycle.timetable.entry import Entry

_COLLECTIVE = ("responsible authorit", "relevant authorit", "public authorit")


def entries_for(dossier: Dossier, name: str) -> Callable[[Entry], bool] | None:
    """Whether an entry concerns whoever is called so: a group, by id or name, or an authority; None if nobody is."""
    wanted = _plain(name)
    groups = {group.id for group in dossier.groups if wanted in _names(group)}
    code = _code(name)
    seats = [
        seat for seat in dossier.membership if wanted == _plain(seat.organisation) or _is_body(seat.body, name, code)
    ]
    sits_on = {group_id for seat in seats for group_id in seat.sits_on}
    named = {wanted} | {_plain(seat.organisation) for seat in seats} | {seat.body for seat in seats if seat.body}
    of_group = {words for group in dossier.groups if group.id in groups | sits_on for words in _names(group)}
    is_authority = any(seat.seat_class == "responsible-authority" for seat in seats)
    is_named_somewhere = any(
        _is_named(each.who or "", {wanted}, code)
        for each in (dossier.timetable.milestones if dossier.timetable else ())
    )
    if not (groups or seats or code or is_named_somewhere):
        return None

    def concerns(entry: Entry) -> bool:
        who = _plain(entry.who)
        return (
            entry.body in groups | sits_on
            or who.removeprefix("the ") in of_group
            or _is_named(entry.who, named, code)
            or (is_authority and any(words in who for words in _COLLECTIVE))
        )

    return concerns


def names_to_choose_from(dossier: Dossier) -> tuple[str, ...]:
    """Every name that `entries_for` knows from the files."""
    names = [name for group in dossier.groups for name in (group.id, group.name)]
    names += [name for seat in dossier.membership for name in (seat.organisation, seat.body) if name]
    return tuple(dict.fromkeys(names))


def _names(group: Group) -> set[str]:
    names = {_plain(name) for name in (group.id, group.name, group.known_as) if name}
    return names | ({_plain(group.kind.replace("-", " "))} if group.kind.endswith("strategy-group") else set())


def _is_named(who: str, names: set[str], code: str | None) -> bool:
    parts = [part.strip() for part in who.replace(" and ", ",").split(",")]
    return any(_plain(part) in names or (code is not None and _code(part) == code) for part in parts if part)


def _is_body(body: str | None, name: str, code: str | None) -> bool:
    return body is not None and (body == name or (code is not None and body == code))


def _code(words: str) -> str | None:
    found = register.body_by_words(words)
    return found.code if found else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
