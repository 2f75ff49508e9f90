"""A caveat: words for the document, and the same as a finding for whoever writes it; and all rules run together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules

from cspcycle.evidence.compare import Comparison, compare
from cspcycle.evidence.held import Held
from cspcycle.evidence.record import Partnership
from cspcycle.source.diagnostic import Diagnostic, Location, Severity


@dataclass(frozen=True, slots=True)
class Caveat:
    """What a reader must know of some indicators (of all of one source where `indicators` ends in `/`)."""

    code: str
    words: str
    indicators: tuple[str, ...]
    severity: Severity = Severity.NOTE
    fix: str = ""

    def concerns(self, indicator: str) -> bool:
        """Whether the caveat belongs beside this indicator."""
        return any(indicator == one or (one.endswith("/") and indicator.startswith(one)) for one in self.indicators)

    def diagnostic(self, at: Location) -> Diagnostic:
        """The caveat as a finding at the place that uses the figure."""
        return Diagnostic(at, self.code, self.words, self.severity, self.fix)


@dataclass(frozen=True)
class Facts:
    """What the rules look at: the evidence held and whose it is; comparisons are made once."""

    held: Held
    partnership: Partnership

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        """The yearly comparison of every indicator that other partnerships have too."""
        found = {}
        for indicator in self.held.indicators:
            if indicator.startswith("ons/") and not indicator.endswith("/rate"):
                comparison = compare(self.held, self.partnership, indicator)
                if comparison is not None:
                    found[indicator] = comparison
        return found


def find_caveats(held: Held, partnership: Partnership) -> list[Caveat]:
    """Every caveat that the figures held call for, gravest first."""
    facts = Facts(held, partnership)
    found = [caveat for rule in every_rule() for caveat in rule(facts)]
    return sorted(found, key=lambda caveat: (-caveat.severity, caveat.code, caveat.indicators))


def every_rule() -> Iterator[Callable[[Facts], Iterator[Caveat]]]:
    """The `find` of every module of this folder."""
    package = import_module("cspcycle.evidence.honesty")
    for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        find = getattr(import_module(f"{package.__name__}.{module.name}"), "find", None)
        if find is not None:
            yield find
