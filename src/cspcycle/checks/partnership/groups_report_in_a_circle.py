"""Groups that report to one another in a circle.

Why it matters: where each group answers to the next and the last to the first, nobody holds the whole to account.
Instead: let `reports_to` lead upwards, and write `works_with:` for groups beside one another.
Source: practice: terms of reference name the group above.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.model.partnership import Group
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each circle once, at the step that closes it."""
    groups = context.dossier.group_ids
    finished: set[str] = set()
    for start in groups:
        path: dict[str, Iterator[tuple[int, str]]] = {}
        following: str | None = start if start not in finished else None
        while following or path:
            if following:
                path[following] = iter(enumerate(groups[following].reports_to))
            here = next(reversed(path))
            following = None
            for index, above in path[here]:
                if above in path:
                    yield _fault(groups, list(path), above, index)
                elif above in groups and above not in finished:
                    following = above
                    break
            else:
                del path[here]
                finished.add(here)


def _fault(groups: dict[str, Group], path: list[str], back_to: str, index: int) -> Fault:
    circle = [groups[name] for name in path[path.index(back_to) :]]
    at = circle[-1].at("reports_to", index)
    if len(circle) == 1:
        return Fault(at, f'"{circle[0].name}" reports to itself')
    steps = ", which reports to ".join(f'"{group.name}"' for group in (*circle[1:], circle[0]))
    return Fault(
        at, f'"{circle[0].name}" reports to {steps}', see=tuple(group.at("reports_to") for group in circle[:-1])
    )


CHECK = Check(
    "partnership/groups-report-in-a-circle",
    Severity.WARNING,
    find,
    fix="take out the `reports_to` that leads downwards",
)
