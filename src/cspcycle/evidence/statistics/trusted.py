"""SciPy's special functions, imported when a method first needs them."""

from __future__ import annotations

from types import ModuleType

from cspcycle.source.diagnostic import CannotContinue


def special() -> ModuleType:
    """`scipy.special`.

    Raises: CannotContinue where SciPy is not installed.
    """
    try:
        from scipy import special as functions  # noqa: PLC0415 - a third of a second that only statistics should cost
    except ImportError as missing:
        raise CannotContinue(
            "intervals and comparisons cannot be computed: the evidence support is not installed",
            'install it with: pip install "cspcycle[evidence]"',
        ) from missing
    return functions
