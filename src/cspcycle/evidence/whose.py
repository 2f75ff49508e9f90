"""Which area of a file is this partnership's: by its code first, then by its name in any usual spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cspcycle.evidence.record import Area, Partnership
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

# Names in the Home Office tables beside the ONS names of the same partnership.
SAME_AREA = {
    "london city of": "city of london",
    "northern devon": "north devon",
    "folkestone and hythe": "shepway",
}
WORDS = re.compile(r"[^a-z0-9 ]+")


@lru_cache(maxsize=4096)  # the same few hundred names come back on every row
def plain(name: str) -> str:
    """A name without capitals, apostrophes, commas, ampersands and known alternative spellings."""
    text = " ".join(WORDS.sub(" ", name.lower().replace("&", " and ").replace("'", "").replace("’", "")).split())
    for ending in (" community safety partnership", " csp", " police", " constabulary"):
        text = text.removesuffix(ending)
    return SAME_AREA.get(text, text)


def find_area(areas: Iterable[Area], wanted: Partnership) -> Area | None:
    """The partnership's area, or nothing."""
    areas = list(areas)
    if wanted.csp_code:
        return next((area for area in areas if area.code == wanted.csp_code), None)
    name = plain(wanted.name)
    return next((area for area in areas if area.kind == "partnership" and plain(area.name) == name), None)


def not_found(areas: Iterable[Area], wanted: Partnership, file: str) -> Diagnostic:
    """The finding for a file without this partnership, with the nearest name in it."""
    import difflib  # noqa: PLC0415 - only for this finding

    named = {area.name: area.code for area in areas if area.kind == "partnership"}
    near = difflib.get_close_matches(wanted.name, named, 1, 0.5)
    if near and named[near[0]] != wanted.csp_code:
        fix = (
            f"the nearest name in the file is {near[0]} ({named[near[0]]}): correct the name or code of the partnership"
        )
    else:
        fix = "check that the file covers this partnership, and the partnership's name and code"
    code = f" ({wanted.csp_code})" if wanted.csp_code else ""
    return Diagnostic(
        Location(file),
        "evidence/partnership-not-in-file",
        f"the file has no row for {wanted.name}{code}",
        Severity.ERROR,
        fix,
    )
