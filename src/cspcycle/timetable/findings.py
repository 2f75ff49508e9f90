"""What a board should hear about its timetable: clashes with their mends, and dates that are lawful but unwise."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.clashes import Clash, chain_to
from cspcycle.timetable.dates import FinancialYear, in_words, without_weekday
from cspcycle.timetable.entry import Entry, Source
from cspcycle.timetable.feasibility import Mend, Mending
from cspcycle.timetable.meetings import Meeting, Meetings
from cspcycle.timetable.placing import Way
from cspcycle.timetable.plan import Inputs
from cspcycle.timetable.schedule import Schedule

_MOST_MENDS = 3
_LONGEST_CHAIN = 4


def clash_finding(clash: Clash, schedule: Schedule, mending: Mending) -> Diagnostic:
    """What clashes, by how much, what sets it, and the least changes that would mend it."""
    milestone = schedule.network.milestones[clash.number]
    fix = _request(mending.mends(clash))
    if clash.wait is None and milestone.target is not None:
        target = milestone.target
        days = (clash.comes_on - target.before).days
        when = f"{days} day{'s' * (days != 1)} after" if days else "on"
        label = schedule.network.milestones[clash.number].on
        shown = getattr(label, "label", None) or in_words(clash.comes_on)
        message = f"“{milestone.title}” is due {shown}, {when} {without_weekday(target.before)}: {target.because}"
        message += _held_up_by(clash.number, schedule)
        return Diagnostic(
            milestone.at,
            "timetable/plan-after-year-begins",
            message,
            Severity.WARNING,
            fix,
            target.provision,
            see=(target.at,),
        )
    earlier = schedule.network.milestones[clash.wait.earlier] if clash.wait else milestone
    short = f"{clash.working_days} working day{'s' * (clash.working_days != 1)}"
    done_on = schedule.done_on(clash.wait.earlier) if clash.wait else clash.comes_on
    message = (
        f"“{milestone.title}” has to be ready on {in_words(clash.last_day)}, which is {short} too soon for "
        f"“{earlier.title}” ({in_words(done_on)}), which it waits for"
    )
    slug = "consultation-after-decision" if earlier.kind == "consultation" else "milestone-after-what-follows"
    return Diagnostic(milestone.at, f"timetable/{slug}", message, Severity.ERROR, fix, see=(earlier.at,))


def find_without_meeting(schedule: Schedule, meetings: Meetings) -> Iterator[Diagnostic]:
    """Milestones given a day on which the body they go to does not meet, as far as its dates are known."""
    for milestone, placed in zip(schedule.network.milestones, schedule.placed, strict=True):
        known = meetings.of(milestone.meeting_of)
        is_a_day = isinstance(milestone.on, date) and milestone.actual_on is None
        if placed is not None and placed.meeting is None and is_a_day and known:
            nearest = min(known, key=lambda meeting: abs(meeting.on - placed.due_on))
            message = (
                f"“{milestone.title}” is for {nearest.body.title} on {in_words(placed.due_on)}, when it does not meet; "
                f"its nearest meeting is on {in_words(nearest.on)}"
            )
            fix = "take that date, or leave the date out and let it go to the next meeting it can reach"
            yield _warning(milestone.at, "no-meeting-that-day", message, fix, see=(nearest.at,))


def find_in_meetings(meetings: Iterable[Meeting], inputs: Inputs) -> Iterator[Diagnostic]:
    """Given meetings on days off; papers on days when nobody should publish, or after their meeting."""
    for meeting in meetings:
        if not meeting.is_from_rule and (name := inputs.working.why_not_working(meeting.on)):
            when = in_words(meeting.on)
            why = "" if name in when else f" ({name})"  # the day of the week is said already
            message = f"{meeting.title} meets on {when}, which is no working day{why}"
            yield _warning(meeting.at, "meeting-on-day-off", message, "move it to a working day")
        if meeting.ready_by > meeting.on:
            message = f"the papers for {meeting.title} are due on {in_words(meeting.ready_by)}, after it has met"
            yield _warning(meeting.at, "papers-after-meeting", message, "give a day before the meeting")


def find_in_entries(entries: Sequence[Entry], inputs: Inputs, year: FinancialYear, *, on: date) -> Iterator[Diagnostic]:
    """Dates in blackouts or past the known bank holidays, assessments that come too close, no public meeting."""
    yield from _second_ids(entries)
    yield from _past_the_horizon(entries, inputs)
    yield from _in_blackouts(entries, inputs)
    yield from _assessments_too_close(entries, inputs)
    of_year = [entry for entry in entries if entry.due_on in year]
    is_public = (entry.kind == "public meeting" for entry in of_year)
    plans_ahead = any(entry.source is Source.MEETING and entry.due_on > on for entry in of_year)
    if inputs.public_meeting_provision and plans_ahead and not any(is_public):  # with no calendar, silence is silence
        message = f"no public meeting is planned in {year.label}"
        fix = "plan a meeting with `public: yes`, or a milestone that `serves: public-meeting`"
        yield Diagnostic(
            inputs.at, "timetable/no-public-meeting", message, Severity.WARNING, fix, inputs.public_meeting_provision
        )


def _second_ids(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """An id means one thing: `why` is asked by it, and what was published is compared by it."""
    first: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.at):
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            message = f"the id “{entry.id}” is used twice: for the {other.source} “{other.title}” and here"
            fix = "give one of them an id of its own"
            yield Diagnostic(entry.at, "timetable/second-id", message, Severity.ERROR, fix, see=(other.at,))


def _past_the_horizon(entries: Sequence[Entry], inputs: Inputs) -> Iterator[Diagnostic]:
    working = inputs.working
    by_place: dict[tuple[Location, str], list[Entry]] = {}  # a rule that yields ten days is one thing to look at
    for entry in entries:
        if not entry.is_certain:
            by_place.setdefault((entry.at, entry.title), []).append(entry)
    for (at, title), uncertain in by_place.items():
        others = len(uncertain) - 1
        more = f" and {others} later day{'s' * (others != 1)}" if others else ""
        first = min(entry.due_on for entry in uncertain)
        message = (
            f"“{title}” comes out at {in_words(first)}{more}, counted with bank holidays that are known "
            f"only from {without_weekday(working.first_known)} to {without_weekday(working.last_known)}"
        )
        yield _warning(
            at,
            "past-known-bank-holidays",
            message,
            "check this date by hand; bank holidays outside that time can be added as closures",
        )


def _in_blackouts(entries: Sequence[Entry], inputs: Inputs) -> Iterator[Diagnostic]:
    """Papers that go out, consultations that open and meetings that are held when the partnership said none should."""
    for entry in entries:
        if entry.actual_on is not None:
            continue
        if entry.source is Source.PAPER:
            day, what, slug = entry.due_on, "are due on", "papers-in-blackout"
        elif entry.source is Source.MEETING:
            day, what, slug = entry.due_on, "is on", "meeting-in-blackout"
        elif entry.kind == "consultation":
            day, what, slug = entry.starts_on or entry.due_on, "opens on", "consultation-in-blackout"
        else:
            continue
        for blackout in inputs.blackouts:
            if day in blackout:
                message = f"“{entry.title}” {what} {in_words(day)}, in a blackout: {blackout.reason}"
                fix = f"move it before {in_words(blackout.first_day)} or to {in_words(blackout.until)} and after"
                yield _warning(entry.at, slug, message, fix, see=(blackout.at,))


def _assessments_too_close(entries: Sequence[Entry], inputs: Inputs) -> Iterator[Diagnostic]:
    """Each assessment against the first plan after it."""
    wanted = inputs.assessment_days_before_plan
    plans = [entry for entry in entries if entry.kind == "partnership-plan"]
    for assessment in entries if wanted > 0 else ():
        if assessment.kind != "strategic-assessment":
            continue
        plan = next((plan for plan in plans if plan.due_on >= assessment.due_on), None)
        if plan is not None and (days := (plan.due_on - assessment.due_on).days) < wanted:
            message = (
                f"“{assessment.title}” ({assessment.by_when}) comes {days} days before “{plan.title}” "
                f"({plan.by_when}); the partnership asks for {wanted}"
            )
            yield _warning(
                assessment.at, "assessment-close-to-plan", message, "receive the assessment earlier", see=(plan.at,)
            )


def _held_up_by(number: int, schedule: Schedule) -> str:
    placed = schedule.placed[number]
    chain = chain_to(number, schedule)[1:]
    if not chain or placed is None or placed.way is Way.GIVEN:
        return ""
    named = [
        f"“{schedule.network.milestones[each].title}” ({without_weekday(_shown(each, schedule))})"
        for each in chain[:_LONGEST_CHAIN]
    ]
    more = f", and {len(chain) - _LONGEST_CHAIN} more" if len(chain) > _LONGEST_CHAIN else ""
    return f"; it waits for {', then '.join(named)}{more}"


def _shown(number: int, schedule: Schedule) -> date:
    return schedule.done_on(number)


def _request(mends: list[Mend]) -> str:
    if not mends:
        return "no single change mends it: move the date, or take something out of the chain before it"
    return "; or ".join(mend.text for mend in mends[:_MOST_MENDS])


def _warning(at: Location, slug: str, message: str, fix: str, *, see: tuple[Location, ...] = ()) -> Diagnostic:
    return Diagnostic(at, f"timetable/{slug}", message, Severity.WARNING, fix, see=see)
