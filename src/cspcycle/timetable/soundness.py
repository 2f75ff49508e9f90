"""Milestones that contradict themselves: a second id, a window that ends before it begins, a window and a meeting."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.timetable.dates import Month, in_words
from cspcycle.timetable.plan import Milestone


def sound_milestones(milestones: Iterable[Milestone]) -> tuple[list[Milestone], list[Diagnostic]]:
    """The milestones with each contradiction taken out, so that the rest can be dated, and a finding for each."""
    first: dict[str, Milestone] = {}
    found: list[Diagnostic] = []
    for milestone in milestones:
        if first.setdefault(milestone.id, milestone) is not milestone:
            found.append(_second_id(milestone, first[milestone.id]))
            continue
        sound, complaint = _sound(milestone)
        if complaint is not None:
            first[milestone.id] = sound
            found.append(complaint)
    return list(first.values()), found


def _second_id(milestone: Milestone, first: Milestone) -> Diagnostic:
    return Diagnostic(
        milestone.at,
        "timetable/second-id",
        f"the id “{milestone.id}” is used by “{first.title}” too; the later one is left out",
        Severity.ERROR,
        fix="give it an id of its own",
        see=(first.at,),
    )


def _sound(milestone: Milestone) -> tuple[Milestone, Diagnostic | None]:
    window, due_on = milestone.window, _last_day(milestone)
    if window is not None and window.count < 0:
        message = f"“{milestone.title}” is open for {window}; a window cannot be negative"
        return replace(milestone, window=None), _fault(milestone, "negative-window", message, "write a positive window")
    if milestone.starts_on is not None and due_on is not None and due_on < milestone.starts_on:
        message = (
            f"“{milestone.title}” ends on {in_words(due_on)}, before it starts on {in_words(milestone.starts_on)}; "
            "the start is left out"
        )
        return replace(milestone, starts_on=None), _fault(
            milestone, "negative-window", message, "exchange the two dates"
        )
    if window is not None and milestone.meeting_of:
        message = f"“{milestone.title}” has a window and goes to a meeting; the window is left out"
        fix = "make the window a milestone of its own, and let this one come after it"
        return replace(milestone, window=None), _fault(milestone, "window-and-meeting", message, fix)
    return milestone, None


def _last_day(milestone: Milestone) -> date | None:
    return milestone.on.last_day if isinstance(milestone.on, Month) else milestone.on


def _fault(milestone: Milestone, slug: str, message: str, fix: str) -> Diagnostic:
    return Diagnostic(milestone.at, f"timetable/{slug}", message, Severity.ERROR, fix=fix)
