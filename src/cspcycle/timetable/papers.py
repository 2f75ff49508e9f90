"""When papers must be out: clear days before a meeting, counted as each body says it counts them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cspcycle.timetable.lags import Lag
from cspcycle.timetable.reasons import Because, Step, moved, skipped
from cspcycle.timetable.working_days import WorkingDays

MOST_CLEAR_DAYS = 100  # more is a slip of the pen


@dataclass(frozen=True, slots=True)
class PaperRule:
    """How long before its meetings a body's papers are out, which days count, and who says so.

    Practice differs on weekends and bank holidays; not counting them gives the earlier and safer day.
    """

    clear_days: int
    provision: str = ""
    weekends_count: bool = False
    bank_holidays_count: bool = False

    @property
    def in_words(self) -> str:
        """Which days count, as a paper says it."""
        match self.weekends_count, self.bank_holidays_count:
            case True, True:
                return "weekends and bank holidays count"
            case True, False:
                return "weekends count, bank holidays do not"
            case False, True:
                return "bank holidays count, weekends do not"
            case _:
                return "weekends and bank holidays do not count"


# The access-to-meetings rules bind principal councils and their committees; a partnership board sets its own notice.
# Law: Local Government Act 1972 Part VA; five days in England by SI 2002/715, three in Wales by s. 100BA.
COUNCIL_COMMITTEE_IN_ENGLAND = PaperRule(5, "Local Government Act 1972 Part VA, SI 2002/715")
COUNCIL_COMMITTEE_IN_WALES = PaperRule(3, "Local Government Act 1972 s. 100BA")


def papers_due(meeting_on: date, rule: PaperRule, working: WorkingDays) -> date:
    """The last working day on which papers can be published; that day and the meeting's day do not count.

    >>> papers_due(date(2027, 4, 1), COUNCIL_COMMITTEE_IN_ENGLAND, WorkingDays.of_england_and_wales())
    datetime.date(2027, 3, 22)

    Raises: OverflowError before the year 1.
    """
    return working.previous(_last_day(meeting_on, rule, working))


def why_papers_due(meeting_on: date, due_on: date, rule: PaperRule, working: WorkingDays) -> tuple[Step, ...]:
    """The reasons for a papers day: the rule, the days that did not count, and the step back to a working day."""
    steps = [Step(Because.LAW, provision=rule.provision)] if rule.provision else []
    steps.append(Step(Because.CLEAR_DAYS, day=due_on, since=meeting_on, lag=Lag(rule.clear_days), text=rule.in_words))
    last_day = _last_day(meeting_on, rule, working)
    if days_off := skipped(last_day, meeting_on, working):
        not_counted = replace(
            days_off,
            weekend_days=0 if rule.weekends_count else days_off.weekend_days,
            days_off=() if rule.bank_holidays_count else days_off.days_off,
        )
        if not_counted.weekend_days or not_counted.days_off:
            steps.append(not_counted)
    if last_day != due_on:
        steps.append(moved(last_day, due_on, working))
    return tuple(steps)


def _last_day(meeting_on: date, rule: PaperRule, working: WorkingDays) -> date:
    """The last day that leaves the clear days, whether or not anybody works on it."""
    day = meeting_on - timedelta(days=1)
    left = rule.clear_days
    while left > 0:
        left -= _counts(day, rule, working)
        day -= timedelta(days=1)
    return day


def _counts(day: date, rule: PaperRule, working: WorkingDays) -> bool:
    if day.weekday() >= 5:
        return rule.weekends_count
    return rule.bank_holidays_count or working.is_working(day)
