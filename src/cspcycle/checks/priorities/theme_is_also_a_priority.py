"""A cross-cutting theme that is also a priority.

Why it matters: readers cannot tell whether it comes first or runs across everything, and it is reported twice.
Instead: keep it in one of the two lists.
Source: practice; plans that have cross-cutting themes keep them in a list of their own.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import quoted
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each theme with the title of a priority."""
    priorities = {" ".join(priority.title.casefold().split()): priority for priority in context.dossier.priorities}
    for theme in context.dossier.cross_cutting_themes:
        if priority := priorities.get(" ".join(theme.title.casefold().split())):
            place = priority.at("title")
            yield Fault(
                theme.at("title"),
                f"{quoted(theme.title)} is a cross-cutting theme and also a priority ({place.file}, line {place.line})",
                see=(place,),
            )


CHECK = Check("priorities/theme-is-also-a-priority", Severity.WARNING, find, fix="keep it in one of the two lists")
