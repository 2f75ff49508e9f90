"""An area whose kind or code belongs to the other nation.

Why it matters: England and Wales have different regulations, so every duty and date is judged by the wrong ones.
Instead: write the nation in which the area lies, and the kind and ONS code (E… or W…) that go with it.
Source: Crime and Disorder Act 1998 s. 5(4); SI 2007/1830 reg. 1 (England), SI 2007/3076 reg. 1 (Wales).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.law.instrument import NATIONS
from cspcycle.model.partnership import Area, AreaPart
from cspcycle.source.diagnostic import Location, Severity

_NATION_OF_KIND = {
    "welsh-principal-area": "wales",
    "two-tier-district": "england",
    "unitary": "england",
    "metropolitan-district": "england",
    "london-borough": "england",
    "city-of-london": "england",
    "isles-of-scilly": "england",
    "county": "england",
}
_NATION_OF_LETTER = {"E": "england", "W": "wales"}


def find(context: Context) -> Iterator[Fault]:
    """The first of kind, code and parts that contradicts the nation; one wrong nation is one mistake."""
    area = context.dossier.partnership.area
    contradictions: list[tuple[Location, str]] = []
    records: tuple[Area | AreaPart, ...] = (area, *area.parts)
    for record in records:
        if record.kind and _NATION_OF_KIND.get(record.kind, area.nation) != area.nation:
            contradictions.append(
                (record.at("kind"), f"`{record.kind}` is a kind of area in {NATIONS[_NATION_OF_KIND[record.kind]]}")
            )
        nation = _NATION_OF_LETTER.get(record.code[0], area.nation) if record.code else area.nation
        if nation != area.nation:
            contradictions.append((record.at("code"), f"the ONS code {record.code} is one of {NATIONS[nation]}"))
    if contradictions:
        (at, words), *others = contradictions
        yield Fault(
            at,
            f'"{area.name}" is written as an area of {NATIONS[area.nation]}, but {words}',
            see=(area.at("nation"), *(place for place, _ in others)),
        )


CHECK = Check(
    "partnership/area-of-other-nation",
    Severity.ERROR,
    find,
    fix="write `nation: england` or `nation: wales`, with the kind and the code that go with it",
    law="Crime and Disorder Act 1998 s. 5(4)",
)
