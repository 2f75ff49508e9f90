"""Months, financial years, working days and lead times, with properties over a century."""

import doctest
from datetime import date, timedelta
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspcycle.timetable import dates, lags, papers, working_days
from cspcycle.timetable.dates import FinancialYear, Month, add_months
from cspcycle.timetable.lags import Lag, Unit, read_lag
from cspcycle.timetable.working_days import NamedDay, WorkingDays, bank_holidays

WORKING = WorkingDays.of_england_and_wales()
days = st.dates(date(2012, 1, 1), date(2028, 12, 31))
lead_times = st.builds(Lag, st.integers(0, 90), st.sampled_from(Unit))


@pytest.mark.parametrize("module", [dates, lags, papers, working_days], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@given(st.dates(date(1998, 1, 1), date(2098, 12, 31)))
def test_every_day_of_a_century_has_exactly_one_financial_year_month_and_quarter(day: date) -> None:
    year = FinancialYear.of(day)
    assert [each for each in year.with_neighbours if day in each] == [year]
    assert sum(month.first_day <= day <= month.last_day for month in year.months) == 1
    assert sum(Month(day.year, day.month) in quarter for quarter in year.quarters) == 1
    assert FinancialYear.read(year.label) == year


@given(days, st.integers(-600, 600))
def test_adding_months_keeps_the_day_or_gives_the_last_of_a_short_month(day: date, months: int) -> None:
    result = add_months(day, months)
    assert result.day == day.day or (result.day < day.day and (result + timedelta(days=1)).day == 1)
    assert (result.year * 12 + result.month) - (day.year * 12 + day.month) == months


def test_the_shipped_bank_holidays_say_where_they_come_from_and_how_far_they_reach() -> None:
    published = bank_holidays()
    assert published.publisher == "GOV.UK"
    assert "Open Government Licence v3.0" in published.attribution
    assert (published.first_known, published.last_known) == (date(2012, 1, 1), date(2028, 12, 31))
    assert published.first_known <= published.days[0].on <= published.days[-1].on <= published.last_known


def test_the_bank_holidays_agree_with_an_independent_library_on_every_day() -> None:
    witness_library = pytest.importorskip("holidays", reason="the witness library is in the test extra")
    witness = witness_library.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))
    every_day = [date(2012, 1, 1) + timedelta(days=n) for n in range((date(2029, 1, 1) - date(2012, 1, 1)).days)]
    assert [d for d in every_day if WORKING.is_working(d) != (d.weekday() < 5 and d not in witness)] == []


@given(days, days)
def test_counting_working_days_is_counting_them_one_by_one(since: date, until: date) -> None:
    first, last = sorted((since, until))
    one_by_one = sum(WORKING.is_working(first + timedelta(days=n + 1)) for n in range((last - first).days))
    assert WORKING.count(first, last) == one_by_one
    assert WORKING.count(last, first) == -one_by_one


@given(days, st.integers(1, 300))
def test_adding_working_days_lands_on_the_working_day_so_many_later(day: date, number: int) -> None:
    later = WORKING.add(day, number)
    assert WORKING.is_working(later)
    assert WORKING.count(day, later) == number
    assert WORKING.add(later, -number) <= WORKING.previous(day)


@given(days, lead_times)
def test_a_lead_time_taken_away_gives_the_last_day_from_which_it_can_be_kept(day: date, lag: Lag) -> None:
    start = lag.before(day, WORKING)
    assert lag.after(start, WORKING) <= day
    following = WORKING.next(start + timedelta(days=1)) if lag.unit is Unit.WORKING_DAYS else start + timedelta(days=1)
    assert lag.after(following, WORKING) > day


@given(days, days, lead_times)
def test_a_lead_time_from_a_later_day_is_never_over_earlier(first: date, second: date, lag: Lag) -> None:
    first, second = sorted((first, second))
    assert lag.after(first, WORKING) <= lag.after(second, WORKING)


def test_a_closure_of_the_council_is_no_working_day_and_has_its_name() -> None:
    closed = WorkingDays.of_england_and_wales([NamedDay(date(2026, 12, 29), "offices closed")])
    assert closed.why_not_working(date(2026, 12, 29)) == "offices closed"
    assert closed.add(date(2026, 12, 24), 1) == date(2026, 12, 30)
    assert [name for _, name in closed.named_between(date(2026, 12, 24), date(2026, 12, 30))] == [
        "Christmas Day",
        "Boxing Day",
        "offices closed",
    ]


def test_a_bank_holiday_at_either_end_is_not_between() -> None:
    assert WORKING.named_between(date(2026, 4, 3), date(2026, 4, 6)) == ()
    assert [day.name for day in WORKING.named_between(date(2026, 4, 2), date(2026, 4, 7))] == [
        "Good Friday",
        "Easter Monday",
    ]


@pytest.mark.parametrize(
    ("words", "lag"),
    [
        ("8 weeks", Lag(8, Unit.WEEKS)),
        ("1 day", Lag(1)),
        ("ten  Working Days", Lag(10, Unit.WORKING_DAYS)),
        ("3 calendar days", Lag(3)),
        ("two years", Lag(24, Unit.MONTHS)),
        ("-2 weeks", Lag(-2, Unit.WEEKS)),
        ("several weeks", None),
        ("8", None),
        ("9999999999 weeks", None),
        ("٨ weeks", None),
    ],
)
def test_lead_times_are_read_from_words(words: str, lag: Lag | None) -> None:
    assert read_lag(words) == lag


@given(st.text(max_size=40))
def test_no_text_makes_the_readers_of_years_and_lead_times_fail(text: str) -> None:
    read_lag(text)
    FinancialYear.read(text)
