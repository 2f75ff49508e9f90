"""Versions of a document whose numbers and dates run in different directions."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cspcycle.checks.check import Fault
from cspcycle.checks.words import day_in_words, quoted
from cspcycle.model.strategic_assessment import DocumentVersion

_NUMBER = re.compile(r"v?(?:ersion)?\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,5})\Z", re.IGNORECASE)


def find_backwards(versions: Sequence[DocumentVersion]) -> Iterator[Fault]:
    """A fault for each version that is dated before the one it follows.

    The numbers say which follows which; where they are words ("draft", "final"), the order of the list does, and a list
    that is written newest first throughout is taken as it is meant.
    """
    for earlier, later in pairwise(_in_order(versions)):
        if later.on < earlier.on:
            yield Fault(
                later.at("on"),
                f"version {quoted(later.number)} is dated {day_in_words(later.on)}, "
                f"before version {quoted(earlier.number)} of {day_in_words(earlier.on)}",
                see=(earlier.at("on"),),
            )


def _in_order(versions: Sequence[DocumentVersion]) -> list[DocumentVersion]:
    numbers = [_number(version.number) for version in versions]
    if all(numbers) and len(set(numbers)) == len(numbers):
        return [version for _, version in sorted(zip(numbers, versions, strict=True), key=lambda pair: pair[0])]
    if all(later.on <= earlier.on for earlier, later in pairwise(versions)):
        return list(reversed(versions))
    return list(versions)


def _number(text: str) -> tuple[int, ...]:
    found = _NUMBER.match(text.strip())
    return tuple(int(part) for part in found[1].split(".")) if found else ()
