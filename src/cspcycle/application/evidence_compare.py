"""The partnership beside its force, England and Wales and a named group, for one indicator or for the official ones."""

from dataclasses import dataclass

from cspcycle.application.evidence_indicator import IndicatorView, view_indicator
from cspcycle.application.evidence_read import Opened
from cspcycle.evidence.record import Area
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.near import nearest
from cspcycle.source.printable import quoted


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator with its areas, and what the group of similar areas is called and why it was chosen."""

    view: IndicatorView
    group: str
    why: str


def compare_areas(opened: Opened, words: list[str], areas: tuple[str, ...]) -> list[Compared]:
    """Each indicator asked for, or total recorded crime; `areas` take the place of the partnership's own group.

    Raises: CannotContinue if an area or indicator is not in the evidence, or the figures are of one area only.
    """
    wanted = [opened.indicator(word) for word in words or ["ons/total-recorded-crime"]]
    similar = opened.dossier.partnership.area.similar
    chosen = areas or opened.similar
    for area in chosen:
        _known(opened, area)
    group = "the areas named" if areas else similar.title if similar else ""
    why = "" if areas or similar is None else similar.why or ""
    compared = []
    for indicator in wanted:
        view = view_indicator(opened, indicator, similar=chosen)
        if view is None or not view.comparison:
            raise CannotContinue(
                f"the evidence holds no year of {indicator} for several areas",
                "add the ONS police force area data tables, or choose an indicator of theirs",
            )
        compared.append(Compared(view, group, why))
    return compared


def _known(opened: Opened, wanted: str) -> None:
    areas: dict[str, Area] = {
        row.area.name: row.area for table in opened.held.tables for row in table.rows if row.area.kind == "partnership"
    }
    if wanted not in areas and wanted not in {area.code for area in areas.values()}:
        near = nearest(wanted, areas)
        fix = f"did you mean {near}?" if near else "use the name or code that ONS gives the partnership"
        raise CannotContinue(f"the evidence holds no figures of {quoted(wanted)}", fix)
