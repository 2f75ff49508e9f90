"""The duties of a day in a view, grouped by outcome; the outcomes themselves are decided elsewhere and handed in."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cspcycle.documents.filters import day
from cspcycle.documents.views.naming import View, opening
from cspcycle.law import register
from cspcycle.law.instrument import FORCES

GROUPS = {
    "unmet": ("Not met", "The files contradict the duty, or its day has passed with nothing recorded."),
    "due": ("Due", "Not yet late."),
    "unknown": ("Not recorded", "The files are silent. That is not a breach: nobody has written it down."),
    "met": ("Met", ""),
    "not-applicable": ("Does not apply here", ""),
}


KEY = re.compile(r"`(?:[^`]*\.)?([^`.]+)` (?:is|are) ")


class DutyRow(NamedTuple):
    """One duty and its outcome, as plain values."""

    id: str
    title: str
    citation: str
    source: str
    on_whom: str
    carried_by: str
    force: str
    outcome: str
    because: str
    due_on: date | None = None


def duties_view(rows: Sequence[DutyRow], nation: str) -> View:
    """The checklist: each outcome with its duties, those of the partnership before those of its members."""
    groups = []
    for outcome, (title, words) in GROUPS.items():
        chosen = [row for row in rows if row.outcome == outcome]
        if chosen:
            ordered = sorted(chosen, key=lambda row: row.carried_by != "partnership")
            groups.append({"code": outcome, "title": title, "words": words, "duties": [_row(row) for row in ordered]})
    instruments = {held.citation: held for held in register.all_instruments() if nation in held.nations}
    return {
        "groups": groups,
        "counts": [
            {"title": title, "count": sum(row.outcome == code for row in rows)} for code, (title, _) in GROUPS.items()
        ],
        "total": len(rows),
        "compared_on": max((held.compared_on for held in instruments.values()), default=""),
        "shown": [
            {"title": duty.title, "citation": duty.instrument.citation, "words": opening(duty.shown)}
            for duty in register.shown_never_demanded(nation)
        ],
    }


def _in_words(because: str) -> str:
    """The reason without the keys of the files: what was recorded says more to a board than where it stands."""
    keys = KEY.findall(because)
    if len(keys) > 1:
        because = KEY.sub(lambda key: f"{key[1].replace('_', ' ')}: ", because)
    return KEY.sub("recorded: ", because).replace("`", "")


def _row(row: DutyRow) -> View:
    return {
        "id": row.id,
        "title": row.title,
        "citation": row.citation,
        "source": row.source,
        "on_whom": row.on_whom,
        "is_members": row.carried_by != "partnership",
        "force": FORCES[row.force],
        "because": opening(_in_words(row.because)),
        "due_on": row.due_on if row.due_on is not None and day(row.due_on) not in row.because else "",
    }
