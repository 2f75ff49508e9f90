from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cspcycle.evidence.record import Withheld
from cspcycle.evidence.statistics.change import change, percent_change
from cspcycle.evidence.statistics.concentration import concentration
from cspcycle.evidence.statistics.funnel import funnel
from cspcycle.evidence.statistics.harm import harm
from cspcycle.evidence.statistics.rates import Rate, count_interval, per_1000, rate_ratio
from cspcycle.evidence.statistics.series import (
    Limits,
    natural_limits,
    rolling_twelve,
    say_signals,
    seasonal_index,
    signals,
    u_limits,
    xmr_limits,
)

counts = st.integers(0, 100_000)


# Garwood's published limits for a Poisson mean at 95 %.
@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0, 3.689),
        (1, 0.025, 5.572),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
    ],
)
def test_exact_intervals_are_those_published(count: int, low: float, high: float) -> None:
    assert count_interval(count) == pytest.approx((low, high), abs=6e-4)


@given(counts)
def test_an_interval_holds_its_count(count: int) -> None:
    low, high = count_interval(count)
    assert low <= count < high


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (0, 0, "no clear change"),
        (10, 20, "no clear change"),
        (10, 25, "rise"),
        (25, 10, "fall"),
        (13865, 15172, "rise"),
        (15690, 15910, "no clear change"),
    ],
)
def test_a_change_is_clear_only_where_chance_is_excluded(before: int, after: int, words: str) -> None:
    found = change(before, after)
    assert found is not None
    assert found.words == words


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_the_comparison_agrees_with_the_exact_binomial_test(before: int, after: int) -> None:
    found = change(before, after)
    assert found is not None
    if before + after:
        assert found.p == pytest.approx(stats.binomtest(before, before + after).pvalue, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(("before", "after"), [(49, 5000), (5000, 49), (0, 0)])
def test_a_percentage_on_a_small_base_is_withheld(before: int, after: int) -> None:
    found = percent_change(before, after)
    assert isinstance(found, Withheld)
    assert found.mark == "u"


def test_a_change_from_a_missing_or_negative_figure_is_none() -> None:
    assert change(None, 3) is None
    assert change(Withheld("x", "not there"), 3) is None
    assert change(3, -1) is None


def test_a_rate_has_the_reason_for_its_absence() -> None:
    gone = Withheld("u1", "too few residents")
    assert per_1000(5, gone) is gone
    assert per_1000(gone, 5) is gone
    assert isinstance(per_1000(5, None), Withheld)
    assert isinstance(per_1000(5, 0), Withheld)
    rate = per_1000(15172, 187500)
    assert isinstance(rate, Rate)
    assert round(rate.value, 2) == 80.92
    assert rate.interval.low < rate.value < rate.interval.high


def test_a_rate_ratio_has_the_exact_interval() -> None:
    found = rate_ratio((41, 15), (28010, 19017))
    assert found is not None
    proportion = stats.binomtest(41, 56).proportion_ci(method="exact")
    scale = 19017 / 28010
    assert found.value == pytest.approx(1.86, abs=0.01)
    expected = [proportion.low / (1 - proportion.low) * scale, proportion.high / (1 - proportion.high) * scale]
    assert list(found.interval) == pytest.approx(expected)
    assert rate_ratio((3, 0), (5, 5)) is None
    nothing = rate_ratio((0, 9), (5, 5))
    assert nothing is not None
    assert nothing.interval.low == 0


def test_twelve_month_sums_do_not_hide_a_gap() -> None:
    values = [1.0] * 12 + [None] + [1.0] * 13
    assert rolling_twelve(values) == [None] * 11 + [12] + [None] * 12 + [12, 12]


def test_a_season_is_seen_through_a_rising_year() -> None:
    pattern = [1.0, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1]
    values = [100 * share for share in pattern] + [150 * share for share in pattern]
    index = seasonal_index(values, 4)
    assert index is not None
    assert list(index) == list(range(1, 13))
    assert index[10] == pytest.approx(index[11]) == pytest.approx(100 * 2 / (14 / 12))
    assert sum(index.values()) == pytest.approx(1200)
    assert seasonal_index(values[:20], 4) is None


# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches.
def test_individual_limits_are_those_of_the_worked_example() -> None:
    limits = natural_limits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    assert limits is not None
    assert limits.mean == pytest.approx(50.81)
    assert limits.low == pytest.approx(45.8159, abs=2e-3)
    assert limits.high == pytest.approx(55.8041, abs=2e-3)


def test_limits_come_from_the_stated_baseline_and_step_over_gaps() -> None:
    base = [10.0, 12, 10, 12, 10, 12, None, 10, 12, 10, 12, 10, 12]
    limits = xmr_limits([*base, 500.0, 900.0])
    assert limits == Limits(11.0, 11 - 2.66 * 2, 11 + 2.66 * 2, 12)
    assert xmr_limits(base[:11]) is None
    assert natural_limits([1.0, None, 3.0]) is None


def test_counts_in_longer_months_have_wider_limits() -> None:
    limits = u_limits([31.0 * 4, 28 * 4] * 6, [31, 28] * 6)
    assert limits is not None
    assert limits[0].mean == pytest.approx(124)
    assert limits[0].high == pytest.approx(124 + 3 * math.sqrt(124))
    assert limits[1].mean == pytest.approx(112)
    assert u_limits([1.0], [31]) is None


def test_points_outside_and_runs_of_eight_are_signals() -> None:
    limits = Limits(10, 5, 15, 12)
    assert signals([10, 16, 4, None, 12], limits) == {1: "above the upper limit", 2: "below the lower limit"}
    run = signals([9] * 3 + [11] * 8 + [10], limits)
    assert list(run) == list(range(3, 11))
    assert run[3] == "one of 8 months in a row above the mean"
    assert not signals([11] * 4 + [None] + [11] * 4, limits)


def test_a_run_is_said_once_with_its_first_and_last_month_whatever_lies_in_it() -> None:
    limits = Limits(10, 5, 15, 12)
    labels = [f"month {place}" for place in range(10)]
    said = say_signals(labels, [9, 9, 9, 4, 9, 9, 9, 9, 11, 16], limits)
    run = "month 0 to month 7, 8 months in a row below the mean"
    assert said == f"Unusual: {run}; month 3 below the lower limit; month 9 above the upper limit."
    assert say_signals(labels, [9, 11] * 5, limits) == "No month is unusual."


def test_a_funnel_by_chance_alone_has_exact_poisson_limits() -> None:
    found = funnel([(10, 1000.0)] * 20)
    assert found is not None
    assert (found.rate, found.spread) == (10, 1)
    low, high = found.limits(1000)
    assert 1 < low < 2
    assert 20 < high < 22
    assert stats.poisson.cdf(1, 10) < 0.001 < stats.poisson.cdf(2, 10)
    assert stats.poisson.cdf(20, 10) < 0.999 < stats.poisson.cdf(21, 10)
    assert funnel([(1, 1.0)] * 9) is None


def test_a_funnel_widens_with_the_spread_between_areas_but_not_with_its_outliers() -> None:
    usual = [(80 + 40 * (place % 2), 10.0) for place in range(100)]
    calm, wild = funnel(usual), funnel([*usual[:-1], (400, 10.0)])
    assert calm is not None
    assert wild is not None
    assert calm.spread > 3
    assert wild.spread < 1.2 * calm.spread
    assert calm.limits(1000).high < calm.limits(10).high
    assert funnel([(0, 5.0)] * 20) is None


def test_harm_names_what_drives_it_and_what_has_no_weight() -> None:
    found = harm({"1": 1, "34A": 5, "46": 300, "AF": 9}, {"1": 7973.4, "34A": 799.6, "46": 11.9})
    assert found.total == pytest.approx(7973.4 + 3998 + 3570)
    assert [code for code, _ in found.drivers] == ["1", "34A", "46"]
    assert found.without_weight == ("AF",)
    assert found.volume == 315
    assert found.per_1000(1000) == pytest.approx(found.total)


def test_concentration_counts_the_top_tenth_and_its_repeat() -> None:
    now = {f"A{place:02}": 1 for place in range(18)} | {"X": 50, "Y": 32}
    before = {f"A{place:02}": 1 for place in range(18)} | {"X": 50, "A03": 60}
    found = concentration(now, before)
    assert found is not None
    assert found.places == ("X", "Y")
    assert found.share == pytest.approx(0.82)
    assert found.again == 1
    assert concentration({}) is None
