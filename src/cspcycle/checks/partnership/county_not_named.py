"""A district in a two-tier area that does not name its county.

Why it matters: the county council is a responsible authority for the district, and the county strategy group makes the
agreement that the district's plan must consider.
Instead: write `county:` with the county's name.
Source: Crime and Disorder Act 1998 s. 5(1)(a); SI 2007/1830 regs 8 to 10.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """The two-tier district without a county."""
    area = context.dossier.partnership.area
    if area.kind == "two-tier-district" and area.county is None:
        yield Fault(area.at("kind"), f'"{area.name}" is a district in a two-tier area, but its county is not named')


CHECK = Check(
    "partnership/county-not-named",
    Severity.WARNING,
    find,
    fix="add `county:` with the county's name",
    law="Crime and Disorder Act 1998 s. 5(1)(a)",
)
