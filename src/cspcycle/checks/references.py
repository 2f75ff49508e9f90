"""Ids that one section uses and another defines: what is defined, what was probably meant, and each told of once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cspcycle.checks.check import Fault
from cspcycle.checks.unread import unread_in
from cspcycle.checks.words import counted, listed
from cspcycle.model.dossier import Dossier
from cspcycle.source.near import nearest
from cspcycle.source.yaml_reader import Mapping, Sequence

MOST_TO_COMPARE = 150  # a partnership has a dozen; comparing each with thousands would be a wait without end
MOST_TO_LIST = 12
_MOST_TO_SEE = 3
_TITLES = ("title", "name", "known_as", "task")


class Defined(dict[str, tuple[str, ...]]):
    """Each id with the titles of what it stands for, also of what was left out for another mistake.

    `is_complete` is false where something is written whose id cannot be read: it may be the one that is meant.
    """

    is_complete = True


def defined_in(dossier: Dossier, section: str, name: str = "") -> Defined:
    """Every id in the list that a section is, or that it holds under a key."""
    items = dossier.written.get(section)
    if name and items is not None:
        items = items.get(name) if isinstance(items, Mapping) else None
    is_lost = items is None and unread_in(dossier, section) is not None
    found = Defined()
    for item in items if isinstance(items, Sequence) else ():
        if isinstance(item, Mapping) and isinstance(item.get("id"), str):
            found[item["id"]] = tuple(str(item[key]) for key in _TITLES if item.get(key))
        else:
            found.is_complete = False
    if is_lost or (items is not None and not isinstance(items, Sequence)):
        found.is_complete = False
    return found


def suggestion(word: str, known: Defined, kind: str) -> str:
    """What to do about an id that nothing defines; `kind` is the plural noun for what is defined."""
    if not known:
        return f"write the {kind} first, or take the id out"
    for id_, titles in known.items():
        if any(_plain(title) == _plain(word) for title in titles):
            return f"write `{id_}`, which is its id"
    if len(known) <= MOST_TO_COMPARE and (near := nearest(word, sorted(known))):
        return f"did you mean `{near}`?"
    if len(known) <= MOST_TO_COMPARE:
        by_title = {title: id_ for id_, titles in known.items() for title in titles}
        if near := nearest(word, sorted(by_title)):
            return f'did you mean `{by_title[near]}`, the id of "{near}"?'
    if len(known) <= MOST_TO_LIST:
        return f"the {kind} are: {listed(f'`{each}`' for each in sorted(known))}"
    return f"use the id of one of the {kind}"


def told_once(uses: Iterable[tuple[str, Fault]]) -> Iterator[Fault]:
    """One fault for each unknown id, at its first use; it names the others, which the same change may mend."""
    grouped: dict[str, list[Fault]] = {}
    for word, fault in uses:
        grouped.setdefault(word, []).append(fault)
    for first, *others in grouped.values():
        more = (
            f"; {counted(len(others), 'other line')} {'uses' if len(others) == 1 else 'use'} it too" if others else ""
        )
        yield replace(first, message=f"{first.message}{more}", see=tuple(each.at for each in others[:_MOST_TO_SEE]))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split()).removeprefix("the ")
