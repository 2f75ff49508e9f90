"""What a check is: it looks at one dossier on one day and yields faults; the runner joins them with its own words."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import import_module

from cspcycle.law import register
from cspcycle.law.instrument import BodyRequirement
from cspcycle.model.dossier import Dossier
from cspcycle.model.membership import Seat
from cspcycle.model.values import FinancialYear
from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.entry import Timetable
from cspcycle.timetable.from_dossier import timetable_of


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
    """What every check may look at: the dossier, the day asked about, and what the evidence brought.

    The law is `cspcycle.law.register`.
    """

    dossier: Dossier
    on: date
    of_year: FinancialYear | None = None  # the year whose timetable is looked at; none for the partnership's own cycle
    of_evidence: tuple[tuple[str, Fault], ...] = ()  # faults by code, of whoever compared the files with the evidence

    def of_code(self, code: str) -> Iterator[Fault]:
        """The faults of one code that comparing the files with the evidence brought."""
        return (fault for each, fault in self.of_evidence if each == code)

    @cached_property
    def year(self) -> FinancialYear:
        """The April-March year that holds the day."""
        return FinancialYear.of(self.on)

    @property
    def nation(self) -> str:
        """The nation of the partnership's area."""
        return self.dossier.partnership.area.nation

    @cached_property
    def area_kinds(self) -> tuple[str, ...]:
        """The area's own kind, and those of its parts."""
        area = self.dossier.partnership.area
        return (area.kind, *(part.kind for part in area.parts if part.kind))

    @cached_property
    def responsible_bodies(self) -> tuple[BodyRequirement, ...]:
        """Each responsible authority that section 5(1) names for this area on the day."""
        area = self.dossier.partnership.area
        return tuple(
            register.responsible_bodies(
                self.on, area.nation, area.kind,
                part_kinds=self.area_kinds[1:], fire_service_run_by=area.fire_service_run_by,
            )
        )  # fmt: skip

    @cached_property
    def timetable(self) -> Timetable:
        """The calendar worked out from the files, with what that found; empty if nothing is planned."""
        dossier = self.dossier
        has_rule = any(group.meets is not None and group.meets.rule for group in dossier.groups)
        if dossier.timetable is None and not dossier.meetings and not has_rule:
            return Timetable((), ())
        return timetable_of(dossier, on=self.on, year=self.of_year)

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The seats held on the day; those that ended before it are history."""
        return self.dossier.seats_on(self.on)


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
                fault.at,
                self.code,
                fault.message,
                self.severity,
                fault.fix or self.fix,
                fault.law or self.law,
                fault.see,
            )


@cache
def every_check() -> tuple[Check, ...]:
    """All checks, by code: each module in a family's folder that has a `CHECK`."""
    package = import_module("cspcycle.checks")
    names = (found.name for found in pkgutil.walk_packages(package.__path__, "cspcycle.checks."))
    modules = (import_module(name) for name in sorted(names) if name.count(".") == 3)
    return tuple(module.CHECK for module in modules if hasattr(module, "CHECK"))
