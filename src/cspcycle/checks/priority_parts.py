"""What a priority should hold beside its title, and which of it nobody has written yet."""

from cspcycle.checks.written import is_written
from cspcycle.model.priorities import Priority

PARTS = ("objective", "action", "measure")


def missing_parts(priority: Priority) -> tuple[str, ...]:
    """Those of `PARTS` that are not written; what was written and could not be understood is not missing."""
    return tuple(part for part, is_there in zip(PARTS, _written(priority), strict=True) if not is_there)


def is_bare(priority: Priority) -> bool:
    """Whether all of them are missing: one gap, which one check reports."""
    return missing_parts(priority) == PARTS


def _written(priority: Priority) -> tuple[bool, bool, bool]:
    has_objectives = is_written(priority, "objectives")
    is_lost = has_objectives and not priority.objectives
    holders = (priority, *priority.objectives)
    return (
        has_objectives or is_written(priority, "aims"),
        is_lost or any(is_written(holder, "actions") for holder in holders),
        is_lost or any(is_written(holder, "measures") for holder in holders),
    )
