"""A combined area that does not name the two or more areas it joins.

Why it matters: which bodies are responsible authorities, and which policing body is a party, depends on the areas
inside.
Instead: name each local government area under `parts:`.
Source: Crime and Disorder Act 1998 s. 5(1A) and (4).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """The combined area with fewer than two parts."""
    area = context.dossier.partnership.area
    if area.kind == "combined-area" and len(area.parts) < 2:
        names = f'names only "{area.parts[0].name}"' if area.parts else "names none of its parts"
        yield Fault(area.at("parts") if area.parts else area.at("kind"), f'the combined area "{area.name}" {names}')


CHECK = Check(
    "partnership/combined-area-without-parts",
    Severity.WARNING,
    find,
    fix="name each area under `parts:`, with its `kind` and `code`",
    law="Crime and Disorder Act 1998 s. 5(1A)",
)
