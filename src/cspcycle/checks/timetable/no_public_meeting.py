"""A year planned without a public meeting.

Why it matters: the strategy group holds one or more public meetings in each year; one that nobody plans is not held.
Instead: plan a meeting with `public: yes`, or a milestone that serves `public-meeting`.
Source: SI 2007/1830 reg. 12(4)(a); SI 2007/3076 reg. 10(4).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.scheduled import found_in_timetable
from cspcycle.checks.unread import unread_in
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """A fault for each such finding of the timetable, once every meeting can be read."""
    if not unread_in(context.dossier, "meetings"):
        yield from found_in_timetable(context, "no-public-meeting")


CHECK = Check("timetable/no-public-meeting", Severity.WARNING, find, fix="plan a meeting with `public: yes`")
