"""Every check and every duty on one dossier: the diagnostics and the outcomes, sorted as a reader expects them."""

from datetime import date

from cspcycle.checks.check import Context, every_check
from cspcycle.checks.duty_outcomes import DutyOutcome, judge_duties, unmet
from cspcycle.law.register import Register
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic


def check_dossier(dossier: Dossier, *, on: date, register: Register) -> tuple[tuple[DutyOutcome, ...], list[Diagnostic]]:
    """The outcome of each duty in force on the day, and all that is wrong."""
    context = Context(dossier, on, register)
    outcomes = judge_duties(context)
    diagnostics = [diagnostic for check in every_check() for diagnostic in check.diagnostics(context)]
    diagnostics += unmet(outcomes, context)
    return outcomes, diagnostics
