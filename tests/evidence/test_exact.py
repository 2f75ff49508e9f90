"""Our sums beside those of SciPy, which nothing but these tests needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from cspcycle.evidence.importer import Imported
from cspcycle.evidence.statistics.exact import binomial_at_least, crossing, mean_reaching, poisson_at_least
from cspcycle.evidence.statistics.funnel import Funnel
from cspcycle.evidence.statistics.rates import count_interval, rate_ratio

counts = st.one_of(st.integers(0, 60), st.integers(0, 200_000))
positive = st.one_of(st.integers(1, 60), st.integers(1, 6_000_000))
shares = st.floats(0.0001, 0.9999)


@given(counts, st.floats(0, 300_000))
def test_the_probability_of_so_many_or_more_is_the_incomplete_gamma_function(count: int, mean: float) -> None:
    expected = special.gammainc(count, mean) if count else 1.0
    assert poisson_at_least(count, mean) == pytest.approx(expected, rel=1e-7, abs=1e-9)


@given(counts, positive, shares)
def test_the_probability_among_so_many_is_the_incomplete_beta_function(count: int, others: int, share: float) -> None:
    expected = special.betainc(count, others, share) if count else 1.0
    assert binomial_at_least(count, others, share) == pytest.approx(expected, rel=1e-6, abs=1e-9)


@given(counts)
def test_the_interval_of_a_count_is_that_of_the_gamma_distribution(count: int) -> None:
    low = special.gammaincinv(count, 0.025) if count else 0.0
    assert count_interval(count) == pytest.approx((low, special.gammaincinv(count + 1, 0.975)), rel=1e-9)


@given(counts, positive)
def test_the_interval_of_a_ratio_is_that_of_the_beta_distribution(ours: int, theirs: int) -> None:
    found = rate_ratio((ours, theirs), (1.0, 1.0))
    assert found is not None
    low = special.betaincinv(ours, theirs + 1, 0.025) if ours else 0.0
    high = special.betaincinv(ours + 1, theirs, 0.975)
    assert found.interval == pytest.approx((low / (1 - low), high / (1 - high)), rel=1e-6)


@given(st.floats(0.001, 50_000))
def test_the_limits_of_a_calm_funnel_are_quantiles_of_the_poisson_distribution(expected: float) -> None:
    low, high = Funnel(expected, 1.0, 3.09).limits(1000)
    assert low == pytest.approx(max(0.0, float(special.pdtrik(0.001, expected))), rel=1e-6, abs=1e-9)
    assert high == pytest.approx(max(0.0, float(special.pdtrik(0.999, expected))), rel=1e-6, abs=1e-9)


def test_every_interval_of_the_official_tables_is_the_same_to_the_digit_printed(bedford_from_ons: Imported) -> None:
    figures = {
        value
        for table in bedford_from_ons.tables
        for row in table.rows
        for value in row.values
        if isinstance(value, int)
    }
    chosen = sorted(figures)[::20]
    assert len(chosen) > 300
    for count in chosen:
        low = float(special.gammaincinv(count, 0.025)) if count else 0.0
        high = float(special.gammaincinv(count + 1, 0.975))
        assert [f"{limit:.6g}" for limit in count_interval(count)] == [f"{low:.6g}", f"{high:.6g}"], count


def test_a_value_is_found_from_far_away_and_at_either_end() -> None:
    assert crossing(lambda x: x, 7.0, about=0.0, step=0.001) == pytest.approx(7)
    assert crossing(lambda x: x, 7.0, about=900.0, step=0.001) == pytest.approx(7)
    assert crossing(lambda x: x + 1, 0.5, about=9.0, step=1.0) == 0
    assert poisson_at_least(mean_reaching(3, 0.5), 0) == 0
