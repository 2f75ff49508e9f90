"""SciPy's special functions by the names that statistics has for what they give, imported when one is first asked."""

from __future__ import annotations

from types import ModuleType

from cspcycle.source.diagnostic import CannotContinue


def poisson_mean_reaching(count: float, probability: float) -> float:
    """The mean at which `count` or more have this probability: a quantile of the gamma distribution."""
    return float(_special().gammaincinv(count, probability))


def poisson_count_reaching(probability: float, mean: float) -> float:
    """The count that is not exceeded with this probability, between whole counts too; 0 where none is so unlikely."""
    found = float(_special().pdtrik(probability, mean))
    return found if found > 0 else 0.0


def share_reaching(count: float, others: float, probability: float) -> float:
    """The share at which `count` or more of `count + others - 1` have this probability: a quantile of the beta."""
    return float(_special().betaincinv(count, others, probability))


def binomial_at_most(count: float, total: int, share: float) -> float:
    """The probability of `count` or fewer of the total."""
    return float(_special().bdtr(count, total, share))


def _special() -> ModuleType:
    """`scipy.special`.

    Raises: CannotContinue where SciPy is not installed.
    """
    try:
        from scipy import special  # noqa: PLC0415 - a third of a second that only statistics should cost
    except ImportError as missing:
        raise CannotContinue(
            "intervals and comparisons cannot be computed: the evidence support is not installed",
            'install it with: pip install "cspcycle[evidence]"',
        ) from missing
    return special
