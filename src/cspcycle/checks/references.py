"""Ids that one section uses and another defines: what is defined, and what was probably meant."""

from cspcycle.checks.words import listed
from cspcycle.model.dossier import Dossier
from cspcycle.source.near import nearest
from cspcycle.source.yaml_reader import Mapping, Sequence

MOST_TO_COMPARE = 150  # a partnership has a dozen; comparing each with thousands would be a wait without end
MOST_TO_LIST = 12


def defined_ids(dossier: Dossier, section: str) -> frozenset[str]:
    """Every id in a section, also of what was left out for another mistake: one mistake does not bring a second."""
    items = dossier.written.get(section)
    if not isinstance(items, Sequence):
        return frozenset()
    return frozenset(item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), str))


def suggestion(word: str, known: frozenset[str], kind: str) -> str:
    """What to do about an id that nothing defines; `kind` is the plural noun for what is defined."""
    if not known:
        return f"write the {kind} first, or take the id out"
    if len(known) <= MOST_TO_COMPARE and (near := nearest(word, sorted(known))):
        return f'did you mean "{near}"?'
    if len(known) <= MOST_TO_LIST:
        return f"the {kind} are: {listed(sorted(known))}"
    return f"use the id of one of the {kind}"
