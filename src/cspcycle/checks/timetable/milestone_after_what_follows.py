"""A milestone whose fixed day contradicts what it waits for.

Why it matters: either the day or the order is wrong, and every date worked out from them is too.
Instead: correct the day, or the `after:` or `before:` that it contradicts.
Source: two statements that cannot both be true.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.milestones import first_day_of, kept
from cspcycle.checks.words import quoted, when_in_words
from cspcycle.model.values import last_day_of
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each pair in which the later milestone is due, at its latest, before the earlier one can be."""
    milestones = kept(context.dossier.timetable)
    by_id = {milestone.id: milestone for milestone in milestones}
    pairs = [(by_id[name], each, each) for each in milestones for name in each.after if name in by_id]
    pairs += [(each, by_id[name], each) for each in milestones for name in each.before if name in by_id]
    for earlier, later, where in pairs:
        if earlier.due is None or later.due is None or later.id in earlier.after:
            continue
        if last_day_of(later.due) < first_day_of(earlier.due):
            yield Fault(
                where.at("due"),
                f"{quoted(later.task)} is due {when_in_words(later.due)}, before {quoted(earlier.task)} "
                f"({when_in_words(earlier.due)}), which it comes after",
                see=((later if where is earlier else earlier).at("due"),),
            )


CHECK = Check(
    "timetable/milestone-after-what-follows",
    Severity.ERROR,
    find,
    fix="correct the day, or the `after:` or `before:` that it contradicts",
)
