"""What a check is: it looks at one dossier on one day and yields faults; the runner joins them with its own words."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import import_module

from cspcycle.law.register import Register
from cspcycle.model.dossier import Dossier
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Diagnostic, Location, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: where, and what is so. `fix` and `law` replace the check's own words where a fault needs its own."""

    at: Location
    message: str
    see: tuple[Location, ...] = ()
    fix: str = ""
    law: str = ""


@dataclass(frozen=True)
class Context:
    """What every check may look at: the dossier, the day asked about, the law."""

    dossier: Dossier
    on: date
    register: Register

    @cached_property
    def year(self) -> FinancialYear:
        """The April-March year that holds the day."""
        return FinancialYear.of(self.on)

    @property
    def nation(self) -> str:
        """The nation of the partnership's area."""
        return self.dossier.partnership.area.nation


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: its code is its file's path, its module's docstring is its page."""

    code: str
    severity: Severity
    find: Callable[[Context], Iterator[Fault]]
    fix: str
    law: str = ""

    def diagnostics(self, context: Context) -> Iterator[Diagnostic]:
        """Each fault with the check's code, severity, fix and law."""
        for fault in self.find(context):
            yield Diagnostic(
                fault.at, self.code, fault.message, self.severity, fault.fix or self.fix, fault.law or self.law, fault.see
            )


@cache
def every_check() -> tuple[Check, ...]:
    """All checks, by code: each module in a family's folder that has a `CHECK`."""
    package = import_module("cspcycle.checks")
    names = (found.name for found in pkgutil.walk_packages(package.__path__, "cspcycle.checks."))
    modules = (import_module(name) for name in sorted(names) if name.count(".") == 3)
    return tuple(module.CHECK for module in modules if hasattr(module, "CHECK"))
