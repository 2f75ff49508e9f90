"""All partnerships of a force moving together: recording or the force, not the place."""

from __future__ import annotations

from collections.abc import Iterator

from cspcycle.evidence.honesty.caveat import Caveat, Facts
from cspcycle.evidence.record import Withheld
from cspcycle.source.diagnostic import Severity

FEWEST = 3
MOST = 0.75  # of its partnerships changed clearly
NOTABLE = 5.0  # percent, of the force as a whole


def find(facts: Facts) -> Iterator[Caveat]:
    """A caveat for each indicator where the partnerships of the force moved the same way."""
    for indicator, comparison in facts.comparisons.items():
        own, force = comparison.own, comparison.force
        if force is None or own.change is None or force.change is None:
            continue
        changes = [one.change for one in comparison.every if one.area.force == own.area.force and one.change]
        clear = [one.percent for one in changes if one.is_clear and not isinstance(one.percent, Withheld)]
        whole = force.change.percent
        if len(clear) < max(FEWEST, MOST * len(changes)) or isinstance(whole, Withheld) or not own.change.is_clear:
            continue
        if abs(whole) >= NOTABLE and (min(clear) > 0 or max(clear) < 0):
            moved = "rose" if whole > 0 else "fell"
            words = (
                f"{comparison.indicator.title}: force-wide, not local: the {len(clear)} partnerships of "
                f"{own.area.force} with a clear change all {moved} ({min(clear):+.1f} % to {max(clear):+.1f} %), which "
                f"points to recording or to the whole force."
            )
            fix = "ask the force what changed in its recording before explaining the change locally"
            yield Caveat("evidence/force-wide-change", words, (indicator,), Severity.WARNING, fix)
