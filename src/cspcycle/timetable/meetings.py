"""The meetings of each body: dates given, dates from a rule, and both together; with the day their papers are due."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.dates import FinancialYear, in_words
from cspcycle.timetable.meeting_rules import MeetingRule, NoMeetings, rule_dates
from cspcycle.timetable.papers import MOST_CLEAR_DAYS, PaperRule, papers_due
from cspcycle.timetable.reasons import Because, Step
from cspcycle.timetable.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class GivenMeeting:
    """A meeting with a date. It takes the place of the one that a rule sets in the same period, unless it is extra.

    With the id of a rule's meeting (`board-2026-27-2`) it takes the place of that one, wherever it moves to. A
    cancelled meeting takes the place of the rule's too, and is not held.
    """

    id: str
    on: date
    at: Location
    title: str = ""
    starts_at: time | None = None
    minutes: int | None = None
    papers_on: date | None = None
    is_public: bool = False
    is_extra: bool = False
    is_cancelled: bool = False
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A group that meets, how it sets its dates, and the notice its papers need (none stated, none demanded)."""

    id: str
    title: str
    at: Location
    given: tuple[GivenMeeting, ...] = ()
    rule: MeetingRule | None = None
    papers: PaperRule | None = None
    starts_at: time | None = None
    minutes: int = 120
    is_public: bool = False
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with everything decided. `ready_by` is the day its papers are due, else the day itself."""

    id: str
    on: date
    ready_by: date
    body: Body
    at: Location
    title: str
    starts_at: time | None
    minutes: int
    is_public: bool
    is_from_rule: bool
    papers_are_given: bool
    held_on: date | None
    why: tuple[Step, ...]

    @property
    def has_papers(self) -> bool:
        """Whether there is a day for its papers, from a rule or given."""
        return self.papers_are_given or (self.body.papers is not None and self.on.year > 1)


class Meetings:
    """All meetings of all bodies, by body and in order."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._by_body: dict[str, list[Meeting]] = {}
        for meeting in sorted(meetings, key=lambda meeting: meeting.on):
            self._by_body.setdefault(meeting.body.id, []).append(meeting)
        self._days = {body: [m.on for m in all_of_it] for body, all_of_it in self._by_body.items()}

    def of(self, body: str) -> Sequence[Meeting]:
        """The meetings of a body in order."""
        return self._by_body.get(body, ())

    def __iter__(self) -> Iterator[Meeting]:
        return (meeting for all_of_it in self._by_body.values() for meeting in all_of_it)

    def next_after(self, body: str, ready_on: date) -> tuple[Meeting | None, Meeting | None]:
        """The first meeting that something ready on the day can still reach, and the last one it is too late for."""
        all_of_it = self.of(body)
        missed: Meeting | None = None
        for index in range(bisect_left(self._days.get(body, []), ready_on), len(all_of_it)):
            if all_of_it[index].ready_by >= ready_on:
                return all_of_it[index], missed
            missed = all_of_it[index]
        return None, missed

    def last_until(self, body: str, day: date) -> Meeting | None:
        """The last meeting on or before the day."""
        index = bisect_right(self._days.get(body, []), day)
        return self._by_body[body][index - 1] if index else None


def resolve_meetings(
    bodies: Iterable[Body], year: FinancialYear, working: WorkingDays, blackouts: Sequence[NoMeetings]
) -> tuple[Meetings, list[Diagnostic]]:
    """The meetings of every body. Rules are worked out for the year and those on either side, which steps may reach."""
    meetings: list[Meeting] = []
    found: list[Diagnostic] = []
    for body in bodies:
        papers = body.papers
        if papers is not None and not 0 <= papers.clear_days <= MOST_CLEAR_DAYS:
            message = f"{body.title} asks for {papers.clear_days} clear days; it can be 0 to {MOST_CLEAR_DAYS}"
            found.append(Diagnostic(body.at, "timetable/clear-days", message, Severity.ERROR, fix="correct the number"))
            papers = None
        chosen, complaints = _chosen(replace(body, papers=papers), year, working, blackouts)
        meetings += chosen
        found += complaints
    return Meetings(meetings), found


def _chosen(
    body: Body, year: FinancialYear, working: WorkingDays, blackouts: Sequence[NoMeetings]
) -> tuple[list[Meeting], list[Diagnostic]]:
    given, found = _without_second_dates(body)
    meetings = [_from_given(meeting, body, working) for meeting in given.values() if not meeting.is_cancelled]
    if body.rule is None:
        return meetings, found
    for each in year.with_neighbours:
        prefix = f"{body.id}-{each.label}-"
        taken = [m.on for m in given.values() if not m.id.startswith(prefix)]
        instead = [m.on for m in given.values() if not (m.is_extra or m.id.startswith(prefix))]
        dates, without = rule_dates(body.rule, each, working, not_on=blackouts, taken=taken, instead=instead)
        if each == year and (without or not (dates or any(day in each for day in instead))):
            which = f" for {'; '.join(without)}" if without else ""
            found.append(
                Diagnostic(
                    body.rule.at,
                    "timetable/rule-without-date",
                    f"the rule “{body.rule.words}” gives {body.title} no date{which} in {each.label}",
                    Severity.WARNING,
                    fix="give that meeting a date, or loosen the rule",
                )
            )
        for number, on, why in dates:
            if (meeting_id := f"{prefix}{number}") not in given:
                meetings.append(
                    _meeting(GivenMeeting(meeting_id, on, body.rule.at), body, why, working, is_from_rule=True)
                )
    return meetings, found


def _without_second_dates(body: Body) -> tuple[dict[str, GivenMeeting], list[Diagnostic]]:
    given: dict[str, GivenMeeting] = {}
    found = []
    for meeting in body.given:
        first = given.setdefault(meeting.id, meeting)
        if first.on != meeting.on:
            message = (
                f"the meeting “{meeting.id}” of {body.title} is given twice: "
                f"{in_words(first.on)} and {in_words(meeting.on)}; the first is used"
            )
            found.append(
                Diagnostic(
                    meeting.at,
                    "timetable/two-dates",
                    message,
                    Severity.ERROR,
                    fix="keep the date that was agreed and delete the other",
                    see=(first.at,),
                )
            )
    return given, found


def _from_given(given: GivenMeeting, body: Body, working: WorkingDays) -> Meeting:
    return _meeting(given, body, (Step(Because.FIXED, day=given.on),), working, is_from_rule=False)


def _meeting(
    given: GivenMeeting, body: Body, why: tuple[Step, ...], working: WorkingDays, *, is_from_rule: bool
) -> Meeting:
    ready_by = given.papers_on
    if ready_by is None:
        ready_by = papers_due(given.on, body.papers, working) if body.papers and given.on.year > 1 else given.on
    return Meeting(
        id=given.id,
        on=given.on,
        ready_by=ready_by,
        body=body,
        at=given.at,
        title=given.title or body.title,
        starts_at=given.starts_at or body.starts_at,
        minutes=given.minutes if given.minutes is not None else body.minutes,
        is_public=given.is_public or body.is_public,
        is_from_rule=is_from_rule,
        papers_are_given=given.papers_on is not None,
        held_on=given.held_on,
        why=why,
    )
