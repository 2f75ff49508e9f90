"""What every report counts and names alike."""

from collections import Counter
from collections.abc import Sequence

from cspcycle.application.result import Checked
from cspcycle.source.diagnostic import Severity

OUTCOMES = ("met", "due", "unmet", "unknown", "not-applicable")
OUTCOME_WORDS = {
    "met": "met",
    "due": "due",
    "unmet": "unmet",
    "unknown": "not said in the files",
    "not-applicable": "not applicable",
}


def count_severities(checked: Sequence[Checked]) -> dict[str, int]:
    """How many errors, warnings and notes."""
    counted = Counter(finding.severity for each in checked for finding in each.findings)
    return {severity.word: counted[severity] for severity in reversed(Severity)}


def count_outcomes(checked: Sequence[Checked]) -> dict[str, int]:
    """How many duties have each outcome."""
    counted = Counter(duty.outcome for each in checked for duty in each.duties)
    return {outcome: counted[outcome] for outcome in OUTCOMES}


def counted_in_words(count: int, word: str) -> str:
    """`1 error`, `3 errors`, `no errors`."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
